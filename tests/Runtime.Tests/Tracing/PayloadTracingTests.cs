using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class PayloadTracingTests : IDisposable
{
    private const string Secret = "4111-1111";
    private const string Asl = """
        { "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
          "Parameters": { "card.$": "$.card" }, "ResultPath": "$.receipt", "End": true } } }
        """;

    private readonly SpanRecording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public async Task No_span_carries_data_unless_it_is_asked_for()
    {
        await Run(null);
        _recording.Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Value?.ToString() ?? "").ShouldAllBe(value => !value.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task States_and_calls_carry_what_they_were_given_and_gave()
    {
        await Run(new PayloadTracing());
        Payloads().ShouldBe([$$"""{"card":"{{Secret}}"}""", $$"""{"card":"{{Secret}}","receipt":"R-1"}""", $$"""{"card":"{{Secret}}"}""", "\"R-1\""]);
    }

    [Fact]
    public async Task What_failed_has_no_output()
    {
        await Run(new PayloadTracing(), Reply.Fail("E"));
        Payloads().ShouldBe([$$"""{"card":"{{Secret}}"}""", null, $$"""{"card":"{{Secret}}"}""", null]);
    }

    [Fact]
    public async Task Long_payloads_are_cut()
    {
        await Run(new PayloadTracing { MaxLength = 10 });
        Payloads().ShouldBe(["{\"card\":\"…", "{\"card\":\"…", "{\"card\":\"…", "\"R-1\""]);
        Should.Throw<ArgumentOutOfRangeException>(() => new PayloadTracing { MaxLength = 0 });
        new PayloadTracing { MaxLength = 1 }.Show("S", "long").ShouldBe("…");
    }

    [Fact]
    public async Task A_function_of_the_user_s_hides_what_nobody_should_see()
    {
        var asked = new List<string>();
        await Run(new PayloadTracing
        {
            Redact = (state, json) =>
            {
                asked.Add(state);
                return json == "\"R-1\"" ? null : json.Replace(Secret, "****", StringComparison.Ordinal);
            },
        });
        Payloads().ShouldBe(["""{"card":"****"}""", """{"card":"****","receipt":"R-1"}""", """{"card":"****"}""", null]);
        asked.ShouldBe(["Work", "Work", "Work", "Work"]);
    }

    [Fact]
    public async Task A_payload_whose_hiding_fails_stays_hidden()
    {
        await Run(new PayloadTracing { Redact = (_, _) => throw new InvalidTimeZoneException() });
        Payloads().ShouldAllBe(payload => payload == null);
        _recording.Single("StateMachine").Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task Measurements_never_carry_data()
    {
        var values = new List<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == TelemetryNames.Source)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            lock (values)
            {
                foreach (KeyValuePair<string, object?> tag in tags)
                {
                    values.Add($"{tag.Key}={tag.Value}");
                }
            }
        });
        listener.Start();
        await Run(new PayloadTracing());
        values.ShouldContain("statemachinegen.state.name=Work");
        values.ShouldAllBe(value => !value.Contains(Secret, StringComparison.Ordinal));
    }

    private static async Task Run(PayloadTracing? payloads, Reply? reply = null)
    {
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, TracePayloads = payloads };
        await Machines.RunAsync(Asl, $$"""{"card":"{{Secret}}"}""", options.Mock("Work", reply ?? Reply.Return("R-1")));
    }

    private string?[] Payloads()
    {
        Activity state = _recording.Single("Work");
        Activity call = _recording.Single("Lambda.Invoke");
        return
        [
            state.GetTagItem(TelemetryNames.StateInput) as string, state.GetTagItem(TelemetryNames.StateOutput) as string,
            call.GetTagItem(TelemetryNames.CallInput) as string, call.GetTagItem(TelemetryNames.CallOutput) as string,
        ];
    }
}
