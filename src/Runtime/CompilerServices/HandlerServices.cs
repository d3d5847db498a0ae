using System;
using System.ComponentModel;

namespace StateMachineGen.CompilerServices;

/// <summary>Finds the constructor arguments of handlers. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HandlerServices
{
    /// <summary>The service of this type.</summary>
    /// <exception cref="InvalidOperationException">The provider has no such service.</exception>
    public static T Get<T>(IServiceProvider services, string state) =>
        services.GetService(typeof(T)) is T service
            ? service
            : throw new InvalidOperationException(
                $"The handler of state '{state}' needs a {typeof(T)}, which the service provider does not have. Register it, or pass a provider that has it to CreateLocal.");

    /// <summary>The service of this type, or the parameter's default when there is none.</summary>
    public static T GetOrDefault<T>(IServiceProvider services, T defaultValue) =>
        services.GetService(typeof(T)) is T service ? service : defaultValue;
}
