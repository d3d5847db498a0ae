using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>Something that a rule found, at its place.</summary>
/// <param name="Place">The file, line and column where it begins, and what is wrong.</param>
/// <param name="EndLine">The line of the first character behind it, from 1.</param>
/// <param name="EndColumn">The column of the first character behind it, from 1.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Path">The place as AWS writes it: <c>/States/A/Next</c>.</param>
/// <param name="Aws">What AWS says of it, or null when it says nothing.</param>
internal sealed record ReportedFinding(Problem Place, int EndLine, int EndColumn, Rule Rule, string Path, AwsDiagnostic? Aws)
{
    /// <summary>The change that mends it, where it is known.</summary>
    public SuggestedChange? Change { get; init; }

    public static ReportedFinding Of(string file, string text, Finding finding, TextRange range, LineMap lines)
    {
        AwsDiagnostic? aws = finding.AwsCode is { } code ? new AwsDiagnostic(code, finding.AwsMessage ?? finding.Message, finding.AwsLocation) : null;
        return At(file, finding.Rule, finding.Message, finding.Path, range, lines, aws) with
        {
            Change = finding.Correction is { } correction ? SuggestedChange.Of(correction, text, lines) : null,
        };
    }

    /// <summary>The finding of a text that is no definition at all.</summary>
    public static ReportedFinding Of(string file, string text, JsonError error)
    {
        // AWS tells apart whether there is anything.
        string code = text.Trim() is "" or "null" ? "MISSING_DESCRIPTION" : StructureRules.InvalidJson.AwsCode!;
        return At(file, StructureRules.InvalidJson, error.Message, "/", error.Range, new LineMap(text), new AwsDiagnostic(code, error.Message, null));
    }

    private static ReportedFinding At(string file, Rule rule, string message, string path, TextRange range, LineMap lines, AwsDiagnostic? aws)
    {
        (int line, int column) = lines.Locate(range.Start);
        (int endLine, int endColumn) = lines.Locate(range.End);
        return new ReportedFinding(new Problem(file, line, column, message), endLine, endColumn, rule, path, aws);
    }
}

/// <summary>A finding as AWS's ValidateStateMachineDefinition tells it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Message">Its text: AWS's own where it is known.</param>
/// <param name="Location">Where it is; null when AWS names no place.</param>
internal sealed record AwsDiagnostic(string Code, string Message, string? Location);
