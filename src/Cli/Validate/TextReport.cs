using System.Text;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Validate;

/// <summary>A line for each finding, as compilers write it.</summary>
internal static class TextReport
{
    public static string Write(ValidationReport report)
    {
        var text = new StringBuilder();
        foreach (ReportedFinding finding in report.Findings)
        {
            string line = $"{finding.Place.Place}: {Messages.Word(finding.Rule.Severity)} {finding.Rule.Id}: {finding.Place.Message} [{finding.Path}]";
            text.Append(Messages.Printable(line)).Append('\n');
        }

        return text.ToString();
    }
}
