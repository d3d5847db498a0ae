using System;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing;

public class StateTestTests
{
    private const string Call = """
        { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "InputPath": "$.order", "Parameters": { "id.$": "$.id" },
          "ResultSelector": { "n.$": "$.number" }, "ResultPath": "$.shipped", "OutputPath": "$.shipped", "Assign": { "last.$": "$.number" },
          "Retry": [ { "ErrorEquals": [ "Other" ] }, { "ErrorEquals": [ "Busy" ], "MaxAttempts": 2, "IntervalSeconds": 4 } ],
          "Catch": [ { "ErrorEquals": [ "Broken" ], "Next": "Mend" }, { "ErrorEquals": [ "States.ALL" ], "Next": "Tell", "ResultPath": "$.error" } ],
          "Next": "Bill" }
        """;

    private const string Input = """{"order":{"id":7}}""";

    [Fact]
    public async Task The_data_is_told_after_each_step()
    {
        StateTestResult result = await TestAsync(Call, Input, new StateTestOptions { Mock = Reply.ReturnJson("""{"number":3}"""), Variables = """{"first":1}""" });
        result.Status.ShouldBe(StateTestStatus.Succeeded);
        result.NextState.ShouldBe("Bill");
        result.OutputJson.ShouldBe("""{"n":3}""");
        result.Inspection.ToJson().ShouldBe(
            """
            {"input":{"order":{"id":7}},"afterInputPath":{"id":7},"afterParameters":{"id":7},"result":{"number":3},"afterResultSelector":{"n":3},
            "afterResultPath":{"order":{"id":7},"shipped":{"n":3}},"variables":{"first":1,"last":3}}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("Busy", 0, StateTestStatus.Retriable, null, """{"retryIndex":1,"retryBackoffIntervalSeconds":4}""")]
    [InlineData("Busy", 1, StateTestStatus.Retriable, null, """{"retryIndex":1,"retryBackoffIntervalSeconds":8}""")]
    [InlineData("Busy", 2, StateTestStatus.CaughtError, "Tell", """{"catchIndex":1,"retryIndex":1}""")]
    [InlineData("Broken", 0, StateTestStatus.CaughtError, "Mend", """{"catchIndex":0}""")]
    public async Task An_error_is_retried_caught_or_neither(string error, int retries, StateTestStatus status, string? next, string details)
    {
        StateTestResult result = await TestAsync(Call, Input, new StateTestOptions { Mock = Reply.Fail(error, "why"), RetrierRetryCount = retries });
        (result.Status, result.NextState, result.Error, result.Cause).ShouldBe((status, next, error, "why"));
        JsonSerializer.Deserialize<JsonElement>(result.Inspection.ToJson()).GetProperty("errorDetails").GetRawText().ShouldBe(details);
    }

    [Fact]
    public async Task The_output_of_a_catcher_is_that_of_the_test()
    {
        StateTestResult result = await TestAsync(Call, Input, new StateTestOptions { Mock = Reply.Fail("Odd") });
        result.OutputJson.ShouldBe("""{"order":{"id":7},"error":{"Error":"Odd","Cause":""}}""");
        result.Inspection.AfterResultPath.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"Type":"Pass","Result":1,"End":true}""", """{"input":{"a":1},"result":1,"afterResultSelector":1,"afterResultPath":1}""")]
    [InlineData("""{"Type":"Pass","End":true}""", """{"input":{"a":1},"afterInputPath":{"a":1},"afterParameters":{"a":1},"afterResultSelector":{"a":1},"afterResultPath":{"a":1}}""")]
    [InlineData("""{"Type":"Succeed"}""", """{"input":{"a":1},"afterInputPath":{"a":1}}""")]
    [InlineData("""{"Type":"Wait","Seconds":86400,"Next":"There"}""", """{"input":{"a":1},"afterInputPath":{"a":1}}""")]
    [InlineData("""{"Type":"Succeed","QueryLanguage":"JSONata","Output":"{% $states.input.a + 1 %}"}""", """{"input":{"a":1}}""")]
    [InlineData("""{"Type":"Fail","Error":"E"}""", """{"input":{"a":1},"afterInputPath":{"a":1}}""")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":1,"Next":"B"}],"Default":"C"}""", """{"input":{"a":1},"afterInputPath":{"a":1}}""")]
    public async Task Each_type_of_state_tells_its_own_steps(string state, string inspection) =>
        (await TestAsync(state, """{"a":1}""", null)).Inspection.ToJson().ShouldBe(inspection);

    [Fact]
    public async Task A_Map_is_mocked_as_a_whole()
    {
        const string map = """
            { "Type": "Map", "QueryLanguage": "JSONata", "Items": "{% $states.input %}", "MaxConcurrency": 2, "ToleratedFailurePercentage": 40,
              "ItemSelector": { "n": "{% $states.context.Map.Item.Value %}" },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } },
              "End": true }
            """;
        var mock = Reply.ReturnJson("""["x","y"]""");
        StateTestResult result = await TestAsync(map, "[1,2]", new StateTestOptions { Mock = mock, MapIterationFailureCount = 0 });
        result.OutputJson.ShouldBe("""["x","y"]""");
        result.Inspection.ToJson().ShouldBe("""{"input":[1,2],"afterItemSelector":[{"n":1},{"n":2}],"maxConcurrency":2,"toleratedFailurePercentage":40}""");
        result = await TestAsync(map, "[1,2]", new StateTestOptions { Mock = mock, MapIterationFailureCount = 1 });
        (result.Status, result.Error).ShouldBe((StateTestStatus.Failed, "States.ExceedToleratedFailureThreshold"));
    }

    [Theory]
    [InlineData("""{"Type":"Pass","End":true}""", "1", "State type 'Pass' is not supported when a mock is specified")]
    [InlineData("""{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}""", "1", "Mocked result must be an array.")]
    [InlineData(
        """{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}""",
        "[1,2]",
        "Mocked result must contain the same number of items as number of Parallel branches.")]
    [InlineData(
        """{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}],"End":true}""",
        null,
        "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]")]
    [InlineData("""{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"End":true}""", "{}", "Mocked result must be an array.")]
    public async Task What_AWS_refuses_is_refused(string state, string? mock, string message)
    {
        var options = new StateTestOptions { Mock = mock is null ? null : Reply.ReturnJson(mock) };
        (await Should.ThrowAsync<StateTestException>(() => TestAsync(state, "[]", options))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task The_context_object_is_as_given_or_that_of_an_express_execution()
    {
        const string state = """{"Type":"Pass","Parameters":{"c.$":"$$"},"End":true}""";
        (await TestAsync(state, "{}", new StateTestOptions { Context = """{"State":{"Name":"Mine"}}""" })).OutputJson.ShouldBe("""{"c":{"State":{"Name":"Mine"}}}""");
        JsonElement context = JsonSerializer.Deserialize<JsonElement>((await TestAsync(state, "{}", new StateTestOptions { RoleArn = "role" })).OutputJson!).GetProperty("c");
        context.GetProperty("State").GetProperty("Name").GetString().ShouldBe("StateName");
        context.GetProperty("Execution").GetProperty("RoleArn").GetString().ShouldBe("role");
        context.GetProperty("Execution").GetProperty("Id").GetString()!.ShouldContain(":express:");
    }

    [Fact]
    public async Task A_state_of_a_machine_is_run_alone_wherever_it_is()
    {
        const string asl = """
            { "StartAt": "All", "States": { "All": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Ship", "States": {
              "Ship": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Tell" }, "Tell": { "Type": "Succeed" } } } } } }
            """;
        await using var machine = LocalStateMachine.FromDefinition(asl, new LocalOptions().Mock("Ship", Reply.Return(5)));
        StateTestResult result = await machine.TestStateAsync("Ship", "{}", cancellationToken: TestContext.Current.CancellationToken);
        (result.OutputJson, result.NextState).ShouldBe(("5", "Tell"));
        result = await machine.TestStateAsync("Ship", "{}", new StateTestOptions { Mock = Reply.Return(6) }, TestContext.Current.CancellationToken);
        result.OutputJson.ShouldBe("6");
        await Should.ThrowAsync<ArgumentException>(() => machine.TestStateAsync("Nowhere", "{}"));
        await Should.ThrowAsync<JsonException>(() => machine.TestStateAsync("Ship", "{"));
    }

    [Fact]
    public async Task A_wait_takes_its_time_on_the_clock()
    {
        var clock = new VirtualTimeProvider();
        DateTimeOffset start = clock.GetUtcNow();
        await LocalStateMachine.TestStateAsync(
            """{"Type":"Wait","Seconds":3600,"End":true}""", "{}", null, new LocalOptions { TimeProvider = clock }, TestContext.Current.CancellationToken);
        (clock.GetUtcNow() - start).ShouldBe(TimeSpan.FromHours(1));
    }

    private static Task<StateTestResult> TestAsync(string state, string input, StateTestOptions? options) =>
        LocalStateMachine.TestStateAsync(state, input, options, new LocalOptions { TimeProvider = new VirtualTimeProvider() }, TestContext.Current.CancellationToken);
}
