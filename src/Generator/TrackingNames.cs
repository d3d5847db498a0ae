namespace StateMachineGen.Generator;

/// <summary>The names of the pipeline's stages, for tests that state what is cached after an edit.</summary>
internal static class TrackingNames
{
    /// <summary>Machines as models.</summary>
    public const string Machines = "Machines";

    /// <summary>The names of generated files that differ only in case.</summary>
    public const string AmbiguousHints = "AmbiguousHints";

    /// <summary>A machine with the name of its file: what is emitted from.</summary>
    public const string Outputs = "Outputs";

    /// <summary>Where machines stand in the source.</summary>
    public const string SourceMaps = "SourceMaps";
}
