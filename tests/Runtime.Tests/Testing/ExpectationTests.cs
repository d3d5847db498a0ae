using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing;

public class ExpectationTests
{
    private const string Order = """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "charge", "Payload.$": "$.amount" },
              "Assign": { "paid.$": "$.ok" }, "ResultPath": "$.receipt",
              "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 2 } ],
              "Catch": [ { "ErrorEquals": [ "Expired" ], "Assign": { "paid": false }, "ResultPath": "$.error", "Next": "Decline" } ],
              "Next": "Lines"
            },
            "Lines": {
              "Type": "Map", "ItemsPath": "$.lines", "ItemProcessor": { "StartAt": "Line", "States": { "Line": { "Type": "Pass", "End": true } } }, "Next": "Done"
            },
            "Done": { "Type": "Succeed" },
            "Decline": { "Type": "Fail", "Error": "Declined", "Cause": "The card has expired." }
          }
        }
        """;

    private const string Input = """{"amount":12,"lines":["a","b"]}""";

    [Fact]
    public async Task What_a_test_can_expect_of_an_execution_that_succeeds()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Reply.Fail("Busy", "later"), Reply.ReturnJson("""{"ok":true}"""));
        run.Expect()
            .Succeeded()
            .Path("Charge", "Lines", "Line", "Line", "Done")
            .PathIncludes("Charge", "Line", "Done")
            .Output("""[ "a", "b" ]""")
            .Variable("paid", "true")
            .NotVisited("Decline")
            .Visits("Line", 2)
            .State("Charge", charge => charge
                .Succeeded()
                .Attempts(2)
                .Input("""{ "lines": ["a","b"], "amount": 12.0 }""")
                .CalledWith("""{ "FunctionName": "charge", "Payload": 12 }""")
                .CalledWith("""{ "FunctionName": "charge", "Payload": 12 }""", 0)
                .Assigned("paid", "true")
                .Output("""{ "amount": 12, "lines": ["a","b"], "receipt": { "ok": true } }"""))
            .State("Line", line => line.Input("\"a\""), 0)
            .State("Line", line => line.Output("\"b\""), ^1);
    }

    [Fact]
    public async Task What_a_test_can_expect_of_errors()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Reply.Fail("Expired", "in May"));
        run.Expect()
            .Failed()
            .Failed("Declined", "The card has expired.")
            .Variable("paid", "false")
            .State("Charge", charge => charge.Caught("Expired").Attempts(1).Assigned("paid", "false"))
            .State("Decline", decline => decline.Failed("Declined"));
        run.Visits[0].Cause.ShouldBe("in May");
    }

    [Fact]
    public async Task A_call_tells_what_it_was_given_and_what_came_of_it()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Reply.Fail("Busy", "later"), Reply.ReturnJson("""{"ok":true}"""));
        StateCall[] calls = [.. run.Visits[0].Calls];
        calls.Select(call => (call.Error, call.Cause, call.Result)).ShouldBe([("Busy", "later", null), (null, null, """{"ok":true}""")]);
        calls.Select(call => (call.Start - run.StartTime).TotalSeconds).ShouldBe([0, 2]);
        calls.Select(call => (call.End - run.StartTime).TotalSeconds).ShouldBe([0, 2]);
        calls[0].Resource.ShouldBe("invoke");
        calls[0].Input.ShouldBe("""{"FunctionName":"charge","Payload":12}""");
    }

    [Fact]
    public async Task A_visit_knows_the_iteration_that_it_belongs_to()
    {
        ExecutionResult<JsonElement> run = await RunAsync(Reply.ReturnJson("""{"ok":true}"""));
        run.Visits.Select(visit => (visit.State, visit.Outer?.State, visit.Iteration)).ShouldBe(
            [("Charge", null, null), ("Lines", null, null), ("Line", "Lines", 0), ("Line", "Lines", 1), ("Done", null, null)]);
        run.Visits[2].Outer.ShouldBeSameAs(run.Visits[1]);
    }

    [Theory]
    [InlineData("status 'Failed' was expected, and it has 'Succeeded'", "Failed")]
    [InlineData("status 'TimedOut' was expected, and it has 'Succeeded'", "TimedOut")]
    [InlineData("status 'Aborted' was expected, and it has 'Succeeded'", "Aborted")]
    public async Task Another_status_is_told(string message, string expected)
    {
        ExecutionExpectations expectations = (await RunAsync(Reply.ReturnJson("""{"ok":true}"""))).Expect();
        Fails($"Execution of 'StateMachine': {message}", () => _ = expected switch
        {
            "Failed" => expectations.Failed(),
            "TimedOut" => expectations.TimedOut(),
            _ => expectations.Aborted(),
        });
    }

    [Fact]
    public async Task What_does_not_hold_is_told_with_what_was_expected_and_how_the_execution_went()
    {
        ExecutionExpectations expectations = (await RunAsync(Reply.Fail("Busy", "later"), Reply.ReturnJson("""{"ok":true}"""))).Expect();
        Fails(
            """
            State 'Charge': output is not as expected at $.receipt.ok: expected false, was true
              expected: {"amount":12,"lines":["a","b"],"receipt":{"ok":false}}
              was:      {"amount":12,"lines":["a","b"],"receipt":{"ok":true}}

            The execution:
                   0 s  Charge  Task             2 s  2 attempts
                   2 s  Lines   Map              0 s
                   2 s    Line  Pass             0 s
                   2 s    Line  Pass             0 s
                   2 s  Done    Succeed          0 s
            SUCCEEDED after 2 s
            ["a","b"]

            """,
            () => expectations.State("Charge", charge => charge.Output("""{"amount":12,"lines":["a","b"],"receipt":{"ok":false}}""")));
    }

    [Fact]
    public async Task Each_expectation_can_fail()
    {
        ExecutionExpectations good = (await RunAsync(Reply.ReturnJson("""{"ok":true}"""))).Expect();
        Fails("Execution of 'StateMachine': path 'Charge' was expected, and it has 'Charge > Lines > Line > Line > Done'", () => good.Path("Charge"));
        Fails("Execution of 'StateMachine': state 'Charge' was expected after Lines, and it was not entered there", () => good.PathIncludes("Lines", "Charge"));
        Fails("Execution of 'StateMachine': a number of visits of 'Done' of 0 was expected, and it has 1", () => good.NotVisited("Done"));
        Fails("Execution of 'StateMachine': output is not as expected at $: expected 1, was [\"a\",\"b\"]", () => good.Output("1"));
        Fails("Execution of 'StateMachine': variable 'gone' 1 was expected, and it has none", () => good.Variable("gone", "1"));
        Fails("Execution of 'StateMachine': one visit of 'Line' was expected, and there were 2; say which is meant", () => good.State("Line", _ => { }));
        Fails("Execution of 'StateMachine': visit 2 of 'Line' was expected, and there were 2 visits", () => good.State("Line", _ => { }, 2));
        Fails("Execution of 'StateMachine': a visit of 'Decline' was expected, and there were 0 visits", () => good.State("Decline", _ => { }));
        Fails("State 'Charge': a number of attempts of 2 was expected, and it has 1", () => good.State("Charge", charge => charge.Attempts(2)));
        Fails("State 'Charge': error 'E' was expected, and it has none", () => good.State("Charge", charge => charge.Caught("E")));
        Fails("State 'Charge': error 'E' was expected, and it has none", () => good.State("Charge", charge => charge.Failed("E")));
        Fails("State 'Charge': input is not as expected at $.amount: expected 1, was 12", () => good.State("Charge", charge => charge.Input("""{"amount":1,"lines":["a","b"]}""")));
        Fails("State 'Charge': a call ^2 was expected, and there were 1", () => good.State("Charge", charge => charge.CalledWith("1", ^2)));
        Fails("State 'Charge': variable 'paid' is not as expected at $: expected 7, was true", () => good.State("Charge", charge => charge.Assigned("paid", "7")));

        ExecutionExpectations bad = (await RunAsync(Reply.Fail("Expired", "in May"))).Expect();
        Fails("Execution of 'StateMachine': status 'Succeeded' was expected, and it has 'Failed'", () => bad.Succeeded());
        Fails("Execution of 'StateMachine': error 'E' was expected, and it has 'Declined'", () => bad.Failed("E"));
        Fails("Execution of 'StateMachine': cause 'C' was expected, and it has 'The card has expired.'", () => bad.Failed("Declined", "C"));
        Fails("State 'Charge': error none was expected, and it has 'Expired'", () => bad.State("Charge", charge => charge.Succeeded()));
        Fails("State 'Charge': error 'Expired' was expected to end the execution, and it was caught", () => bad.State("Charge", charge => charge.Failed("Expired")));
        Fails("State 'Decline': error 'Declined' was expected to be caught, and it was not", () => bad.State("Decline", decline => decline.Caught("Declined")));
        Fails("State 'Decline': output 1 was expected, and it has none", () => bad.State("Decline", decline => decline.Output("1")));
    }

    [Fact]
    public async Task A_name_that_the_machine_does_not_have_is_a_mistake_of_the_test()
    {
        ExecutionExpectations expectations = (await RunAsync(Reply.ReturnJson("""{"ok":true}"""))).Expect();
        Should.Throw<ArgumentException>(() => expectations.NotVisited("Declined")).Message.ShouldStartWith("'StateMachine' has no state 'Declined'. Did you mean 'Decline'?");
        Should.Throw<ArgumentException>(() => expectations.PathIncludes("Nowhere at all")).Message.ShouldStartWith("'StateMachine' has no state 'Nowhere at all'. (");
    }

    private static Task<ExecutionResult<JsonElement>> RunAsync(params Reply[] replies) =>
        Machines.RunAsync(Order, Input, Machines.Virtual().Mock("Charge", replies));

    private static void Fails(string message, Action expect) => Should.Throw<ExpectationException>(expect).Message.ShouldStartWith(message);
}
