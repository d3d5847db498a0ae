using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing;

public class MockTests
{
    private const string Machine = """
        { "StartAt": "Ship", "States": { "Ship": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 10,
          "Retry": [ { "ErrorEquals": [ "Busy", "TimeoutException" ], "MaxAttempts": 9 } ], "End": true } } }
        """;

    private const string ConfigFile = """
        {
          "StateMachines": {
            "Orders": { "TestCases": { "Happy": { "Ship": "Shipped" }, "Busy": { "Ship": "BusyThenShipped" } } },
            "Other": { "TestCases": {} }
          },
          "MockedResponses": {
            "Shipped": { "0": { "Return": { "n": 0 } } },
            "BusyThenShipped": { "0-1": { "Throw": { "Error": "Busy", "Cause": "later" } }, "2": { "Return": { "n": 2 } } }
          }
        }
        """;

    [Fact]
    public async Task A_mock_may_be_a_function_of_the_input()
    {
        ExecutionResult<JsonElement> run = await RunAsync(
            new LocalOptions().Mock("Ship", Reply.From<Parcel>(parcel => parcel.Weight > 10 ? Reply.Fail("TooHeavy") : Reply.Return(parcel.Weight + 1))),
            """{"weight":3}""");
        run.OutputJson.ShouldBe("4");
        run = await RunAsync(new LocalOptions().Mock("Ship", Reply.From<Parcel>(_ => Reply.Fail("TooHeavy", "11 kg"))), "{}");
        (run.Error, run.Cause).ShouldBe(("TooHeavy", "11 kg"));
    }

    [Fact]
    public async Task A_function_is_asked_at_each_call_and_its_delays_add_up()
    {
        int calls = 0;
        Reply reply = Reply.From<JsonElement>(_ => (++calls < 3 ? Reply.Fail("Busy") : Reply.Return(calls)).After(TimeSpan.FromSeconds(1))).After(TimeSpan.FromSeconds(2));
        ExecutionResult<JsonElement> run = await RunAsync(new LocalOptions { TimeProvider = new VirtualTimeProvider() }.Mock("Ship", reply), "{}");
        run.OutputJson.ShouldBe("3");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(3 + 1 + 3 + 2 + 3));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_function_that_gives_no_answer_fails_the_task(string error, Func<JsonElement, Reply> function)
    {
        ExecutionResult<JsonElement> run = await RunAsync(new LocalOptions().Mock("Ship", Reply.From(function)), "{}");
        run.Error.ShouldBe(error);
    }

    public static IEnumerable<TheoryDataRow<string, Func<JsonElement, Reply>>> Broken =>
    [
        new(nameof(NotSupportedException), static _ => throw new NotSupportedException("no")),
        new(nameof(InvalidOperationException), static _ => null!),
        new(nameof(InvalidOperationException), static _ => Reply.From<JsonElement>(static _ => Reply.Return(1))),
    ];

    [Fact]
    public async Task A_failure_may_be_given_by_the_type_of_an_exception()
    {
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider() }.Mock("Ship", Reply.Fail<TimeoutException>("slow"), Reply.Fail<UnmakeableException>("\"no\""));
        ExecutionResult<JsonElement> run = await RunAsync(options, "{}");
        run.Visits.Single().Attempts.ShouldBe(2);
        (run.Error, run.Cause).ShouldBe((nameof(UnmakeableException), """{"errorType":"UnmakeableException","errorMessage":"\"no\""}"""));
    }

    [Fact]
    public async Task Mocks_are_read_from_JSON()
    {
        const string mocks = """
            { "Ship": { "2": { "NoAnswer": true }, "0-1": { "Throw": { "Error": "Busy" } } } }
            """;
        ExecutionResult<JsonElement> run = await RunAsync(new LocalOptions { TimeProvider = new VirtualTimeProvider() }.MockJson(mocks), "{}");
        run.Error.ShouldBe("States.Timeout");
        run.Visits.Single().Attempts.ShouldBe(3);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(1 + 2 + 10));
    }

    [Theory]
    [InlineData("[]", "must be an object")]
    [InlineData("""{"Ship":1}""", "The mock of 'Ship' must be an object")]
    [InlineData("""{"Ship":{}}""", "no answer at all")]
    [InlineData("""{"Ship":{"1":{"Return":1}}}""", "no answer to call 0")]
    [InlineData("""{"Ship":{"0":{"Return":1},"2-3":{"Return":1}}}""", "no answer to call 1")]
    [InlineData("""{"Ship":{"0-2":{"Return":1},"1":{"Return":1}}}""", "two answers to call 1")]
    [InlineData("""{"Ship":{"0-99999999":{"Return":1}}}""", "number from 0")]
    [InlineData("""{"Ship":{"3-2":{"Return":1}}}""", "number from 0")]
    [InlineData("""{"Ship":{"-1":{"Return":1}}}""", "number from 0")]
    [InlineData("""{"Ship":{"0":{}}}""", "one of Return, Throw and NoAnswer")]
    [InlineData("""{"Ship":{"0":{"Return":1,"Throw":{}}}}""", "one of Return, Throw and NoAnswer")]
    [InlineData("""{"Ship":{"0":{"NoAnswer":false}}}""", "one of Return, Throw and NoAnswer")]
    [InlineData("""{"Ship":{"0":{"Throw":{"Error":7}}}}""", "Error must be a string")]
    [InlineData("""{"Ship":{"0":{"Throw":"Busy"}}}""", "Throw must be an object")]
    public void Mocks_of_another_form_are_refused(string mocks, string message) =>
        Should.Throw<JsonException>(() => new LocalOptions().MockJson(mocks)).Message.ShouldContain(message);

    [Fact]
    public async Task A_MockConfigFile_is_taken_as_it_is()
    {
        MockConfigFile file = MockConfigFile.Parse(ConfigFile);
        file.Machines.ShouldBe(["Orders", "Other"]);
        file.TestCases("Orders").ShouldBe(["Busy", "Happy"]);
        file.TestCases("None").ShouldBeEmpty();
        ExecutionResult<JsonElement> run = await RunAsync(new LocalOptions { TimeProvider = new VirtualTimeProvider() }.Mock(file, "Orders", "Busy"), "{}");
        run.OutputJson.ShouldBe("""{"n":2}""");
        Should.Throw<ArgumentException>(() => new LocalOptions().Mock(file, "Orders", "Sad")).Message.ShouldContain("Busy, Happy");
        Should.Throw<ArgumentException>(() => new LocalOptions().Mock(file, "None", "Happy")).Message.ShouldContain("Orders, Other");
    }

    [Theory]
    [InlineData("{}", "MockedResponses")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{"A":{}}}""", "TestCases")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{"A":{"TestCases":{"B":{"C":"D"}}}}}""", "no mocked response of the file: \"D\"")]
    [InlineData("""{"MockedResponses":{},"StateMachines":{"A":{"TestCases":{"B":{"C":{}}}}}}""", "no mocked response of the file: {}")]
    public void Another_file_is_refused(string json, string message) => Should.Throw<JsonException>(() => MockConfigFile.Parse(json)).Message.ShouldContain(message);

    private static async Task<ExecutionResult<JsonElement>> RunAsync(LocalOptions options, string input)
    {
        await using var machine = LocalStateMachine.FromDefinition(Machine, options);
        return await machine.ExecuteJsonAsync(input, cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed record Parcel(int Weight);

    /// <summary>An exception that cannot be made without what made it.</summary>
    private sealed class UnmakeableException(Uri uri) : Exception(uri.ToString());
}
