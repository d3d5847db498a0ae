using System;
using System.Diagnostics;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Tracing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Not beside other tests: their listeners would be listened to.</summary>
[Collection(nameof(NobodyListens))]
public class SeedTests
{
    private const string Asl = """
        { "StartAt": "Work", "States": {
          "Work": { "Type": "Task", "Resource": "${WorkFunctionArn}", "Next": "Wait",
                    "Retry": [ { "ErrorEquals": [ "States.ALL" ], "IntervalSeconds": 100, "MaxAttempts": 2, "JitterStrategy": "FULL" } ],
                    "Catch": [ { "ErrorEquals": [ "States.ALL" ], "ResultPath": null, "Next": "Wait" } ] },
          "Wait": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "Token.$": "$$.Task.Token" }, "End": true } } }
        """;

    [Fact]
    public async Task One_seed_gives_one_execution_whether_it_is_traced_or_not()
    {
        string untraced = await RunAsync();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith(StateMachineGen.Tracing.TelemetryNames.Source, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        (await RunAsync()).ShouldBe(untraced);
    }

    private static async Task<string> RunAsync()
    {
        var machine = Machines.Create<JsonElement, JsonElement>(
            Asl,
            Machines.Virtual(seed: 5).Mock("Wait", Reply.ReturnJson("1")),
            null,
            Machines.Task<JsonElement, JsonElement>("Work", (_, _) => Task.FromException<JsonElement>(new TimeoutException("slow"))));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBeGreaterThan(TimeSpan.Zero);
        return run.Name + run.History.ToJson();
    }
}
