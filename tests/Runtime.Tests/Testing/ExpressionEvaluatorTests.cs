using System.Collections.Generic;
using System.Text.Json;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing;

public class ExpressionEvaluatorTests
{
    private static readonly ExpressionScope s_scope = new()
    {
        Input = """{"name":"Ada","items":[{"id":1},{"id":2}]}""",
        Context = """{"Execution":{"Name":"run"}}""",
        Variables = new Dictionary<string, string> { ["limit"] = """{"max":5}""" },
        Seed = 1,
    };

    [Theory]
    [InlineData("$", """{"name":"Ada","items":[{"id":1},{"id":2}]}""")]
    [InlineData("$.items[*].id", "[1,2]")]
    [InlineData("$$.Execution.Name", "\"run\"")]
    [InlineData("$limit.max", "5")]
    [InlineData("$.items[7]", "null")]
    [InlineData("States.Format('{} {} {}', $.name, $$.Execution.Name, $limit)", "\"Ada run {max=5}\"")]
    public void Paths_and_calls_see_the_scope(string expression, string expected)
    {
        ExpressionResult result = ExpressionEvaluator.EvaluateJsonPath(expression, s_scope);
        result.Value.ShouldBe(expected);
        result.ToString().ShouldBe(expected);
        (result.IsUndefined, result.Error, result.Message).ShouldBe((false, null, null));
    }

    [Theory]
    [InlineData("$states.input.name & $states.context.Execution.Name & $limit.max", "\"Adarun5\"")]
    [InlineData("{% items.id %}", "[1,2]")]
    [InlineData("null", "null")]
    public void Jsonata_sees_the_scope(string expression, string expected) =>
        ExpressionEvaluator.EvaluateJsonata(expression, s_scope).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("$states.input", null)]
    [InlineData("$", null)]
    [InlineData("'a' + 1", "T2001")]
    [InlineData("1 +", "S0207")]
    [InlineData("$sum", "States.QueryEvaluationError")]
    public void Jsonata_that_gives_no_value_is_told(string expression, string? error)
    {
        ExpressionResult result = ExpressionEvaluator.EvaluateJsonata(expression);
        (result.Value, result.IsUndefined, result.Error).ShouldBe((null, error is null, error));
    }

    [Theory]
    [InlineData("$.nope", "States.Runtime", "The JSONPath '$.nope' could not be found in the input '{}'")]
    [InlineData("$$.nope", "States.Runtime", "The JSONPath '$$.nope' could not be found in the input '{}'")]
    [InlineData("$nope", "States.Runtime", "The JSONPath '$nope' could not be found in the input '{}'")]
    [InlineData("States.MathAdd(1)", "States.Runtime", "There was an error while evaluating the intrinsic function: States.MathAdd(1). Invalid arguments in States.MathAdd")]
    [InlineData("States.Add(1)", "InvalidDefinition", "A function is called that there is not.")]
    [InlineData("$.a[", "InvalidDefinition", "A quoted name, an index, '*' or '?' was expected in brackets, not the end of the text, at character 5.")]
    [InlineData("", "InvalidDefinition", "A path or the name of a function was expected, not the end of the text, at character 1.")]
    public void What_fails_is_told(string expression, string error, string message)
    {
        ExpressionResult result = ExpressionEvaluator.EvaluateJsonPath(expression);
        (result.Value, result.IsUndefined, result.Error, result.Message).ShouldBe((null, false, error, message));
        result.ToString().ShouldBe($"{error}: {message}");
    }

    [Fact]
    public void A_seed_makes_chance_repeatable()
    {
        string? Draw(int? seed) => ExpressionEvaluator.EvaluateJsonPath(
            "States.Array(States.UUID(), States.MathRandom(0, 1000000))", new ExpressionScope { Seed = seed }).Value;
        Draw(7).ShouldBe(Draw(7));
        Draw(7).ShouldNotBe(Draw(8));
        Draw(null).ShouldNotBe(Draw(null));
    }

    [Fact]
    public void A_scope_that_is_no_JSON_is_refused() =>
        Should.Throw<JsonException>(() => ExpressionEvaluator.EvaluateJsonPath("$", new ExpressionScope { Input = "{" }));
}
