using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing.Coverage;

public class RecorderTests
{
    private const string Loop = """
        { "StartAt": "Next?", "States": {
          "Next?": { "Type": "Choice", "Choices": [ { "Variable": "$[0]", "IsPresent": true, "Next": "Drop" } ], "Default": "Done" },
          "Drop": { "Type": "Pass", "InputPath": "$[1:]", "Next": "Next?" },
          "Done": { "Type": "Succeed" } } }
        """;

    [Fact]
    public async Task A_thousand_executions_on_many_threads_lose_no_count()
    {
        var coverage = new StateMachineCoverage();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), TestContext.Current.CancellationToken, async (_, cancellationToken) =>
        {
            // Each test makes a machine of its own.
            await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(Loop, Covered.Options(coverage), "Loop");
            (await machine.ExecuteJsonAsync("[ 1, 2, 3 ]", cancellationToken: cancellationToken)).Status.ShouldBe(ExecutionStatus.Succeeded);
        });
        coverage.ToReport().Machines.ShouldHaveSingleItem().Counts().ShouldBe(
        [
            "/States/Next? 4000", "/States/Next?/Choices/0 3000/1000", "/States/Next?/Choices/0/Next 3000", "/States/Next?/Default 1000",
            "/States/Drop 3000", "/States/Drop/Next 3000", "/States/Done 1000",
        ]);
    }

    [Fact]
    public async Task Machines_are_the_same_when_name_and_definition_are()
    {
        var coverage = new StateMachineCoverage();
        foreach ((string name, string asl) in ((string, string)[])[("A", Loop), ("A", Loop), ("B", Loop), ("A", Loop + " ")])
        {
            await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(asl, Covered.Options(coverage), name);
            await machine.ExecuteJsonAsync("[]");
        }

        coverage.ToReport().Machines.Select(machine => $"{machine.Name} {machine.Elements[0].Hits}").Order().ShouldBe(["A 1", "A 2", "B 1"]);
    }

    [Fact]
    public async Task A_machine_that_nobody_ran_is_not_covered()
    {
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(Loop, Covered.Options(coverage));
        coverage.ToReport().Totals.States.ShouldBe(new CoverageRatio(0, 3));
    }

    [Fact]
    public async Task A_report_does_not_change_while_counting_goes_on()
    {
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(Loop, Covered.Options(coverage));
        CoverageReport before = coverage.ToReport();
        await machine.ExecuteJsonAsync("[]");
        before.Totals.States.Covered.ShouldBe(0);
        coverage.ToReport().Totals.States.Covered.ShouldBe(2);
    }

    [Fact]
    public async Task The_test_of_one_state_counts_as_a_visit()
    {
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(Covered.Order, Covered.Options(coverage));
        await machine.TestStateAsync("Charge", "{}", new StateTestOptions { Mock = Reply.Fail("Busy") });
        await machine.TestStateAsync("Route", """{ "total": 1 }""");
        coverage.ToReport().Machines.ShouldHaveSingleItem().Elements.Where(element => element.IsCovered).Select(element => element.Pointer)
            .ShouldBe(["/States/Route", "/States/Route/Default", "/States/Charge", "/States/Charge/Catch/0", "/States/Charge/Catch/0/Next"]);
    }

    [Fact]
    public async Task The_definition_of_a_single_state_has_that_state_alone()
    {
        var coverage = new StateMachineCoverage();
        await LocalStateMachine.TestStateAsync("""
            {
              "Type": "Pass",
              "Next": "Elsewhere"
            }
            """, "{}", null, Covered.Options(coverage));
        MachineCoverage machine = coverage.ToReport().Machines.ShouldHaveSingleItem();
        machine.Counts().ShouldBe([" 1", "/Next 1"]);
        machine.Elements[1].Line.ShouldBe(3);
    }

    [Fact]
    public async Task A_class_tells_the_lines_of_its_source()
    {
        var coverage = new StateMachineCoverage();
        await using (LocalStateMachine<JsonElement, JsonElement> text = LocalStateMachine.FromDefinition(Loop, Covered.Options(coverage), "Loop"))
        {
            await text.ExecuteJsonAsync("[]");
        }

        coverage.ToReport().Machines.ShouldHaveSingleItem().Elements[0].Place.ShouldBe("Loop.asl.json:2");
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.Create<LoopMachine, JsonElement, JsonElement>(options: Covered.Options(coverage));
        MachineCoverage covered = coverage.ToReport().Machines.ShouldHaveSingleItem();
        covered.Namespace.ShouldBe(typeof(LoopMachine).Namespace);
        covered.SourceRoot.ShouldBe("/_/src/Shop/");
        covered.Elements.Select(element => FormattableString.Invariant($"{element.Place} {element.Hits}")).ShouldBe(
            ["Loop.cs:4 1", "Loop.cs:7 0", "Loop.cs:7 0", "Policies.cs:9 1", "Loop.cs:2 0", "Loop.cs:2 0", "Loop.cs:2 1"]);
    }

    [Fact]
    public async Task Executions_that_tasks_start_are_counted_by_their_own_machine()
    {
        const string starter = """
            { "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
              "Parameters": { "StateMachineArn": "${ChildArn}", "Input": [ 1 ] }, "End": true } } }
            """;
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> child = LocalStateMachine.FromDefinition(Loop, Covered.Options(coverage), "Child");
        await using LocalStateMachine<JsonElement, JsonElement> parent = LocalStateMachine.FromDefinition(starter, Covered.Options(coverage).Machine(child), "Parent");
        (await parent.ExecuteJsonAsync("{}")).Status.ShouldBe(ExecutionStatus.Succeeded);
        coverage.ToReport().Machines.Select(machine => $"{machine.Name} {machine.Elements[0].Hits}").ShouldBe(["Child 2", "Parent 1"]);
    }

    [Fact]
    public async Task A_state_that_times_out_with_the_execution_was_entered_and_not_left()
    {
        MachineCoverage machine = await Covered.RunAsync(
            """{ "TimeoutSeconds": 5, "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 9, "End": true } } }""");
        machine.Counts().ShouldBe(["/States/A 1", "/States/A/End 0"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Counting_allocates_nothing(bool isCovered)
    {
        // Where the just-in-time compiler gave two runs different code, they are measured again.
        long difference = long.MaxValue;
        for (int i = 0; i < 10 && difference != 0; i++)
        {
            difference = PerThousandStates(isCovered ? new StateMachineCoverage() : null) - PerThousandStates(null);
        }

        difference.ShouldBe(0);
    }

    /// <summary>A machine's class as it is generated.</summary>
    [StateMachineSource("/_/src/Shop/", "F Loop.cs\nF Policies.cs\n0 2 \n0 4 /States/Next?\n0 7 /States/Next?/Choices/0\n1 9 /States/Next?/Default")]
    private sealed class LoopMachine : IStateMachine<LoopMachine, JsonElement, JsonElement>
    {
        public static MachineBinding<JsonElement, JsonElement> Binding { get; } =
            new("Loop", MachineType.Standard, Loop, JsonContract.For<JsonElement>(), JsonContract.For<JsonElement>(), []);
    }

    private static long PerThousandStates(StateMachineCoverage? coverage) => Allocated(2000, coverage) - Allocated(1000, coverage);

    /// <summary>What the second of two runs allocates.</summary>
    private static long Allocated(int states, StateMachineCoverage? coverage)
    {
        string chain = string.Join(",", Enumerable.Range(0, states).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$"""  "S{{i}}": { "Type": "Pass", {{(i == states - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """)));
        LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(
            $$"""{ "StartAt": "S0", "States": { {{chain}} } }""",
            new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, HasTelemetry = false, Coverage = coverage });
        long allocated = 0;
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 2; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}");
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                running.GetAwaiter().GetResult().Status.ShouldBe(ExecutionStatus.Succeeded);
            }
        });
        thread.Start();
        thread.Join();
        return allocated;
    }
}
