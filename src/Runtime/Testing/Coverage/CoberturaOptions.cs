using System;

namespace StateMachineGen.Testing;

/// <summary>What Cobertura's XML says beside the counts.</summary>
public sealed class CoberturaOptions
{
    /// <summary>
    /// The folder that holds the sources: the paths in the report are relative to it. Builds that map their sources (<c>/_/src/…</c>) do not know where these
    /// are. When it is not set, paths are relative to the folder of each project as the compiler knew it.
    /// </summary>
    public string? SourceRoot { get; init; }

    /// <summary>Tells the time that the report bears; the system's clock when not set.</summary>
#pragma warning disable RS0030 // The default of a public option.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
