using System;

namespace StateMachineGen.Execution;

/// <summary>The provider of a machine that was given none.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
