using System;
using System.Globalization;
using System.Linq;
using StateMachineGen.Cli.Import;
using StateMachineGen.Harness;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>Definitions that are as deep, as wide or as large as they can be.</summary>
public class ExtremeTests
{
    [Fact]
    public void States_nested_as_deep_as_JSON_is_read_come_back_the_same() => ShouldComeBack(Nest(62, static (inner, level) =>
        $$"""{ "StartAt": "P{{level}}", "States": { "P{{level}}": { "Type": "Parallel", "Branches": [ {{inner}} ], "End": true } } }""", Leaf));

    [Fact]
    public void Maps_nested_as_deep_as_JSON_is_read_come_back_the_same() => ShouldComeBack(Nest(80, static (inner, level) =>
        $$"""{ "StartAt": "M{{level}}", "States": { "M{{level}}": { "Type": "Map", "ItemProcessor": {{inner}}, "End": true } } }""", Leaf));

    [Fact]
    public void Rules_nested_as_deep_as_JSON_is_read_come_back_the_same()
    {
        ShouldComeBack(Choice(Nest(240, static (inner, _) => $$"""{ "Not": {{inner}} }""", Comparison)));
        ShouldComeBack(Choice(Nest(120, static (inner, level) => $$"""{ "{{(level % 2 == 0 ? "And" : "Or")}}": [ {{Comparison}}, {{inner}} ] }""", Comparison)));
    }

    [Fact]
    public void A_rule_of_thousands_of_parts_comes_back_the_same() =>
        ShouldComeBack(Choice($$"""{ "Or": [ {{string.Join(", ", Enumerable.Repeat(Comparison, 5_000))}} ] }"""));

    [Fact]
    public void Thousands_of_states_of_one_name_in_all_but_symbols_get_names_of_their_own()
    {
        string states = string.Join(", ", Enumerable.Range(0, 3_000).Select(static i => $"\"{new string('!', i + 1)}\": {{ \"Type\": \"Succeed\" }}"));
        ShouldComeBack($$"""{ "StartAt": "!", "States": { {{states}} } }""");
    }

    [Fact]
    public void Ten_thousand_levels_are_refused_with_their_place()
    {
        ImportedFile file = new ImportSession().Add("deep.json", "{\n" + string.Concat(Enumerable.Repeat("\"a\":{", 10_000)) + new string('}', 10_001));
        file.Output.ShouldBeNull();
        ImportProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Message.ShouldBe("JSON is nested deeper than 256 levels");
        file.Lines.Locate(problem.Range.Start).ShouldBe((2, 1280));
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("long name")]
    [InlineData("long text")]
    [InlineData("deep payload")]
    [InlineData("states")]
    [InlineData("rules")]
    public void Ten_megabytes_are_imported(string shape)
    {
        // What is not linear in this size would not end.
        const int Size = 10_000_000;
        string payload = shape switch
        {
            "wide" => "[" + string.Join(",", Enumerable.Range(0, Size / 40).Select(static i => string.Create(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"name":"item","on":true}"""))) + "]",
            "long name" => Nest(240, static (inner, _) => $$"""{ "a": {{inner}} }""", $$"""{ "{{new string('n', Size)}}": 1 }"""),
            "long text" => $"\"{new string('t', Size)}\"",
            _ => "[" + string.Join(",", Enumerable.Repeat(Nest(240, static (inner, _) => $"[{inner}]", "1"), Size / 500)) + "]",
        };
        ImportedFile file = new ImportSession().Add("big.json", shape switch
        {
            "rules" => Choice(string.Join(", ", Enumerable.Repeat("""{ "Variable": "$.a", "NumericEquals": 1, "Next": "S" }""", Size / 60)) + ", " + Comparison),
            "states" => $$"""{ "StartAt": "S0", "States": { {{string.Join(", ", Enumerable.Range(0, Size / 70).Select(
                static i => string.Create(CultureInfo.InvariantCulture, $$""" "S{{i}}": { "Type": "Pass", "Comment": "one of many", "Next": "S{{i / 2}}" } """)))}} } }""",
            _ => $$"""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": {{payload}}, "End": true } } }""",
        });
        file.Output!.Source.Length.ShouldBeGreaterThan(Size);
    }

    private const string Leaf = """{ "StartAt": "S", "States": { "S": { "Type": "Succeed" } } }""";

    private const string Comparison = """{ "Variable": "$.a", "NumericEquals": 1 }""";

    private static string Choice(string rule) =>
        $$"""{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [ {{rule.Remove(rule.LastIndexOf('}'))}}, "Next": "S" } ] }, "S": { "Type": "Succeed" } } }""";

    private static string Nest(int levels, Func<string, int, string> wrap, string innermost)
    {
        string text = innermost;
        for (int level = 0; level < levels; level++)
        {
            text = wrap(text, level);
        }

        return text;
    }

    private static void ShouldComeBack(string definition)
    {
        JsonParser.Parse(definition).Error.ShouldBeNull();
        ImportOutcome outcome = ImportHarness.RoundTrip([("machine.json", definition)]).ShouldHaveSingleItem();
        outcome.Failure.ShouldBeNull();
    }
}
