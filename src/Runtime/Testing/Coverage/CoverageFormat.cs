namespace StateMachineGen.Testing;

/// <summary>How reports of coverage are written.</summary>
public enum CoverageFormat
{
    /// <summary>A table for people, and what was not reached.</summary>
    Text,

    /// <summary>JSON with all counts, which <see cref="CoverageReport.Parse"/> reads.</summary>
    Json,

    /// <summary>Cobertura's XML, which build servers and report generators read.</summary>
    Cobertura,
}
