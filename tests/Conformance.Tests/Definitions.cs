using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Conformance.Tests;

/// <summary>The definitions of the corpora, and what the rules say of them.</summary>
internal static class Definitions
{
    public static string Id(JsonElement @case) => @case.GetProperty("id").GetString()!;

    /// <summary>The text of a case.</summary>
    public static string Text(JsonElement @case) =>
        @case.TryGetProperty("text", out JsonElement raw) ? raw.GetString()!
        : @case.GetProperty("definition") is { ValueKind: JsonValueKind.String } written ? written.GetString()!
        : @case.GetProperty("definition").GetRawText();

    /// <summary>The rules that a case breaks; a text that is no JSON object breaks one.</summary>
    public static IEnumerable<Rule> Check(JsonElement @case) => Check(@case, Text(@case));

    public static IEnumerable<Rule> Check(JsonElement @case, string text) => Definition.Read(text).Machine is { } machine
        ? Find(@case, machine).Select(finding => finding.Rule)
        : [StructureRules.InvalidJson];

    /// <summary>What the rules find in a case that is JSON.</summary>
    public static ImmutableArray<Finding> Find(JsonElement @case) => Find(@case, Definition.Read(Text(@case)).Machine!);

    private static ImmutableArray<Finding> Find(JsonElement @case, StateMachine machine)
    {
        bool isExpress = @case.TryGetProperty("type", out JsonElement type) && type.GetString() == "EXPRESS";
        return DefinitionChecker.Check(machine, new CreationTarget(Type: isExpress ? StateMachineType.Express : StateMachineType.Standard));
    }

    public static string[] Errors(IEnumerable<Rule> rules) => [.. rules.Where(rule => rule.Severity == RuleSeverity.Error).Select(rule => rule.Id).Distinct()];

    /// <summary>A machine around a single state, with a state for each that it leads to.</summary>
    public static string Around(JsonElement state)
    {
        var targets = new SortedSet<string>(System.StringComparer.Ordinal);
        AddTarget(state, "Next", targets);
        AddTarget(state, "Default", targets);
        foreach (string field in (ImmutableArray<string>)["Choices", "Catch"])
        {
            if (state.TryGetProperty(field, out JsonElement entries))
            {
                foreach (JsonElement entry in entries.EnumerateArray())
                {
                    AddTarget(entry, "Next", targets);
                }
            }
        }

        const string name = "The state";
        var states = new JsonObject { [name] = JsonNode.Parse(state.GetRawText()) };
        foreach (string target in targets)
        {
            states[target] = new JsonObject { ["Type"] = "Succeed" };
        }

        return new JsonObject { ["StartAt"] = name, ["States"] = states }.ToJsonString();
    }

    private static void AddTarget(JsonElement part, string field, SortedSet<string> targets)
    {
        if (part.TryGetProperty(field, out JsonElement target))
        {
            targets.Add(target.GetString()!);
        }
    }
}
