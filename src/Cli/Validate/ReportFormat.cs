using System;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>A form that a report is written in.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Least">The least severity that is told when nobody asks for another.</param>
/// <param name="Write">Writes a report.</param>
internal sealed record ReportFormat(string Name, RuleSeverity Least, Func<ValidationReport, string> Write)
{
    /// <summary>For people, whom advice would keep from what matters.</summary>
    public static ReportFormat Text { get; } = new("text", RuleSeverity.Warning, TextReport.Write);

    /// <summary>For programs, which choose themselves.</summary>
    public static ReportFormat Json { get; } = new("json", RuleSeverity.Info, JsonReport.Write);

    /// <summary>For build servers and editors, which choose themselves.</summary>
    public static ReportFormat Sarif { get; } = new("sarif", RuleSeverity.Info, SarifReport.Write);

    /// <summary>As AWS, which tells errors unless it is asked for more.</summary>
    public static ReportFormat Aws { get; } = new("aws", RuleSeverity.Error, AwsReport.Write);

    public static ReportFormat[] All { get; } = [Text, Json, Sarif, Aws];
}
