using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;

namespace StateMachineGen.Runtime.Tests.Testing;

/// <summary>One seed gives one history, whichever threads the handlers of branches and iterations run on, and however fast.</summary>
[Collection(nameof(Alone))]
public class DeterminismTests
{
    private const string Work = "arn:aws:lambda:us-east-1:123456789012:function:work";

    /// <summary>Handlers in iterations and in branches, with retries whose jitter is drawn in the order of the failures.</summary>
    private static readonly string s_asl = $$"""
        { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
          { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$.ways", "End": true,
            "ItemSelector": { "way.$": "$$.Map.Item.Value", "number.$": "$$.Map.Item.Index" },
            "ItemProcessor": { "StartAt": "Work", "States": {
              "Work": { "Type": "Task", "Resource": "{{Work}}", "Parameters": { "way.$": "$.way", "number.$": "$.number", "retries.$": "$$.State.RetryCount" },
                "Retry": [ { "ErrorEquals": [ "States.TaskFailed" ], "IntervalSeconds": 10, "MaxAttempts": 2, "JitterStrategy": "FULL" } ], "Next": "Pass" },
              "Pass": { "Type": "Pass", "Parameters": { "id.$": "States.UUID()" }, "End": true } } } } } },
          { "StartAt": "One", "States": {
            "One": { "Type": "Task", "Resource": "{{Work}}", "Parameters": { "way.$": "$.ways[0]", "number": 100, "retries": 1 }, "ResultPath": null, "Next": "Wait" },
            "Wait": { "Type": "Wait", "Seconds": 1, "Next": "Two" },
            "Two": { "Type": "Task", "Resource": "{{Work}}", "Parameters": { "way.$": "$.ways[1]", "number": 101, "retries": 1 }, "ResultPath": null, "End": true } } },
          { "StartAt": "Three", "States": {
            "Three": { "Type": "Task", "Resource": "{{Work}}", "Parameters": { "way.$": "$.ways[2]", "number": 102, "retries": 1 }, "TimeoutSeconds": 1,
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Late" } ], "End": true },
            "Late": { "Type": "Pass", "End": true } } } ] } } }
        """;

    [Theory]
    [InlineData(50, "delay")]
    [InlineData(50, "yield")]
    [InlineData(50, "at once")]
    [InlineData(50, "hop")]
    [InlineData(50, "compute")]
    [InlineData(200, "delay", "at once", "yield", "hop", "compute")]
    public async Task The_history_is_the_same_in_every_run(int runs, params string[] ways)
    {
        string input = JsonSerializer.Serialize(new { ways = Enumerable.Range(0, 6).Select(i => ways[i % ways.Length]) });
        var histories = new HashSet<string>();
        for (int run = 0; run < runs; run++)
        {
            ExecutionResult<JsonElement> result = await RunAsync(input, run);
            result.Status.ShouldBe(ExecutionStatus.Succeeded, result.Cause);
            histories.Add(result.History.ToJson());
        }

        histories.Count.ShouldBe(1);
    }

    private static async Task<ExecutionResult<JsonElement>> RunAsync(string input, int run)
    {
        LocalOptions options = Machines.Virtual(seed: 7);
        string[] states = ["Work", "One", "Two", "Three"];
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            s_asl,
            options,
            null,
            [.. states.Select(state => Machines.Task<JsonElement, JsonElement>(state, (order, token) => HandleAsync(order, run, options.TimeProvider, token)))]);
        return await machine.ExecuteJsonAsync(input, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> HandleAsync(JsonElement order, int run, TimeProvider clock, CancellationToken token)
    {
        int number = order.GetProperty("number").GetInt32();

        // Each is sometimes faster and sometimes slower than the others.
        int effort = (run + 1) * (number + 3) * 7919 % 11 * 300;
        Thread.SpinWait(effort);
        switch (order.GetProperty("way").GetString())
        {
            case "delay":
                await Task.Delay(TimeSpan.FromSeconds(1), clock, token);
                Thread.SpinWait(effort);
                break;
            case "yield":
                for (int i = 0; i < 1 + (effort / 300); i++)
                {
                    await Task.Yield();
                }

                break;
            case "hop":
                await Task.Run(() => Thread.SpinWait(effort), token).ConfigureAwait(false);
                break;
            case "compute":
                Thread.SpinWait(20 * effort);
                break;
        }

        return number % 2 == 1 && order.GetProperty("retries").GetInt32() == 0 ? throw new InvalidOperationException("later") : order;
    }
}
