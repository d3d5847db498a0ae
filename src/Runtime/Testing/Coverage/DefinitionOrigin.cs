using System;

namespace StateMachineGen.Testing.Coverage;

/// <summary>What a machine that is ready to run was made of.</summary>
internal sealed record DefinitionOrigin
{
    /// <summary>The class, or null when there is only a text.</summary>
    public Type? Class { get; init; }

    /// <summary>The definition of the one state that the machine was made for; null for a whole machine.</summary>
    public string? State { get; init; }
}
