using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Testing;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Calls of intrinsic functions that were recorded on AWS, evaluated here.</summary>
public class IntrinsicTests
{
    [Fact]
    public void Recorded_calls_give_what_they_gave_on_AWS()
    {
        int ran = 0;
        List<string> differences = [];
        foreach (JsonElement @case in Corpus.Read("intrinsics_aws.jsonl"))
        {
            HashSet<string?> flags = [.. @case.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())];

            // The recordings do not tell the variables, nor what of the context object is made up for each execution.
            if (@case.GetProperty("lang").GetString() != "jsonpath" || flags.Contains("variables") || flags.Contains("placeholders"))
            {
                continue;
            }

            ran++;
            string expression = @case.GetProperty("expression").GetString()!;
            ExpressionResult result = ExpressionEvaluator.EvaluateJsonPath(expression, new ExpressionScope
            {
                Input = @case.GetProperty("input").GetRawText(),
                Context = $$$"""{"Execution":{"Input":{{{@case.GetProperty("context").GetProperty("execution_input").GetRawText()}}}}}""",
            });
            JsonElement expected = @case.GetProperty("expected");
            if (result.Value is not { } value || !JsonElement.DeepEquals(JsonElement.Parse(value), expected))
            {
                differences.Add($"{@case.GetProperty("id").GetString()}: {expression} gives {result}, and {expected.GetRawText()} on AWS");
            }
        }

        differences.ShouldBeEmpty();
        ran.ShouldBe(89);
    }
}
