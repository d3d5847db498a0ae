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
}
