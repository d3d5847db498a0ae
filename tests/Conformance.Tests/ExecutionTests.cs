using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Cli;
using StateMachineGen.Cli.Output;
using StateMachineGen.Cli.Test;

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
    [InlineData("exec_aws_s3.jsonl", 14)]
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

    [Theory]
    [InlineData("exec_aws.jsonl")]
    [InlineData("exec_aws_tasks.jsonl")]
    [InlineData("exec_aws_s3.jsonl")]
    public async Task The_tool_passes_what_ends_as_on_AWS(string file)
    {
        using var output = new StringWriter();
        using var messages = new StringWriter();
        var context = new CommandContext(Stream.Null, output, new Messages(messages));
        int exitCode = await CommandLine.RunAsync(["test", Corpus.PathOf(file), "--format", "json"], context, TestContext.Current.CancellationToken);
        JsonElement[] results = [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
        string[] failed = [.. results.Where(result => !result.GetProperty("pass").GetBoolean()).Select(result => result.GetProperty("id").GetString()!)];
        failed.ShouldBeSubsetOf(s_different.Keys, messages.ToString());
        results.Length.ShouldBe(Corpus.Read(file).Count);
        exitCode.ShouldBe(failed.Length > 0 ? 1 : 0);
    }

    private static async Task<string?> CompareAsync(JsonElement @case)
    {
        (CaseOutcome outcome, ExecutionResult<JsonElement> run) = await ExecutionCase.ExecuteAsync(@case, null, null, TestContext.Current.CancellationToken);
        return new Expectation(@case).Compare(outcome) ?? CompareHistory(@case, run.History);
    }

    /// <summary>Compares what each event tells and, where the recording holds that, what it follows from.</summary>
    private static string? CompareHistory(JsonElement @case, ExecutionHistory history)
    {
        if (!@case.TryGetProperty("events_order", out JsonElement order))
        {
            return null;
        }

        JsonElement[] events = [.. @case.GetProperty("expect").GetProperty("events").EnumerateArray()];
        var details = new EventDetails(new Recording(@case));
        if (order.GetString() != "exact")
        {
            return details.CompareSorted(events, history);
        }

        Array.Sort(events, static (x, y) => x.GetProperty("id").GetInt32().CompareTo(y.GetProperty("id").GetInt32()));
        bool isDistributed = history.Any(each => each.Type == HistoryEventType.MapRunStarted);
        string expected = string.Join(
            ", ", events.Select(each => Describe(each.GetProperty("type").GetString()!, each.GetProperty("previousEventId").GetInt32(), isDistributed)));
        string actual = string.Join(", ", history.Select(each => Describe(each.Type.ToString(), each.PreviousEventId, isDistributed)));
        return actual == expected ? details.Compare(events, history) : $"events\n    {actual}, not\n    {expected}";
    }

    /// <summary>
    /// An event with what it follows from, where AWS is consistent about that: failed JSONata follows from now this, now that, and until the summer
    /// of 2024 the exit of a Distributed Map followed from the end of its map run, since then from the start.
    /// </summary>
    private static string Describe(string type, int previous, bool isDistributed) =>
        type == nameof(HistoryEventType.EvaluationFailed) || (isDistributed && type == nameof(HistoryEventType.MapStateExited))
            ? type
            : string.Create(CultureInfo.InvariantCulture, $"{type}<{previous}");
}
