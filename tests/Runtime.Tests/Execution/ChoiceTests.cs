using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

public class ChoiceTests
{
    private static async Task<ExecutionResult<System.Text.Json.JsonElement>> Decide(string rule, string input, string tail = """, "Default": "No" """) =>
        await Machines.RunAsync(
            $$"""
            { "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [ { {{rule}}, "Next": "Yes" } ]{{tail}} },
              "Yes": { "Type": "Succeed" }{{Machines.Target(tail, "No")}} } }
            """,
            input);

    [Theory]
    [InlineData("StringEquals", "\"b\"", "\"b\"", true)]
    [InlineData("StringEquals", "\"b\"", "\"B\"", false)]
    [InlineData("StringLessThan", "\"b\"", "\"a\"", true)]
    [InlineData("StringLessThan", "\"a\"", "\"B\"", true)]
    [InlineData("StringGreaterThan", "\"b\"", "\"c\"", true)]
    [InlineData("StringLessThanEquals", "\"b\"", "\"b\"", true)]
    [InlineData("StringGreaterThanEquals", "\"b\"", "\"a\"", false)]
    [InlineData("NumericEquals", "1", "1.0", true)]
    [InlineData("NumericLessThan", "1", "0", true)]
    [InlineData("NumericGreaterThan", "1", "1e1", true)]
    [InlineData("NumericLessThanEquals", "1", "1", true)]
    [InlineData("NumericGreaterThanEquals", "1", "0.5", false)]
    [InlineData("BooleanEquals", "false", "false", true)]
    [InlineData("TimestampEquals", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T01:00:00.000+01:00\"", true)]
    [InlineData("TimestampLessThan", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00+01:00\"", true)]
    [InlineData("TimestampGreaterThan", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00.0000001Z\"", true)]
    [InlineData("TimestampLessThanEquals", "\"2026-01-01T00:00:00Z\"", "\"2026-01-02T00:00:00Z\"", false)]
    [InlineData("TimestampGreaterThanEquals", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01T00:00:00Z\"", true)]
    [InlineData("NumericEquals", "1", "\"1\"", false)]
    [InlineData("StringEquals", "\"1\"", "1", false)]
    [InlineData("BooleanEquals", "true", "\"true\"", false)]
    [InlineData("TimestampEquals", "\"2026-01-01T00:00:00Z\"", "\"2026-01-01t00:00:00Z\"", false)]
    public async Task A_comparison_holds_as_ASL_says_with_a_literal_and_with_a_path(string operation, string operand, string variable, bool holds)
    {
        string expected = holds ? "Yes" : "No";
        (await Decide($$""" "Variable": "$.v", "{{operation}}": {{operand}} """, $$"""{"v":{{variable}}}""")).Path.ShouldBe(["C", expected]);
        (await Decide($$""" "Variable": "$.v", "{{operation}}Path": "$.o" """, $$"""{"v":{{variable}},"o":{{operand}}}""")).Path.ShouldBe(["C", expected]);
    }

    [Theory]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "acd", false)]
    [InlineData("*.log", "x.log", true)]
    [InlineData("a*b*c", "a1b2b3c", true)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("a?c", "abc", false)]
    [InlineData(@"a\\*", "a*", true)]
    [InlineData(@"a\\*", "ab", false)]
    [InlineData(@"a\\\\*", "a\\\\b", true)]
    [InlineData("", "", true)]
    [InlineData("**", "x", true)]
    public async Task A_pattern_matches_as_ASL_says(string pattern, string text, bool matches) =>
        (await Decide($$""" "Variable": "$.v", "StringMatches": "{{pattern}}" """, $$"""{"v":"{{text}}"}""")).Path[1].ShouldBe(matches ? "Yes" : "No");

    [Theory]
    [InlineData("IsNull", "null", "1")]
    [InlineData("IsNumeric", "1.5", "\"1\"")]
    [InlineData("IsString", "\"\"", "true")]
    [InlineData("IsBoolean", "false", "null")]
    [InlineData("IsTimestamp", "\"2026-02-28T23:59:59+00:00\"", "\"2026-02-30T00:00:00Z\"")]
    public async Task A_type_test_tells_types_apart_and_false_inverts_it(string test, string yes, string no)
    {
        (await Decide($$""" "Variable": "$.v", "{{test}}": true """, $$"""{"v":{{yes}}}""")).Path[1].ShouldBe("Yes");
        (await Decide($$""" "Variable": "$.v", "{{test}}": true """, $$"""{"v":{{no}}}""")).Path[1].ShouldBe("No");
        (await Decide($$""" "Variable": "$.v", "{{test}}": false """, $$"""{"v":{{no}}}""")).Path[1].ShouldBe("Yes");
    }

    [Theory]
    [InlineData("true", """{"v":null}""", "Yes")]
    [InlineData("true", "{}", "No")]
    [InlineData("false", "{}", "Yes")]
    public async Task Only_IsPresent_takes_a_missing_variable(string operand, string input, string target) =>
        (await Decide($$""" "Variable": "$.v", "IsPresent": {{operand}} """, input)).Path[1].ShouldBe(target);

    [Theory]
    [InlineData(""" "Variable": "$.x", "StringEquals": "a" """)]
    [InlineData(""" "Variable": "$.x", "IsNull": true """)]
    [InlineData(""" "Variable": "$.v", "NumericEqualsPath": "$.x" """)]
    [InlineData(""" "Not": { "Variable": "$.x", "IsNull": true } """)]
    [InlineData(""" "Or": [ { "Variable": "$.x", "IsNull": true }, { "Variable": "$.v", "IsNumeric": true } ] """)]
    public async Task A_missing_value_fails_the_state(string rule)
    {
        var run = await Decide(rule, """{"v":1}""");
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause.ShouldBe(
            "An error occurred while executing the state 'C' (entered at the event id #2). Invalid path '$.x': The choice state's condition path references an invalid value.");
    }

    [Theory]
    [InlineData(""" "And": [ { "Variable": "$.x", "IsPresent": true }, { "Variable": "$.x", "IsNull": true } ] """, "No")]
    [InlineData(""" "Or": [ { "Variable": "$.v", "IsNumeric": true }, { "Variable": "$.x", "IsNull": true } ] """, "Yes")]
    [InlineData(""" "Not": { "Not": { "And": [ { "Variable": "$.v", "NumericEquals": 1 } ] } } """, "Yes")]
    public async Task Combinations_stop_at_the_first_rule_that_decides(string rule, string target) =>
        (await Decide(rule, """{"v":1}""")).Path[1].ShouldBe(target);

    [Fact]
    public async Task Without_a_match_and_a_default_the_execution_fails_as_on_AWS()
    {
        var run = await Decide(""" "Variable": "$.v", "IsNull": true """, """{"v":1}""", "");
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause!.ShouldContain("Failed to transition out of the state. The state does not point to a next state");
    }
}
