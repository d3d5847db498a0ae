using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Runtime.Tests.Execution;

public sealed class MarkTests
{
    private const string Orders =
        """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge", "Next": "Rich?",
              "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 2, "MaxAttempts": 2 } ],
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Sorry" } ]
            },
            "Rich?": { "Type": "Choice", "Choices": [ { "Variable": "$.rich", "BooleanEquals": true, "Next": "Both" } ], "Default": "Sorry" },
            "Both": {
              "Type": "Parallel", "Next": "Each",
              "Branches": [
                { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "Next": "Left end" }, "Left end": { "Type": "Succeed" } } },
                { "StartAt": "Right", "States": { "Right": { "Type": "Wait", "Seconds": 3, "End": true } } }
              ],
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Sorry" } ],
              "ResultPath": null
            },
            "Each": {
              "Type": "Map", "ItemsPath": "$.items", "End": true,
              "ItemProcessor": {
                "StartAt": "Even?",
                "States": {
                  "Even?": { "Type": "Choice", "Choices": [ { "Variable": "$", "NumericEquals": 2, "Next": "Two" } ], "Default": "Other" },
                  "Two": { "Type": "Wait", "Seconds": 1, "End": true },
                  "Other": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:other", "End": true }
                }
              },
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Sorry" } ]
            },
            "Sorry": { "Type": "Fail", "Error": "Sorry" }
          }
        }
        """;

    private const string Rich = """{ "rich": true, "items": [ 1, 2, 3 ] }""";

    [Fact]
    public async Task Visits_attempts_times_and_transitions_are_told()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Rich, Reply.Fail("Busy", "later"), Reply.ReturnJson(Rich));

        Describe(run.GetMarks()).ShouldBe(
        [
            "Both: Succeeded 1 visits 1 attempts 3 s",
            "Charge: Succeeded 1 visits 2 attempts 2 s",
            "Each: Succeeded 1 visits 1 attempts 1 s",
            "Even?: Succeeded 3 visits 3 attempts 0 s",
            "Left: Succeeded 1 visits 1 attempts 0 s",
            "Left end: Succeeded 1 visits 1 attempts 0 s",
            "Other: Succeeded 2 visits 2 attempts 0 s",
            "Rich?: Succeeded 1 visits 1 attempts 0 s",
            "Right: Succeeded 1 visits 1 attempts 3 s",
            "Two: Succeeded 1 visits 1 attempts 1 s",
            "> Charge", "> Even? 3", "> Left", "> Right",
            "Both > Each", "Charge > Rich?", "Each >", "Even? > Other 2", "Even? > Two",
            "Left > Left end", "Left end >", "Other > 2", "Rich? > Both", "Right >", "Two >",
        ]);
    }

    [Fact]
    public async Task An_error_that_is_caught_and_one_that_ends_the_execution_are_told_apart()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Rich, Reply.Fail("Broken", "for good"));

        Describe(run.GetMarks()).ShouldBe(["Charge: CaughtError 1 visits 1 attempts 0 s Broken", "Sorry: Failed 1 visits 1 attempts 0 s Sorry", "> Charge", "Charge > Sorry caught", "Sorry >"]);
    }

    [Fact]
    public async Task An_iteration_that_fails_cancels_the_others_and_is_caught_by_the_Map()
    {
        LocalOptions options = Machines.Virtual();
        options.Mock("Charge", Reply.ReturnJson(Rich)).Mock("Other", Reply.Fail("NoTruck", ""));
        ExecutionResult<JsonElement> run = await LocalStateMachine.FromDefinition(Orders, options).ExecuteJsonAsync(Rich);

        ExecutionMarks marks = run.GetMarks();
        marks.Of("Each").ShouldBe(new StateMark(StateStatus.CaughtError, 1, 1, TimeSpan.Zero, "NoTruck"));
        marks.Of("Other").Status.ShouldBe(StateStatus.Failed);
        marks.Of("Other").Error.ShouldBe("NoTruck");
        marks.Of("Two").Status.ShouldBeOneOf(StateStatus.Cancelled, StateStatus.NotVisited);
        marks.Transitions.ShouldContain(new TakenTransition("Each", "Sorry", true, 1));
    }

    [Fact]
    public async Task One_iteration_can_be_shown()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Rich, Reply.ReturnJson(Rich));

        ExecutionMarks second = run.GetMarks(new Dictionary<string, int> { ["Each"] = 1 });
        second.Of("Even?").Visits.ShouldBe(1);
        second.Of("Two").Status.ShouldBe(StateStatus.Succeeded);
        second.Of("Other").ShouldBe(StateMark.NotVisited);
        second.Of("Charge").Visits.ShouldBe(1, "what is around the Map is shown whole");
        run.GetMarks(new Dictionary<string, int> { ["Each"] = 2 }).Of("Other").Visits.ShouldBe(1);
    }

    [Fact]
    public async Task Executions_of_a_Distributed_Map_are_shown_with_it()
    {
        const string definition =
            """
            {
              "StartAt": "Each",
              "States": {
                "Each": {
                  "Type": "Map", "End": true,
                  "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Inner",
                    "States": { "Inner": { "Type": "Pass", "Next": "Last" }, "Last": { "Type": "Succeed" } }
                  }
                }
              }
            }
            """;
        ExecutionResult<JsonElement> run = await Machines.RunAsync(definition, "[1,2,3]");
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);

        run.GetMarks().Of("Inner").ShouldBe(new StateMark(StateStatus.Succeeded, 3, 3, TimeSpan.Zero));
        run.GetMarks().Transitions.ShouldContain(new TakenTransition("Inner", "Last", false, 3));
        run.GetMarks(new Dictionary<string, int> { ["Each"] = 2 }).Of("Inner").Visits.ShouldBe(1);
    }

    [Fact]
    public async Task What_runs_when_the_execution_is_stopped_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        LocalOptions options = Machines.Virtual();
        options.Mock("Charge", Reply.From<JsonElement>(_ =>
        {
            stop.Cancel();
            return Reply.Timeout();
        }));
        ExecutionResult<JsonElement> run = await LocalStateMachine.FromDefinition(Orders, options).ExecuteJsonAsync(Rich, cancellationToken: stop.Token);

        run.Status.ShouldBe(ExecutionStatus.Aborted);
        Describe(run.GetMarks()).ShouldBe(["Charge: Cancelled 1 visits 1 attempts 0 s", "> Charge"]);
    }

    [Fact]
    public async Task A_history_that_was_written_gives_the_same_marks()
    {
        Reply[][] cases =
        [
            [Reply.ReturnJson(Rich)],
            [Reply.Fail("Busy", ""), Reply.ReturnJson(Rich)],
            [Reply.Fail("Busy", "")],
            [Reply.Fail("Broken", "")],
            [Reply.ReturnJson("{}")],
            [Reply.ReturnJson("""{ "rich": true }""")],
        ];
        foreach (Reply[] replies in cases)
        {
            ExecutionResult<JsonElement> run = await RunAsync(Rich, replies);
            Describe(ExecutionHistory.ReadMarks(run.History.ToJson(), Machine())).ShouldBe(Describe(run.GetMarks()), run.ToString());
            Describe(ExecutionHistory.ReadMarks($$"""{ "status": "?", "history": {{run.History.ToJson()}} }""", Machine())).ShouldBe(Describe(run.GetMarks()));
        }
    }

    [Theory]
    [InlineData("1770000000.5", "1770000002")]
    [InlineData("\"2026-02-02T02:40:00.500000+00:00\"", "\"2026-02-02T03:40:02.000000+01:00\"")]
    public void A_history_of_AWS_may_come_backwards_and_tells_times_in_two_ways(string first, string second)
    {
        string json =
            $$"""
            { "events": [
              { "timestamp": {{second}}, "type": "ExecutionFailed", "id": 7, "previousEventId": 6, "executionFailedEventDetails": { "error": "Sorry" } },
              { "timestamp": {{second}}, "type": "FailStateEntered", "id": 6, "previousEventId": 5, "stateEnteredEventDetails": { "name": "Sorry", "input": "{}" } },
              { "timestamp": {{second}}, "type": "TaskStateExited", "id": 5, "previousEventId": 4, "stateExitedEventDetails": { "name": "Charge", "output": "{}" } },
              { "timestamp": {{second}}, "type": "LambdaFunctionScheduleFailed", "id": 4, "previousEventId": 3, "lambdaFunctionScheduleFailedEventDetails": { "error": "Lambda.Unknown" } },
              { "timestamp": {{first}}, "type": "LambdaFunctionScheduled", "id": 3, "previousEventId": 2, "lambdaFunctionScheduledEventDetails": { "resource": "arn" } },
              { "timestamp": {{first}}, "type": "TaskStateEntered", "id": 2, "previousEventId": 0, "stateEnteredEventDetails": { "name": "Charge", "input": "{}" } },
              { "timestamp": {{first}}, "type": "ExecutionStarted", "id": 1, "previousEventId": 0 }
            ] }
            """;
        Describe(ExecutionHistory.ReadMarks(json, Machine())).ShouldBe(
            ["Charge: CaughtError 1 visits 1 attempts 1.5 s Lambda.Unknown", "Sorry: Failed 1 visits 1 attempts 0 s Sorry", "> Charge", "Charge > Sorry caught", "Sorry >"]);
    }

    [Fact]
    public async Task A_history_that_has_not_ended_tells_what_runs()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Rich, Reply.Fail("Busy", ""), Reply.ReturnJson(Rich));
        using JsonDocument whole = JsonDocument.Parse(run.History.ToJson());
        JsonElement[] events = [.. whole.RootElement.GetProperty("events").EnumerateArray()];
        for (int count = 1; count < events.Length; count++)
        {
            ExecutionMarks marks = ExecutionHistory.ReadMarks($$"""{ "events": [ {{string.Join(",", events.Take(count))}} ] }""", Machine());
            marks.States.Values.ShouldAllBe(mark => mark.Status == StateStatus.InProgress || mark.Status == StateStatus.Succeeded);
        }
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("{ \"events\": 1 }")]
    [InlineData("{ \"events\": [] }")]
    [InlineData("{ \"events\": [ 1 ] }")]
    [InlineData("{ \"events\": [ { \"type\": \"PassStateEntered\" } ] }")]
    [InlineData("{ \"events\": [ { \"type\": \"PassStateEntered\", \"id\": 1, \"timestamp\": 1 } ] }")]
    [InlineData("{ \"events\": [ { \"type\": \"ExecutionStarted\", \"id\": 1 } ] }")]
    [InlineData("{ \"events\": [ { \"type\": \"ExecutionStarted\", \"id\": 1, \"timestamp\": \"yesterday\" } ] }")]
    [InlineData("{ \"events\": [ { \"type\": \"\", \"id\": 1, \"timestamp\": 1e300 } ] }")]
    public void What_is_no_history_is_refused(string json) => Should.Throw<JsonException>(() => ExecutionHistory.ReadMarks(json, Machine()));

    private static StateMachine Machine() => Definition.Read(Orders).Machine!;

    private static Task<ExecutionResult<JsonElement>> RunAsync(string input, params Reply[] replies)
    {
        LocalOptions options = Machines.Virtual();
        options.Mock("Charge", replies).Mock("Other", Reply.ReturnJson("true"));
        return LocalStateMachine.FromDefinition(Orders, options).ExecuteJsonAsync(input);
    }

    private static string[] Describe(ExecutionMarks marks) =>
    [
        .. marks.States.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state => string.Create(
            CultureInfo.InvariantCulture,
            $"{state.Key}: {state.Value.Status} {state.Value.Visits} visits {state.Value.Attempts} attempts {state.Value.Duration.TotalSeconds} s {state.Value.Error}").TrimEnd()),
        .. marks.Transitions.Select(Describe).Order(StringComparer.Ordinal),
    ];

    private static string Describe(TakenTransition taken) =>
        string.Join(' ', new[] { taken.Source, ">", taken.Target, taken.IsCaught ? "caught" : null, taken.Count > 1 ? taken.Count.ToString(CultureInfo.InvariantCulture) : null }.Where(part => part is not null));
}
