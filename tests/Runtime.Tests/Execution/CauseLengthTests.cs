using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>A cause has at most as many characters as AWS's API carries.</summary>
public class CauseLengthTests
{
    private const int Limit = 32_768;

    private static string Machine(string state) =>
        $$"""{ "StartAt": "S", "States": { "S": { {{state}} }{{Machines.Target(state, "Caught")}} } }""";

    [Theory]
    [InlineData(""" "Type": "Fail", "CausePath": "$.text" """)]
    [InlineData(""" "Type": "Fail", "CausePath": "$.no" """)]
    [InlineData(""" "Type": "Fail", "ErrorPath": "$.no" """)]
    [InlineData(""" "Type": "Pass", "Parameters": { "n.$": "$.no" }, "End": true """)]
    [InlineData(""" "Type": "Pass", "ResultPath": "$.text.no", "End": true """)]
    [InlineData(""" "Type": "Wait", "SecondsPath": "$.text", "End": true """)]
    public async Task A_cause_that_tells_of_long_data_is_cut(string state)
    {
        var run = await Machines.RunAsync(Machine(state), $$"""{"text":"{{new string('x', 100_000)}}"}""");
        run.Status.ShouldBe(ExecutionStatus.Failed);
        run.Cause.ShouldNotBeNull().Length.ShouldBe(Limit);
        run.History[^1].Cause.ShouldBe(run.Cause);
    }

    [Fact]
    public async Task The_causes_of_definitions_and_mocks_are_cut_too()
    {
        string text = new('x', 100_000);
        (await Machines.RunAsync(Machine($$""" "Type": "Fail", "Cause": "{{text}}" """))).Cause!.Length.ShouldBe(Limit);
        (await Machines.RunAsync(Machines.OneTask(), options: Machines.Virtual().Mock("Work", Reply.Fail("E", text)))).Cause!.Length.ShouldBe(Limit);
    }

    [Fact]
    public async Task An_error_is_caught_however_long_the_data_is_that_it_tells_of()
    {
        // Escaped once more in the error output, the whole input would be larger than a payload may be.
        string input = "\"" + string.Concat(Enumerable.Repeat("\\\"", 100_000)) + "\"";
        var run = await Machines.RunAsync(
            Machine(""" "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "ResultPath": "$.r", "End": true, "Catch": [ { "ErrorEquals": [ "States.ResultPathMatchFailure" ], "Next": "Caught" } ] """),
            input,
            Machines.Virtual().Mock("S", Reply.ReturnJson("1")));
        run.Path.ShouldBe(["S", "Caught"]);
        JsonElement output = run.Output;
        output.GetProperty("Error").GetString().ShouldBe(Errors.ResultPathMatchFailure);
        string cause = output.GetProperty("Cause").GetString().ShouldNotBeNull();
        cause.ShouldStartWith("Unable to apply ReferencePath $.r to input \"\\\"");
        cause.Length.ShouldBe(Limit);
    }

    [Theory]
    [InlineData("", Limit)]
    [InlineData("x", Limit - 1)]
    public async Task A_cut_leaves_pairs_of_surrogates_whole(string before, int length)
    {
        string text = before + string.Concat(Enumerable.Repeat("\U0001F600", 20_000));
        var run = await Machines.RunAsync(Machine(""" "Type": "Fail", "CausePath": "$" """), JsonSerializer.Serialize(text));
        run.Cause.ShouldBe(text[..length]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    public async Task So_do_the_messages_of_exceptions(string before)
    {
        string text = before + string.Concat(Enumerable.Repeat("\U0001F600", 20_000));
        var run = await Machines.RunAsync(
            Machines.OneTask(), options: Machines.Virtual().Mock("Work", Reply.Fail(new InvalidOperationException(text))));
        JsonElement cause = JsonSerializer.Deserialize<JsonElement>(run.Cause.ShouldNotBeNull());
        cause.GetProperty("errorMessage").GetString().ShouldBe(text[..(128 - before.Length)]);
    }
}
