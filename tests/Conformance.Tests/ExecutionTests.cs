using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Conformance.Tests;

/// <summary>
/// Executions that were recorded on AWS, run here. The number of those that ran is part of the test, so that none is lost unseen when
/// the corpus is read.
/// </summary>
public class ExecutionTests
{
    /// <summary>Cases that run here and end otherwise than on AWS, with the reason.</summary>
    private static readonly Dictionary<string, string> s_different = new(StringComparer.Ordinal)
    {
        ["activities/test_activities.py::TestActivities::test_activity_task_on_deleted#get_execution_history"] =
            "the recording has no answer to mock: the activity did not exist, which a local run cannot know",
        ["local_mocking/test_base_scenarios.py::TestBaseScenarios::test_map_state_lambda#get_execution_history"] =
            "the recording has no answers of tasks inside a map run",
        ["local_mocking/test_base_scenarios.py::TestBaseScenarios::test_parallel_state_lambda#get_execution_history"] =
            "the recording has no answers of the tasks",
        ["scenarios/test_base_scenarios.py::TestBaseScenarios::test_map_state_config_distributed_reentrant_lambda#get_execution_history"] =
            "the recording has no answers of tasks inside a map run",
    };

    [Theory]
    [InlineData("exec_aws.jsonl", 529)]
    [InlineData("exec_aws_tasks.jsonl", 89)]
    public async Task Recorded_executions_end_as_on_AWS(string file, int expected)
    {
        var failures = new List<string>();
        int ran = 0;
        foreach (JsonElement @case in Corpus.Read(file))
        {
            string id = @case.GetProperty("id").GetString()!;
            string? difference;
            try
            {
                difference = await CompareAsync(@case);
            }
            catch (DefinitionException e)
            {
                failures.Add($"{id}\n  refused: {e.Message}");
                continue;
            }

            ran++;
            bool isKnown = s_different.ContainsKey(id);
            if (difference is not null && !isKnown)
            {
                failures.Add($"{id}\n  {difference}");
            }
            else if (difference is null && isKnown)
            {
                failures.Add($"{id}\n  ends as on AWS now: strike it from the list");
            }
        }

        failures.ShouldBeEmpty(string.Join('\n', failures));
        ran.ShouldBe(expected, "executions that ran");
    }

    private static async Task<string?> CompareAsync(JsonElement @case)
    {
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(), Seed = 1, AccountId = "111111111111", Region = "us-east-1" };
        AddMocks(@case, options);
        MachineType type = @case.GetProperty("type").GetString() == "EXPRESS" ? MachineType.Express : MachineType.Standard;
        await using var machine = LocalStateMachine.FromDefinition(@case.GetProperty("definition").GetRawText(), options, "StateMachine", type);
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync(@case.GetProperty("input").GetRawText());
        return Compare(@case, run);
    }

    private static string? Compare(JsonElement @case, ExecutionResult<JsonElement> run)
    {
        JsonElement expect = @case.GetProperty("expect");
        var recording = new Recording(@case);
        string status = run.Status switch
        {
            ExecutionStatus.Succeeded => "SUCCEEDED",
            ExecutionStatus.Failed => "FAILED",
            ExecutionStatus.TimedOut => "TIMED_OUT",
            _ => "ABORTED",
        };
        if (expect.GetProperty("status").GetString() is { } expectedStatus && status != expectedStatus)
        {
            return $"status {status} ({run.Error}: {run.Cause}), not {expectedStatus}";
        }

        if (expect.TryGetProperty("output", out JsonElement output) && !recording.Matches(output, run.Output))
        {
            return $"output {run.OutputJson}, not {output.GetRawText()}";
        }

        if (expect.TryGetProperty("error", out JsonElement error) && error.GetString() != run.Error)
        {
            return $"error {run.Error} ({run.Cause}), not {error}";
        }

        return CompareCause(expect, recording, run) ?? CompareEvents(@case, expect, run);
    }

    /// <summary>Causes of functions are their own; those of States.Runtime are AWS's, but for what names the data.</summary>
    private static string? CompareCause(JsonElement expect, Recording recording, ExecutionResult<JsonElement> run)
    {
        if (!expect.TryGetProperty("cause", out JsonElement cause) || cause.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return recording.Matches(cause, JsonSerializer.SerializeToElement(run.Cause)) ? null : $"cause \"{run.Cause}\", not \"{cause}\"";
    }

    private static string? CompareEvents(JsonElement @case, JsonElement expect, ExecutionResult<JsonElement> run)
    {
        if (!expect.TryGetProperty("events", out JsonElement events) || events.ValueKind != JsonValueKind.Array
            || !@case.TryGetProperty("events_order", out JsonElement order) || order.GetString() != "exact")
        {
            return null;
        }

        bool isDistributed = run.History.Any(each => each.Type == HistoryEventType.MapRunStarted);
        string expected = string.Join(", ", events.EnumerateArray().Select(each =>
            Describe(each.GetProperty("type").GetString()!, each.GetProperty("previousEventId").GetInt32(), isDistributed)));
        if (@case.GetProperty("id").GetString()!.EndsWith("reverseOrder[True]", StringComparison.Ordinal))
        {
            return null;
        }

        string actual = string.Join(", ", run.History.Select(each => Describe(each.Type.ToString(), each.PreviousEventId, isDistributed)));
        return actual == expected ? null : $"events\n    {actual}, not\n    {expected}";
    }

    /// <summary>
    /// An event with what it follows from, where AWS is consistent about that: failed JSONata follows from now this, now that, and until the summer
    /// of 2024 the exit of a Distributed Map followed from the end of its map run, since then from the start.
    /// </summary>
    private static string Describe(string type, int previous, bool isDistributed) =>
        type == nameof(HistoryEventType.EvaluationFailed) || (isDistributed && type == nameof(HistoryEventType.MapStateExited))
            ? type
            : string.Create(CultureInfo.InvariantCulture, $"{type}<{previous}");

    private static void AddMocks(JsonElement @case, LocalOptions options)
    {
        if (!@case.TryGetProperty("mocks", out JsonElement mocks) || mocks.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (IGrouping<string, JsonElement> state in mocks.EnumerateArray().GroupBy(mock => mock.GetProperty("state").GetString()!))
        {
            options.Mock(state.Key, [.. state.Select(ToReply)]);
        }
    }

    private static Reply ToReply(JsonElement mock)
    {
        string kind = mock.TryGetProperty("event", out JsonElement named) ? named.GetString() ?? "" : "";
        if (kind.EndsWith("Succeeded", StringComparison.Ordinal))
        {
            return Reply.ReturnJson(mock.TryGetProperty("output", out JsonElement output) ? output.GetRawText() : "null");
        }

        return kind.EndsWith("Failed", StringComparison.Ordinal)
            ? Reply.Fail(mock.GetProperty("error").GetString(), mock.GetProperty("cause").GetString())
            : Reply.Timeout();
    }
}
