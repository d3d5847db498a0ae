using System.Text.Json;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>One array with everything that is wrong, inputs that cannot be read included.</summary>
internal static class JsonReport
{
    public static string Write(ValidationReport report) => JsonText.Write(isIndented: true, json =>
    {
        json.WriteStartArray();
        foreach (Problem failure in report.Failures)
        {
            Write(json, failure, null, RuleSeverity.Error, null);
        }

        foreach (ReportedFinding finding in report.Findings)
        {
            Write(json, finding.Place, finding.Rule.Id, finding.Rule.Severity, finding.Path);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Problem place, string? rule, RuleSeverity severity, string? path)
    {
        json.WriteStartObject();
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteString("rule", rule);
        json.WriteString("severity", Messages.Word(severity));
        json.WriteString("message", place.Message);
        json.WriteString("path", path);
        json.WriteEndObject();
    }
}
