using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Tests.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>What the rules find in a text.</summary>
internal static class Findings
{
    /// <summary>Everything but advice, of a Standard machine unless it is said otherwise.</summary>
    public static ImmutableArray<Finding> Find(string text, StateMachineType type = StateMachineType.Standard) =>
        [.. DefinitionChecker.Check(DocumentTests.Read(text), new CreationTarget(Type: type)).Where(finding => finding.Rule.Severity != RuleSeverity.Info)];

    /// <summary>The advice of one rule, as <c>id path → the characters pointed at</c>.</summary>
    public static string[] Advise(Rule rule, string text, StateMachineType type = StateMachineType.Standard) =>
        [.. DefinitionChecker.Check(DocumentTests.Read(text), new CreationTarget(Type: type)).Where(finding => finding.Rule == rule).Select(finding => Show(finding, text))];

    /// <summary>Everything but advice, as <c>id path → the characters pointed at</c>.</summary>
    public static string[] Check(string text, StateMachineType type = StateMachineType.Standard) => [.. Find(text, type).Select(finding => Show(finding, text))];

    private static string Show(Finding finding, string text)
    {
        TextRange range = finding.Locate(text);
        return $"{finding.Rule.Id} {finding.Path} → {text.Substring(range.Start, range.Length)}";
    }
}
