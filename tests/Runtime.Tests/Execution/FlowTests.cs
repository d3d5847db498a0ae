using System;
using System.Linq;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

public class FlowTests
{
    private static async Task<string?> OutputOf(string state, string input)
    {
        ExecutionResult<System.Text.Json.JsonElement> run = await Machines.RunAsync($$"""{ "StartAt": "A", "States": { "A": {{state}} } }""", input);
        run.Cause.ShouldBeNull();
        return run.OutputJson;
    }

    [Theory]
    [InlineData("""{ "Type": "Pass", "End": true }""", """{"a":1.50}""", """{"a":1.50}""")]
    [InlineData("""{ "Type": "Pass", "Result": {"b.$":"$.a"}, "End": true }""", """{"a":1}""", """{"b.$":"$.a"}""")]
    [InlineData("""{ "Type": "Pass", "InputPath": "$.a", "End": true }""", """{"a":{"b":2}}""", """{"b":2}""")]
    [InlineData("""{ "Type": "Pass", "InputPath": null, "End": true }""", """{"a":1}""", "{}")]
    [InlineData("""{ "Type": "Pass", "OutputPath": null, "End": true }""", """{"a":1}""", "{}")]
    [InlineData("""{ "Type": "Pass", "OutputPath": "$.a[1]", "End": true }""", """{"a":[1,"x"]}""", "\"x\"")]
    [InlineData("""{ "Type": "Pass", "Result": 3, "ResultPath": "$.x.y", "End": true }""", """{"a":1}""", """{"a":1,"x":{"y":3}}""")]
    [InlineData("""{ "Type": "Pass", "Result": 3, "ResultPath": "$.a", "End": true }""", """{"a":1,"b":2}""", """{"a":3,"b":2}""")]
    [InlineData("""{ "Type": "Pass", "Result": 3, "ResultPath": "$.a[1]", "End": true }""", """{"a":[0,0]}""", """{"a":[0,3]}""")]
    [InlineData("""{ "Type": "Pass", "Result": 3, "ResultPath": null, "End": true }""", """{"a":1}""", """{"a":1}""")]
    [InlineData("""{ "Type": "Pass", "InputPath": "$.a", "ResultPath": "$.c", "End": true }""", """{"a":1}""", """{"a":1,"c":1}""")]
    [InlineData("""{ "Type": "Pass", "Parameters": {"x.$":"$.a","l":[{"y.$":"$['a']"},"$.a"],"z":"$.a"}, "End": true }""", """{"a":1}""", """{"x":1,"l":[{"y":1},"$.a"],"z":"$.a"}""")]
    [InlineData("""{ "Type": "Pass", "Parameters": {"n.$":"$$.State.Name","m.$":"$$.StateMachine.Name"}, "End": true }""", "{}", """{"n":"A","m":"StateMachine"}""")]
    [InlineData("""{ "Type": "Pass", "Parameters": {"t.$":"$$.State.EnteredTime","i.$":"$$.Execution.Input.q"}, "End": true }""", """{"q":[]}""", """{"t":"2026-03-01T12:00:00.000Z","i":[]}""")]
    [InlineData("""{ "Type": "Succeed", "InputPath": "$.a", "OutputPath": "$.b" }""", """{"a":{"b":null}}""", "null")]
    public async Task Data_passes_a_state_as_its_paths_say(string state, string input, string output) =>
        (await OutputOf(state, input)).ShouldBe(output);

    [Theory]
    [InlineData("""{ "Type": "Pass", "OutputPath": "$.x", "End": true }""", "Invalid path '$.x' : No results for path: $['x']")]
    [InlineData("""{ "Type": "Pass", "InputPath": "$.x.y", "End": true }""", "Invalid path '$.x.y' : Missing property in path $['x']")]
    [InlineData("""{ "Type": "Pass", "Parameters": {"v.$":"$.x"}, "End": true }""", "The JSONPath '$.x' specified for the field 'v.$' could not be found in the input '{\"a\":1}'")]
    [InlineData("""{ "Type": "Fail", "ErrorPath": "$.a" }""", "The ErrorPath parameter does not reference a string: 1")]
    [InlineData("""{ "Type": "Wait", "SecondsPath": "$.x", "End": true }""", "The SecondsPath parameter does not reference an input value: $.x")]
    public async Task A_path_that_selects_nothing_fails_with_the_cause_that_AWS_gives(string state, string cause)
    {
        var run = await Machines.RunAsync($$"""{ "StartAt": "A", "States": { "A": {{state}} } }""", """{"a":1}""");
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause!.ShouldStartWith("An error occurred while executing the state 'A' (entered at the event id #2). " + cause);
    }

    [Fact]
    public async Task A_result_path_into_a_value_that_is_no_object_is_a_match_failure()
    {
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": 1, "ResultPath": "$.x", "End": true } } }""", "\"text\"");
        run.Error.ShouldBe(Errors.ResultPathMatchFailure);
    }

    [Fact]
    public async Task A_fail_state_ends_the_execution_with_its_error_and_cause()
    {
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "Bad", "CausePath": "$.why" } } }""", """{"why":"because"}""");
        run.Status.ShouldBe(ExecutionStatus.Failed);
        (run.Error, run.Cause).ShouldBe(("Bad", "because"));
        Should.Throw<ExecutionFailedException>(() => run.Output).Message.ShouldContain("Bad: because");
        run.Visits.Single().Error.ShouldBe("Bad");
    }

    [Fact]
    public async Task A_fail_state_without_error_and_cause_gives_neither()
    {
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Fail" } } }""");
        run.Status.ShouldBe(ExecutionStatus.Failed);
        (run.Error, run.Cause).ShouldBe((null, null));
    }

    [Fact]
    public async Task An_output_over_256_KiB_fails_and_one_of_exactly_256_KiB_does_not()
    {
        const string asl = """{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "$", "b": "" }, "OutputPath": "$", "End": true } } }""";

        // {"a":"…","b":""} adds 15 bytes to the text.
        (await Machines.RunAsync(asl, "\"" + new string('x', 262_144 - 15) + "\"")).Status.ShouldBe(ExecutionStatus.Succeeded);
        var run = await Machines.RunAsync(asl, "\"" + new string('x', 262_144 - 14) + "\"");
        run.Error.ShouldBe(Errors.DataLimitExceeded);
        run.Cause.ShouldBe("The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.");
    }

    [Theory]
    [InlineData("ü", 2)]
    [InlineData("😀", 4)]
    public async Task The_limit_counts_bytes_of_UTF_8_and_the_output_is_of_that_length(string character, int bytes)
    {
        string text = "\"" + string.Concat(Enumerable.Repeat(character, (262_144 - 2) / bytes)) + "\"";
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }""", text);
        run.OutputJson.ShouldBe(text);
        run.History[0].Input.ShouldBe(text);
        (await Should.ThrowAsync<ArgumentException>(() => Machines.RunAsync(Machines.OneTask(), $"[{text},1]"))).Message.ShouldContain("bytes of JSON");
    }

    [Theory]
    [InlineData(65)]
    [InlineData(512)]
    public async Task An_output_that_nests_as_deep_as_data_may_is_read(int depth)
    {
        string text = new string('[', depth) + new string(']', depth);
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } }""", text);
        run.Output.ToString().ShouldBe(text);
    }

    [Fact]
    public async Task An_input_over_256_KiB_is_refused_at_the_start() =>
        (await Should.ThrowAsync<ArgumentException>(() => Machines.RunAsync(Machines.OneTask(), "\"" + new string('x', 262_143) + "\"")))
            .Message.ShouldContain("262145");

    /// <summary>AWS refuses a machine that cannot end; this one never does.</summary>
    private static string Loop(string state) =>
        $$"""
        { "StartAt": "A", "States": { "A": {{state}},
          "Again": { "Type": "Choice", "Choices": [ { "Variable": "$.never", "IsPresent": true, "Next": "End" } ], "Default": "A" },
          "End": { "Type": "Succeed" } } }
        """;

    [Fact]
    public async Task A_loop_without_end_fails_at_the_limit_of_events()
    {
        var run = await Machines.RunAsync(Loop("""{ "Type": "Pass", "Next": "Again" }"""));
        run.Error.ShouldBe(Errors.Runtime);
        run.History.Count.ShouldBe(25_000);
        run.History[^1].Type.ShouldBe(HistoryEventType.ExecutionFailed);
    }

    [Fact]
    public async Task A_loop_that_nests_data_deeper_and_deeper_fails_before_the_stack_does()
    {
        var run = await Machines.RunAsync(Loop("""{ "Type": "Pass", "Parameters": { "x.$": "$" }, "Next": "Again" }"""));
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause!.ShouldContain("nested deeper than 512 levels");
    }

    [Fact]
    public async Task The_history_of_a_pass_chain_has_the_ids_and_the_names_of_AWS()
    {
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }""");
        run.History.Select(e => (e.Id, e.PreviousEventId, e.Type, e.StateName)).ShouldBe(
        [
            (1, 0, HistoryEventType.ExecutionStarted, null),
            (2, 0, HistoryEventType.PassStateEntered, "A"),
            (3, 2, HistoryEventType.PassStateExited, "A"),
            (4, 3, HistoryEventType.SucceedStateEntered, "B"),
            (5, 4, HistoryEventType.SucceedStateExited, "B"),
            (6, 5, HistoryEventType.ExecutionSucceeded, null),
        ]);
        run.Path.ShouldBe(["A", "B"]);
        run.History.ToJson().ShouldContain(
            """{"timestamp":"2026-03-01T12:00:00.000Z","type":"PassStateExited","id":3,"previousEventId":2,"stateExitedEventDetails":{"name":"A","output":"{}","outputDetails":{"truncated":false}}}""");
    }

    [Fact]
    public async Task A_name_that_AWS_refuses_is_refused()
    {
        await using var machine = LocalStateMachine.FromDefinition(Machines.OneTask(), Machines.Virtual());
        (await Should.ThrowAsync<ArgumentException>(() => machine.ExecuteJsonAsync("{}", new ExecutionOptions { Name = "a b" })))
            .Message.ShouldContain("holds a blank");
    }

    [Theory]
    [InlineData("a/b", "holds '/'")]
    [InlineData("", "is empty")]
    [InlineData("x234567890x234567890x234567890x234567890x234567890x234567890x234567890x234567890x", "has 81 characters, at most 80 are allowed")]
    public async Task A_made_up_name_that_AWS_refuses_is_refused(string name, string fault)
    {
        await using var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", new LocalOptions { NewExecutionName = () => name });
        (await Should.ThrowAsync<InvalidOperationException>(machine.ExecuteJsonAsync("{}"))).Message
            .ShouldBe($"LocalOptions.NewExecutionName gave '{name}', which is no name of an execution: it {fault}.");
    }

    [Fact]
    public async Task Made_up_names_are_used_and_none_is_a_random_one()
    {
        string? name = "first";
        await using var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", new LocalOptions { NewExecutionName = () => name });
        (await machine.ExecuteJsonAsync("{}")).Name.ShouldBe("first");
        name = null;
        Guid.TryParse((await machine.ExecuteJsonAsync("{}")).Name, out _).ShouldBeTrue();
    }

    public sealed record Unserializable(Func<int> F);

    [Fact]
    public async Task An_input_that_cannot_be_written_is_refused_through_the_task()
    {
        await using var machine = Machines.Create<Unserializable, string>(Machines.OneTask());
        Task<ExecutionResult<string>> running = machine.ExecuteAsync(new Unserializable(() => 1));
        ArgumentException thrown = await Should.ThrowAsync<ArgumentException>(running);
        thrown.Message.ShouldStartWith("The input, of type StateMachineGen.Runtime.Tests.Execution.FlowTests+Unserializable, cannot be written as JSON: ");
        thrown.InnerException.ShouldBeOfType<NotSupportedException>();
    }

    [Fact]
    public async Task An_input_that_is_no_JSON_is_refused_through_the_task()
    {
        await using var machine = LocalStateMachine.FromDefinition(Machines.OneTask(), Machines.Virtual());
        Task<ExecutionResult<System.Text.Json.JsonElement>> running = machine.ExecuteJsonAsync("{");
        (await Should.ThrowAsync<System.Text.Json.JsonException>(running)).Message.ShouldStartWith("The input is no JSON that an execution takes: ");
        (await Should.ThrowAsync<System.Text.Json.JsonException>(machine.ExecuteJsonAsync(new string('[', 513) + new string(']', 513)))).Message.ShouldContain("512");
    }

    [Fact]
    public async Task Names_and_ARNs_are_those_of_the_options()
    {
        await using var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", new LocalOptions { AccountId = "111111111111", Region = "eu-west-1" }, "M");
        var run = await machine.ExecuteJsonAsync("{}", new ExecutionOptions { Name = "first" });
        machine.Arn.ShouldBe("arn:aws:states:eu-west-1:111111111111:stateMachine:M");
        run.Arn.ShouldBe("arn:aws:states:eu-west-1:111111111111:execution:M:first");
    }

    [Fact]
    public async Task One_seed_gives_one_name()
    {
        string Name() => Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", options: Machines.Virtual(7)).Result.Name;
        string first = await Task.Run(Name, TestContext.Current.CancellationToken);
        Guid.TryParse(first, out _).ShouldBeTrue();
        Name().ShouldBe(first);
    }
}
