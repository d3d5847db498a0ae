using System.Collections.Immutable;
using System.Linq;
using System.Text;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>What AWS's ValidateStateMachineDefinition returns: a line for each definition.</summary>
internal static class AwsReport
{
    /// <summary>As many as AWS gives when it is not asked for fewer.</summary>
    private const int MaxDiagnostics = 100;

    public static string Write(ValidationReport report)
    {
        var text = new StringBuilder();
        foreach (ImmutableArray<ReportedFinding> findings in report.Definitions)
        {
            text.Append(Write([.. findings.Where(static finding => finding.Aws is not null)]));
        }

        return text.ToString();
    }

    private static string Write(ReportedFinding[] findings) => JsonText.Write(isIndented: false, json =>
    {
        json.WriteStartObject();
        json.WriteString("result", findings.Any(static finding => finding.Rule.Severity == RuleSeverity.Error) ? "FAIL" : "OK");
        json.WriteStartArray("diagnostics");
        foreach (ReportedFinding finding in findings.Take(MaxDiagnostics))
        {
            json.WriteStartObject();
            json.WriteString("severity", finding.Rule.Severity == RuleSeverity.Error ? "ERROR" : "WARNING");
            json.WriteString("code", finding.Aws!.Code);
            json.WriteString("message", finding.Aws.Message);
            if (finding.Aws.Location is { } location)
            {
                json.WriteString("location", location);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("truncated", findings.Length > MaxDiagnostics);
        json.WriteEndObject();
    });
}
