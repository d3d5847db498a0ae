using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Execution;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Runtime.Tests.Execution.Maps;
using StateMachineGen.Storage;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Causes quote data in the history, as AWS's do, and on spans only when payloads are traced.</summary>
public sealed class TracedCauseTests : IDisposable
{
    private const string Secret = "4111-1111";
    private const string Input = $$"""{"card":"{{Secret}}","key":"{{Secret}}.json"}""";
    private const string Child = """{ "StartAt": "X", "States": { "X": { "Type": "Pass", "Parameters": { "a.$": "$.nope" }, "End": true } } }""";

    private readonly SpanRecording _recording = new();

    /// <summary>A state that fails with a cause that quotes the data, and the cause without it.</summary>
    public static TheoryData<string, string> States => new()
    {
        {
            """ "Type": "Pass", "Parameters": { "a.$": "$.nope" }, "End": true """,
            "The JSONPath '$.nope' specified for the field 'a.$' could not be found in the input '…'"
        },
        { """ "Type": "Pass", "InputPath": "$.card[0]", "End": true """, "Invalid path '$.card[0]' : Filter: [0] can only be applied to arrays. Current context is: …" },
        {
            """ "Type": "Pass", "Parameters": { "a.$": "States.Array($.nope)" }, "End": true """,
            "The function 'States.Array($.nope)' had the following error: The JsonPath argument for the field '$.nope' could not be found in the input '…'"
        },
        { """ "Type": "Pass", "Result": 1, "ResultPath": "$.card.x", "End": true """, "Unable to apply ReferencePath $.card.x to input …" },
        {
            """ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $number($states.input.card) %}", "End": true """,
            "The JSONata expression '$number($states.input.card)' specified for the field 'Output' threw an error during evaluation. D3030: Unable to cast value to a number: …"
        },
        {
            """ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $error($states.input.card) %}", "End": true """,
            "The JSONata expression '$error($states.input.card)' specified for the field 'Output' threw an error during evaluation. D3137: …"
        },
        {
            """ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.card > 1 %}", "End": true """,
            "The JSONata expression '$states.input.card > 1' specified for the field 'Output' threw an error during evaluation. "
            + "T2009: The values … and … either side of operator \">\" must be of the same data type"
        },
        {
            """ "Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $states.input.card %}", "End": true """,
            "The JSONata expression '$states.input.card' specified for the field 'Seconds' returned an unexpected result type. Expected 'number', but was 'string' for value: …"
        },
        {
            """ "Type": "Wait", "QueryLanguage": "JSONata", "Timestamp": "{% $states.input.card %}", "End": true """,
            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: …"
        },
        { """ "Type": "Wait", "SecondsPath": "$.card", "End": true """, "The SecondsPath parameter cannot be parsed as a long value: $.card == …" },
        {
            """ "Type": "Wait", "TimestampPath": "$.card", "End": true """,
            "The TimestampPath parameter cannot be parsed as an ISO-8601 extended offset date-time format string: $.card == …"
        },
        {
            """ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "TimeoutSecondsPath": "$.card", "End": true """,
            "The TimeoutSecondsPath field refers to value \"…\" which is not a valid integer: $.card"
        },
        { """ "Type": "Fail", "CausePath": "$.card" """, "…" },
        { """ "Type": "Fail", "QueryLanguage": "JSONata", "Cause": "{% 'Card ' & $states.input.card %}" """, "…" },
        { """ "Type": "Fail", "ErrorPath": "$" """, "The ErrorPath parameter does not reference a string: …" },
        {
            """ "Type": "Map", "QueryLanguage": "JSONata", "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }, "End": true """,
            "Map state input must be an array but was: …"
        },
        {
            """ "Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": { "StateMachineArn.$": "$.card" }, "End": true """,
            "State Machine Does Not Exist: '…' (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist;"
        },
        {
            """ "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "Child", "Input.$": "$" }, "End": true """,
            "could not be found in the input '…'\",\"Error\":\"States.Runtime\",\"ExecutionArn\":\"arn:aws:states:us-east-1:123456789012:execution:Child:"
        },
        {
            """
            "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" }, "Parameters": { "Bucket": "bucket", "Key.$": "$.key" } },
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }, "End": true
            """,
            "… is no JSON: …"
        },
    };

    public void Dispose() => _recording.Dispose();

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_cause_has_no_data_on_any_span(string state, string cause)
    {
        ExecutionResult<JsonElement> run = await Run(state, null);
        run.Cause.ShouldNotBeNull().ShouldContain(Secret, customMessage: "the history quotes it");
        foreach (string span in (string[])["Failing", "StateMachine"])
        {
            _recording.Single(span).GetTagItem(TelemetryNames.ErrorCause).ShouldBeOfType<string>().ShouldContain(cause);
        }

        Told().ShouldAllBe(text => !text.Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_cause_is_told_whole_when_payloads_are_traced(string state, string cause)
    {
        ExecutionResult<JsonElement> run = await Run(state, new PayloadTracing());
        run.Cause.ShouldNotBeNull().ShouldNotContain(cause);
        foreach (string span in (string[])["Failing", "StateMachine"])
        {
            _recording.Single(span).GetTagItem(TelemetryNames.ErrorCause).ShouldBe(run.Cause);
        }
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task What_hides_payloads_hides_them_in_causes(string state, string cause)
    {
        var asked = new List<string>();
        ExecutionResult<JsonElement> run = await Run(state, new PayloadTracing
        {
            Redact = (name, text) =>
            {
                asked.Add(name);
                return text.Replace(Secret, "****", StringComparison.Ordinal);
            },
        });
        asked.Distinct().ShouldContain("Failing");
        _recording.Single("StateMachine").GetTagItem(TelemetryNames.ErrorCause).ShouldBe(run.Cause.ShouldNotBeNull().Replace(Secret, "****", StringComparison.Ordinal));
        Told().ShouldAllBe(text => !text.Contains(Secret, StringComparison.Ordinal), cause);
    }

    [Fact]
    public async Task A_cause_that_is_hidden_or_cut_is_still_told()
    {
        const string State = """ "Type": "Pass", "Result": 1, "ResultPath": "$.card.x", "End": true """;
        await Run(State, new PayloadTracing { Redact = (_, _) => null });
        _recording.Single("Failing").GetTagItem(TelemetryNames.ErrorCause).ShouldBe("Unable to apply ReferencePath $.card.x to input …");

        using var second = new SpanRecording();
        await Run(State, new PayloadTracing { MaxLength = 12 });
        second.Single("Failing").GetTagItem(TelemetryNames.ErrorCause).ShouldBe("Unable to a…");
        second.Single("StateMachine").GetTagItem(TelemetryNames.ErrorCause).ShouldBe("Unable to a…");
    }

    [Fact]
    public async Task The_state_whose_data_it_is_decides_on_it_for_those_around()
    {
        var asked = new List<string>();
        await Run(
            """
            "Type": "Parallel", "Branches": [ { "StartAt": "Inner", "States": { "Inner": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
              "Retry": [ { "ErrorEquals": [ "E" ] } ], "ResultPath": "$.card.x", "End": true } } } ], "End": true
            """,
            new PayloadTracing
            {
                Redact = (name, text) =>
                {
                    if (text.StartsWith("Unable", StringComparison.Ordinal))
                    {
                        asked.Add(name);
                    }

                    return name == "Inner" ? null : text;
                },
            });
        asked.ShouldBe(["Inner"]);
        foreach (string span in (string[])["attempt", "Inner", "branch", "Failing", "StateMachine"])
        {
            _recording.Single(span).GetTagItem(TelemetryNames.ErrorCause).ShouldBe("Unable to apply ReferencePath $.card.x to input …", span);
        }
    }

    [Fact]
    public async Task What_users_write_is_told_as_it_is()
    {
        await Run(""" "Type": "Fail", "Error": "E", "Cause": "Written in the definition" """, null);
        _recording.Single("Failing").GetTagItem(TelemetryNames.ErrorCause).ShouldBe("Written in the definition");

        using var second = new SpanRecording();
        await Run(""" "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true """, null, Reply.Fail(new TimeZoneNotFoundException("thrown")));
        second.Single("Failing").GetTagItem(TelemetryNames.ErrorCause).ShouldBe("""{"errorType":"TimeZoneNotFoundException","errorMessage":"thrown"}""");
        second.Single("Lambda.Invoke").Events.Single().Tags.ShouldContain(tag => tag.Key == "exception.message" && (string?)tag.Value == "thrown");
    }

    [Fact]
    public async Task The_cause_that_an_execution_sends_to_a_waiting_task_is_its_data()
    {
        var tasks = new LocalTasks();
        await using var waiting = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "Waits", "States": { "Waits": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": { "MessageBody.$": "$$.Task.Token", "QueueUrl": "q" }, "End": true } } }
            """,
            new LocalOptions { Seed = 1, Tasks = tasks },
            "Waiting");
        Task<ExecutionResult<JsonElement>> run = waiting.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        PendingTask task = await tasks.WaitForAsync("Waits", cancellationToken: TestContext.Current.CancellationToken);
        await Machines.RunAsync(
            """
            { "StartAt": "Sends", "States": { "Sends": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskFailure",
              "Parameters": { "TaskToken.$": "$.token", "Error": "E", "Cause.$": "$.card" }, "End": true } } }
            """,
            $$"""{"token":"{{task.Token}}","card":"{{Secret}}"}""",
            new LocalOptions { Seed = 2, Tasks = tasks });
        (await run).Cause.ShouldBe(Secret);
        _recording.Single("Waits").GetTagItem(TelemetryNames.ErrorCause).ShouldBe("…");
        Told().ShouldAllBe(text => !text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_put_into_a_cause_is_data_unless_its_type_says_otherwise()
    {
        string text = "text";
        CauseText inner = $"[{text}]";
        CauseText cause = $"{text} {text.Fixed()} {12} {new StateMachineGen.Data.JsonString("json")} {inner}";
        cause.ToString().ShouldBe("text text 12 \"json\" [text]");
        cause.WithoutData.ShouldBe("… text 12 … […]");
    }

    private static async Task<ExecutionResult<JsonElement>> Run(string state, PayloadTracing? payloads, Reply? reply = null)
    {
        await using var child = LocalStateMachine.FromDefinition(Child, Machines.Virtual(), "Child");
        var options = new LocalOptions
        {
            TimeProvider = new VirtualTimeProvider(Machines.Start),
            Seed = 1,
            TracePayloads = payloads,
            S3 = new MemoryObjectStore().Put(DistributedMaps.Bucket, $"{Secret}.json", "no JSON"),
        };
        options.Machine(child);
        options.Function<JsonElement, int>("work", (_, _) => Task.FromResult(1));
        if (reply is not null)
        {
            options.Mock("Failing", reply);
        }

        ExecutionResult<JsonElement> run = await Machines.RunAsync($$"""{ "StartAt": "Failing", "States": { "Failing": { {{state}} } } }""", Input, options);
        run.Status.ShouldBe(ExecutionStatus.Failed);
        return run;
    }

    /// <summary>All that spans say.</summary>
    private IEnumerable<string> Told() => _recording.Spans.SelectMany(span =>
        span.TagObjects.Concat(span.Events.SelectMany(each => each.Tags)).Select(tag => tag.Value?.ToString() ?? "").Append(span.StatusDescription ?? "").Append(span.DisplayName));
}
