using System;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

public class ExecutionLimitsTests
{
    private const string Loop = """
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" },
          "B": { "Type": "Choice", "Choices": [{ "Variable": "$.done", "IsPresent": true, "Next": "C" }], "Default": "A" }, "C": { "Type": "Succeed" } } }
        """;

    [Fact]
    public async Task A_history_ends_the_execution_where_its_limit_is()
    {
        var run = await Machines.RunAsync(Loop, options: With(new ExecutionLimits { HistoryEvents = 50 }));
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause.ShouldBe("The execution reached the maximum number of history events (50).");
        run.History.Count.ShouldBe(50);
        run.History[^1].Type.ShouldBe(HistoryEventType.ExecutionFailed);
    }

    [Fact]
    public async Task A_payload_may_be_as_large_as_its_limit_says()
    {
        const string Pass = """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "ResultPath": "$.again", "End": true } } }""";
        (await Machines.RunAsync(Pass, """{"x":1}""", With(new ExecutionLimits { PayloadBytes = 15 }))).Error.ShouldBe(Errors.DataLimitExceeded);
        (await Machines.RunAsync(Pass, """{"x":1}""", With(new ExecutionLimits { PayloadBytes = 23 }))).OutputJson.ShouldBe("""{"x":1,"again":{"x":1}}""");
        await Should.ThrowAsync<ArgumentException>(() => Machines.RunAsync(Pass, """{"x":1}""", With(new ExecutionLimits { PayloadBytes = 6 })));
    }

    [Fact]
    public async Task Variables_may_be_as_large_as_their_limits_say()
    {
        const string Set = """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "a.$": "$" }, "Next": "B" }, "B": { "Type": "Pass", "Assign": { "b.$": "$" }, "End": true } } }""";
        (await Machines.RunAsync(Set, "[1,2,3]", With(new ExecutionLimits { AssignBytes = 8 }))).Error.ShouldBe(Errors.DataLimitExceeded);
        (await Machines.RunAsync(Set, "[1,2,3]", With(new ExecutionLimits { VariablesBytes = 8 }))).Visits.Length.ShouldBe(2);
        (await Machines.RunAsync(Set, "[1,2,3]", With(new ExecutionLimits { VariablesBytes = 14 }))).IsSucceeded.ShouldBeTrue();
    }

    [Fact]
    public void A_limit_is_positive() => Should.Throw<ArgumentOutOfRangeException>(() => new ExecutionLimits { PayloadBytes = 0 });

    private static LocalOptions With(ExecutionLimits limits) => new() { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, Limits = limits };

    [Theory]
    [InlineData(MachineType.Standard, 40_000_000, null, 31_536_000)]
    [InlineData(MachineType.Standard, 40_000_000, 35_000_000, 31_536_000)]
    [InlineData(MachineType.Express, 400, 1000, 300)]
    [InlineData(MachineType.Express, 400, 200, 200)]
    public async Task No_execution_runs_longer_than_AWS_lets_it(MachineType type, int wait, int? timeout, int ended)
    {
        string asl = $$"""{ {{(timeout is null ? "" : $"\"TimeoutSeconds\": {timeout},")}} "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": {{wait}}, "End": true } } }""";
        await using var machine = LocalStateMachine.FromDefinition(asl, Machines.Virtual(), type: type);
        var run = await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        (run.Status, run.Duration.TotalSeconds).ShouldBe((ExecutionStatus.TimedOut, ended));
    }

    [Theory]
    [InlineData("", 60, "States.Http.Socket")]
    [InlineData("\"TimeoutSeconds\": 90,", 60, "States.Http.Socket")]
    [InlineData("\"TimeoutSeconds\": 20,", 20, "States.Timeout")]
    [InlineData("\"TimeoutSeconds\": 90, \"HeartbeatSeconds\": 5,", 5, "States.Timeout")]
    public async Task An_HTTP_endpoint_has_a_minute_to_answer(string fields, int ended, string error)
    {
        string asl = $$"""
            { "StartAt": "H", "States": { "H": { "Type": "Task", {{fields}} "Resource": "arn:aws:states:::http:invoke", "End": true,
              "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET", "Authentication": { "ConnectionArn": "arn:aws:events:us-east-1:123456789012:connection/c/1" } } } } }
            """;
        var run = await Machines.RunAsync(asl, "{}", Machines.Virtual().Mock("H", Reply.Timeout()));
        (run.Error, run.Duration.TotalSeconds).ShouldBe((error, ended));
        run.History[^2].Type.ShouldBe(error == "States.Timeout" ? HistoryEventType.TaskTimedOut : HistoryEventType.TaskFailed);
    }
}
