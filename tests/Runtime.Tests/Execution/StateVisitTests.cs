using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>What is told of visits that ended with what they are in.</summary>
public sealed class StateVisitTests
{
    private const string Retried = """
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Retry":[{"ErrorEquals":["Odd"],"IntervalSeconds":5}],"Next":"Later","ItemProcessor":{"StartAt":"Call","States":{
          "Call":{"Type":"Task","Resource":"${CallFunctionArn}","Next":"Slow"},"Slow":{"Type":"Wait","Seconds":1,"End":true}}}},
          "Later":{"Type":"Fail","Error":"TooLate","Cause":"Over."}}}
        """;

    [Fact]
    public async Task An_error_is_that_of_the_visit_and_not_of_what_came_later()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(Retried, "[1,2]", Machines.Virtual().Mock("Call", Reply.Fail("Odd", "No."), Reply.ReturnJson("1")));
        run.Error.ShouldBe("TooLate");
        StateVisit[] calls = [.. run.Visits.Where(visit => visit.State == "Call")];
        calls.Select(visit => visit.Error).ShouldBe(["Odd", null, null]);
        calls[0].Cause.ShouldBe("No.");
    }

    [Fact]
    public async Task A_visit_that_was_stopped_ends_with_what_it_is_in()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            Retried, "[1,2]", Machines.Virtual().Mock("Call", Reply.ReturnJson("1"), Reply.Fail("Odd").After(TimeSpan.FromMilliseconds(400)), Reply.ReturnJson("1")));
        StateVisit stopped = run.Visits.First(visit => visit.State == "Slow");
        stopped.Error.ShouldBeNull();
        (stopped.End - stopped.Start).ShouldBeLessThan(TimeSpan.FromSeconds(1), "it was stopped when the other iteration failed");
    }

    [Fact]
    public async Task A_visit_that_the_execution_ended_in_ends_with_it()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync("""{"StartAt":"A","TimeoutSeconds":3,"States":{"A":{"Type":"Wait","Seconds":9,"End":true}}}""", "{}", Machines.Virtual());
        StateVisit visit = run.Visits.ShouldHaveSingleItem();
        visit.End.ShouldBe(visit.Start.AddSeconds(3));
    }
}
