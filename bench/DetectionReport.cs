using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Bench;

/// <summary>What the rules find of known faults, beside what other tools were recorded to find of the same definitions.</summary>
internal sealed class DetectionReport(TextWriter output, string corpora)
{
    private static readonly ImmutableArray<(string Key, string Name)> s_tools =
    [
        ("statelint", "statelint"), ("SL", "statelint"), ("aslv", "asl-validator"), ("AV", "asl-validator"), ("asls", "language service"),
        ("ALS", "language service"), ("CFN", "cfn-lint"), ("LS", "LocalStack"),
    ];

    public void Run()
    {
        string[] tools = [.. s_tools.Select(static tool => tool.Name).Distinct()];
        output.WriteLine($"| cases | number | ours | ours, with warnings | {string.Join(" | ", tools)} |");
        output.WriteLine($"|---|---|---|---|{string.Concat(tools.Select(static _ => "---|"))}");
        // Fragments are no definitions; tools that take them were given what stands around them.
        JsonElement[] cases = [.. Read("validate.jsonl").Where(static each => each.GetProperty("scope").GetString() == "machine")];
        JsonElement[] recorded = [.. cases.Where(static each => each.GetProperty("trust").GetString() == "aws-recorded")];
        JsonElement[] others = [.. cases.Except(recorded)];
        JsonElement[] table = [.. Read("rules.jsonl")];
        Write("faulty: refused by AWS in a recording", [.. recorded.Where(static each => !IsValid(each))], tools);
        Write("faulty: published by others", [.. others.Where(static each => !IsValid(each))], tools);
        Write("faulty: a case for each rule", [.. table.Where(static each => each.GetProperty("kind").GetString() == "fault")], tools);
        Write("clean: taken by AWS in a recording", [.. recorded.Where(IsValid)], tools);
        Write("clean: published by others", [.. others.Where(IsValid)], tools);
        Write("clean: valid forms that tools trip over", [.. table.Where(static each => each.GetProperty("kind").GetString() == "good")], tools);
    }

    private static bool IsValid(JsonElement @case) => @case.GetProperty("valid").GetBoolean();

    private void Write(string title, JsonElement[] cases, string[] tools)
    {
        RuleSeverity?[] found = [.. cases.Select(Check)];
        string[] cells =
        [
            Text(cases.Length),
            Text(found.Count(static severity => severity == RuleSeverity.Error)),
            Text(found.Count(static severity => severity >= RuleSeverity.Warning)),
            .. tools.Select(tool => CountRefused(cases, tool)),
        ];
        output.WriteLine($"| {title} | {string.Join(" | ", cells)} |");
    }

    /// <summary>How many of the cases a tool calls wrong; a dash when it was not run on them.</summary>
    private static string CountRefused(JsonElement[] cases, string tool)
    {
        string[] keys = [.. s_tools.Where(each => each.Name == tool).Select(static each => each.Key)];
        JsonElement[] outcomes = [.. cases.SelectMany(each => each.GetProperty("tools").EnumerateObject()).Where(outcome => keys.Contains(outcome.Name)).Select(static outcome => outcome.Value)];
        return outcomes.Length == 0
            ? "–"
            : Text(outcomes.Count(static outcome => outcome.ValueKind == JsonValueKind.Number ? outcome.GetInt32() > 0 : outcome.ValueKind == JsonValueKind.False));
    }

    /// <summary>The greatest severity of what the rules find, or null.</summary>
    private static RuleSeverity? Check(JsonElement @case)
    {
        string text = @case.TryGetProperty("text", out JsonElement raw) ? raw.GetString()!
            : @case.GetProperty("definition") is { ValueKind: JsonValueKind.String } written ? written.GetString()!
            : @case.GetProperty("definition").GetRawText();
        if (Definition.Read(text).Machine is not { } machine)
        {
            return RuleSeverity.Error;
        }

        bool isExpress = @case.TryGetProperty("type", out JsonElement type) && type.GetString() == "EXPRESS";
        ImmutableArray<Finding> findings = DefinitionChecker.Check(machine, new CreationTarget(Type: isExpress ? StateMachineType.Express : StateMachineType.Standard));
        return findings.IsEmpty ? null : findings.Max(static finding => finding.Rule.Severity);
    }

    private IEnumerable<JsonElement> Read(string file) =>
        File.ReadLines(Path.Combine(corpora, file)).Where(static line => line.Length > 0).Select(static line => JsonSerializer.Deserialize<JsonElement>(line));

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
