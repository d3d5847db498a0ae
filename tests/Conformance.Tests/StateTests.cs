using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Cli.Test;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Calls of TestState that were recorded on AWS, made here through the code of <c>stategen test</c>.</summary>
public class StateTests
{
    private const string SchemaCheck = "Mock result schema validation error";

    [Fact]
    public async Task Recorded_tests_of_states_end_as_on_AWS()
    {
        var failures = new List<string>();
        int compared = 0;
        foreach (JsonElement @case in Corpus.Read("teststate_aws.jsonl").Where(@case => !IsCalledForReal(@case) && !ChecksTheApiModel(@case)))
        {
            compared++;
            CaseResult result = await CaseRunner.RunAsync(new CaseLine("teststate_aws.jsonl", 0, @case.GetRawText()), null, null, TestContext.Current.CancellationToken);
            if (!result.IsPassed)
            {
                failures.Add($"{result.Id}\n  {result.Difference}");
            }
        }

        failures.ShouldBeEmpty(string.Join('\n', failures));
        compared.ShouldBe(95, "tests that were compared");
    }

    /// <summary>A task that was called on AWS, with a role and without a mock: its answer is known from the expectation only.</summary>
    private static bool IsCalledForReal(JsonElement @case)
    {
        JsonElement args = @case.GetProperty("args");
        return args.TryGetProperty("roleArn", out _) && !args.TryGetProperty("mock", out _)
            && @case.GetProperty("definition").TryGetProperty("Type", out JsonElement type) && type.GetString() == "Task";
    }

    /// <summary>AWS checks a mock against the service's API model, which is not part of this project.</summary>
    private static bool ChecksTheApiModel(JsonElement @case) =>
        @case.GetProperty("expect").TryGetProperty("exception", out JsonElement exception) && exception.ToString().Contains(SchemaCheck, StringComparison.Ordinal);
}
