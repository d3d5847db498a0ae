using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class XRayTraceCollectorTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void An_execution_is_a_machine_segment_with_states_and_two_segments_for_each_function()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.Task("Charge", "charge-card", 0, 2.5, "Done");
        _made.EndState(_made.State("Done", "Succeed", 2.5), null, 1, 2.5);
        _made.EndExecution(execution, "SUCCEEDED", 2.5);

        XRayTrace trace = Only(collector);
        trace.Duration.ShouldBe(TimeSpan.FromSeconds(2.5));
        Tree(trace).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Charge
                Lambda (aws)
              Done
            charge-card [AWS::Lambda]
            charge-card [AWS::Lambda::Function]
              Invocation

            """);

        JsonElement machine = Segment(trace, "AWS::StepFunctions::StateMachine");
        machine.GetProperty("start_time").GetRawText().ShouldBe("1795348800.000000");
        machine.GetProperty("end_time").GetRawText().ShouldBe("1795348802.500000");
        machine.GetProperty("resource_arn").GetString().ShouldBe("arn:aws:states:us-east-1:123456789012:stateMachine:Orders");
        machine.GetProperty("aws").GetProperty("execution_arn").GetString().ShouldBe("arn:aws:states:us-east-1:123456789012:execution:Orders:run-1");
        machine.GetProperty("annotations").GetRawText().ShouldBe("""{"state_machine":"Orders","execution_name":"run-1","status":"SUCCEEDED"}""");
        machine.TryGetProperty("parent_id", out _).ShouldBeFalse();

        JsonElement charge = machine.GetProperty("subsegments")[0];
        charge.GetProperty("annotations").GetRawText().ShouldBe("""{"state":"Charge","state_type":"Task","attempts":1,"next":"Done"}""");
        JsonElement call = charge.GetProperty("subsegments")[0];
        call.GetProperty("aws").GetRawText().ShouldBe(
            """{"operation":"Invoke","function_name":"charge-card","region":"us-east-1","request_id":"charge-card-1"}""");
        call.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32().ShouldBe(200);

        JsonElement service = Segment(trace, "AWS::Lambda");
        service.GetProperty("parent_id").GetString().ShouldBe(call.GetProperty("id").GetString());
        Segment(trace, "AWS::Lambda::Function").GetProperty("parent_id").GetString().ShouldBe(service.GetProperty("id").GetString());
    }

    [Fact]
    public void A_state_with_retries_shows_attempts_and_the_waits_between_them()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Attempt(1, 0, 1, "TooBusy");
        Attempt(2, 3, 4, "TooBusy");
        Attempt(3, 8.5, 9, null);
        _made.EndState(state, null, 3, 9);
        _made.EndExecution(execution, "SUCCEEDED", 9);

        XRayTrace trace = Only(collector);
        Tree(trace, "AWS::StepFunctions::StateMachine").ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Charge
                Attempt #1 fault
                  Lambda (aws) fault
                Backoff 2s
                Attempt #2 fault
                  Lambda (aws) fault
                Backoff 4.5s
                Attempt #3
                  Lambda (aws)

            """);
        trace.Segments.Length.ShouldBe(7, "each attempt is a call with two segments of its own, beside the machine's");

        void Attempt(int number, double from, double to, string? error)
        {
            Activity? attempt = _made.Attempt(number, from);
            _made.Invoke("charge-card", from, to, error);
            if (error is not null)
            {
                HandMadeTrace.Fail(attempt, error, null);
            }

            HandMadeTrace.End(attempt, to);
        }
    }

    [Theory]
    [InlineData(500, "fault")]
    [InlineData(504, "fault")]
    [InlineData(400, "error")]
    [InlineData(499, "error")]
    [InlineData(429, "error throttle")]
    public void A_failed_call_has_the_flags_of_its_status(int status, string flags)
    {
        using var collector = new XRayTraceCollector();
        RunOneTask("Failure", status);

        Tree(Only(collector)).ShouldBe(
            $"""
            Orders [AWS::StepFunctions::StateMachine]
              Charge {flags}
                Lambda (aws) {flags}
            charge-card [AWS::Lambda] {flags}
            charge-card [AWS::Lambda::Function] {flags}
              Invocation {flags}

            """,
            "the state was caught, so the machine's segment has no flag");
    }

    [Fact]
    public void The_machine_segment_is_flagged_when_the_execution_fails()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.Task("Charge", "charge-card", 0, 1, null, "Declined", exception: HandMadeTrace.Thrown(new InvalidOperationException("no")));
        HandMadeTrace.Fail(execution, "Declined", 500, cause: "no");
        _made.EndExecution(execution, "FAILED", 1);

        JsonElement machine = Segment(Only(collector), "AWS::StepFunctions::StateMachine");
        machine.GetProperty("fault").GetBoolean().ShouldBeTrue();
        machine.GetProperty("annotations").GetProperty("error").GetString().ShouldBe("Declined");
        string exceptionId = machine.GetProperty("subsegments")[0].GetProperty("subsegments")[0].GetProperty("cause").GetProperty("exceptions")[0].GetProperty("id").GetString()!;
        machine.GetProperty("cause").GetString().ShouldBe(exceptionId, "the exception is described once, where it was seen first");
        machine.GetProperty("subsegments")[0].GetProperty("cause").GetString().ShouldBe(exceptionId);
    }

    [Fact]
    public void A_status_of_the_callers_fault_is_an_error_on_every_node()
    {
        using var collector = new XRayTraceCollector();
        RunOneTask("Declined", 400);

        Tree(Only(collector)).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Charge error
                Lambda (aws) error
            charge-card [AWS::Lambda] error
            charge-card [AWS::Lambda::Function] error
              Invocation error

            """);
    }

    [Fact]
    public void Activities_of_the_users_code_are_nested_in_the_invocation()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Activity? call = _made.Call("charge-card", 0);
        Activity? run = _made.Run("charge-card", 0);
        Activity? outer = _made.User("Validate card", ActivityKind.Internal, 0);
        outer?.SetTag("card.kind", "debit");
        Activity? inner = _made.User("POST", ActivityKind.Client, 0.5);
        inner?.SetTag("server.address", "bank.example");
        HandMadeTrace.End(inner, 0.8);
        HandMadeTrace.End(outer, 1);
        HandMadeTrace.End(run, 1);
        HandMadeTrace.End(call, 1);
        _made.EndState(state, null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        XRayTrace trace = Only(collector);
        Tree(trace, "AWS::Lambda::Function").ShouldBe(
            """
            charge-card [AWS::Lambda::Function]
              Invocation
                Validate card
                  bank.example (remote)

            """);
        Segment(trace, "AWS::Lambda::Function").GetProperty("subsegments")[0].GetProperty("subsegments")[0]
            .GetProperty("metadata").GetRawText().ShouldBe("""{"default":{"card.kind":"debit"}}""");
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldContain("bank.example|remote: ok 1", "an inferred node");
    }

    [Fact]
    public void Of_a_tag_that_was_added_twice_the_last_value_counts()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Pass", 0);
        state?.AddTag(TelemetryNames.StateNext, "First");
        state?.AddTag(TelemetryNames.StateNext, "Second");
        state?.AddTag("order", 1);
        state?.AddTag("customer", "a");
        state?.AddTag("order", 2);
        HandMadeTrace.End(state, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        JsonElement segment = Segment(Only(collector), "AWS::StepFunctions::StateMachine").GetProperty("subsegments")[0];
        segment.GetProperty("annotations").GetProperty("next").GetString().ShouldBe("Second");
        segment.GetProperty("metadata").GetRawText().ShouldBe("""{"default":{"order":2,"customer":"a"}}""");
    }

    [Fact]
    public void Numbers_in_tags_stay_numbers()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Pass", 0);
        state?.SetTag(TelemetryNames.StateAttempts, (short)3);
        (string Name, object Value)[] tags =
        [
            ("byte", (byte)1), ("long", long.MinValue), ("ulong", ulong.MaxValue), ("decimal", 0.10m), ("float", 0.1f), ("double", 1e300), ("NaN", double.NaN),
            ("array", new object[] { 1, "two", true, new[] { 2.5 } }),
        ];
        foreach (var (name, value) in tags)
        {
            state?.SetTag(name, value);
        }

        HandMadeTrace.End(state, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        JsonElement segment = Segment(Only(collector), "AWS::StepFunctions::StateMachine").GetProperty("subsegments")[0];
        segment.GetProperty("annotations").GetProperty("attempts").GetRawText().ShouldBe("3");
        segment.GetProperty("metadata").GetProperty("default").GetRawText().ShouldBe(
            """{"byte":1,"long":-9223372036854775808,"ulong":18446744073709551615,"decimal":0.10,"float":0.1,"double":1E+300,"NaN":"NaN","array":[1,"two",true,[2.5]]}""");
    }

    [Fact]
    public void Activities_of_sources_that_were_not_asked_for_are_passed_over()
    {
        using var other = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HandMadeTrace.UserSource,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(other);
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? user = _made.User("Between", ActivityKind.Internal, 0);
        _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
        HandMadeTrace.End(user, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        Tree(Only(collector)).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Done

            """);
    }

    [Fact]
    public void A_remote_caller_is_the_parent_and_decides_whether_the_trace_is_recorded()
    {
        using var collector = new XRayTraceCollector();
        var sampled = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
        var unsampled = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);
        foreach (ActivityContext caller in (ActivityContext[])[sampled, unsampled])
        {
            Activity? execution = _made.Execution("Orders", "run-1", 0, caller);
            _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
            _made.EndExecution(execution, "SUCCEEDED", 1);
        }

        XRayTrace trace = Only(collector, sampled.SpanId.ToHexString());
        Segment(trace, "AWS::StepFunctions::StateMachine").GetProperty("parent_id").GetString().ShouldBe(sampled.SpanId.ToHexString());
    }

    public static TheoryData<string, ActivityTraceFlags> Callers
    {
        get
        {
            var cases = new TheoryData<string, ActivityTraceFlags>();
            foreach (string way in (string[])["ids", "traceparent", "local context", "remote context", "context of the execution"])
            {
                cases.Add(way, ActivityTraceFlags.None);
                cases.Add(way, ActivityTraceFlags.Recorded);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_caller_decides_whether_the_trace_is_recorded_however_it_is_told(string way, ActivityTraceFlags flags)
    {
        using var framework = new ActivitySource("Some.Framework");
        using var propagation = new ActivityListener
        {
            ShouldListenTo = source => source.Name == framework.Name,
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
        };
        if (flags == ActivityTraceFlags.None)
        {
            ActivitySource.AddActivityListener(propagation);
        }
        else
        {
            propagation.Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded;
            ActivitySource.AddActivityListener(propagation);
        }

        var trace = ActivityTraceId.CreateRandom();
        var span = ActivitySpanId.CreateRandom();
        using var collector = new XRayTraceCollector();
        using Activity? request = way switch
        {
            "ids" => new Activity("request").SetParentId(trace, span, flags).Start(),
            "traceparent" => new Activity("request").SetParentId($"00-{trace}-{span}-0{(int)flags}").Start(),
            "local context" => framework.StartActivity("request", ActivityKind.Server, new ActivityContext(trace, span, flags)),
            "remote context" => framework.StartActivity("request", ActivityKind.Server, new ActivityContext(trace, span, flags, isRemote: true)),
            _ => null,
        };
        Activity? execution = _made.Execution("Orders", "run-1", 0, request is null ? new ActivityContext(trace, span, flags) : default);
        _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        collector.GetTraces().Length.ShouldBe(flags == ActivityTraceFlags.Recorded ? 1 : 0);
        collector.GetTimelines().Length.ShouldBe(flags == ActivityTraceFlags.Recorded ? 1 : 0);
    }

    [Fact]
    public void A_local_activity_without_the_flag_does_not_decide()
    {
        using var collector = new XRayTraceCollector();
        using var request = new Activity("request");
        request.Start();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        Segment(Only(collector, request.SpanId.ToHexString()), "AWS::StepFunctions::StateMachine").GetProperty("name").GetString().ShouldBe("Orders");
    }

    [Theory]
    [InlineData("5759e988bd862e3fe1be46a994272793")]
    [InlineData("00112233445566778899aabbccddeeff")]
    public void A_callers_trace_id_is_kept_whatever_the_executions_clock_says(string w3cId)
    {
        using var collector = new XRayTraceCollector();
        var caller = new ActivityContext(ActivityTraceId.CreateFromString(w3cId), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
        Activity? execution = _made.Execution("Orders", "run-1", 0, caller);
        _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        Only(collector, caller.SpanId.ToHexString()).Id.ShouldBe($"1-{w3cId[..8]}-{w3cId[8..]}");
    }

    [Fact]
    public void While_an_execution_runs_it_is_there_as_a_segment_in_progress()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndState(_made.State("First", "Pass", 0), "Charge", 1, 1);
        Activity? state = _made.State("Charge", "Task", 1);
        Activity? call = _made.Call("charge-card", 1);
        Activity? run = _made.Run("charge-card", 1);

        XRayTrace trace = Only(collector);
        trace.Duration.ShouldBe(TimeSpan.FromSeconds(1));
        Tree(trace).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine] in_progress
              First
              Charge in_progress
                Lambda (aws) in_progress
            charge-card [AWS::Lambda] in_progress
            charge-card [AWS::Lambda::Function] in_progress
              Invocation in_progress

            """);
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldBe(
        [
            "Client|client: none",
            "Orders|AWS::StepFunctions::StateMachine: none",
            "charge-card|AWS::Lambda: none",
            "charge-card|AWS::Lambda::Function: none",
        ],
            "what has not ended is on the map, and not counted");
        collector.GetTimelines().ShouldBeEmpty();

        HandMadeTrace.End(run, 2);
        HandMadeTrace.End(call, 2);
        _made.EndState(state, null, 1, 2);
        _made.EndExecution(execution, "SUCCEEDED", 2);
        XRayTrace whole = Only(collector);
        whole.Id.ShouldBe(trace.Id, "the id of a trace does not change while more of it is collected");
        whole.Segments.Select(s => s.Id).ShouldBe(trace.Segments.Select(s => s.Id), "a complete document takes the place of the one in progress");
        Tree(whole).ShouldNotContain("in_progress");
    }

    [Fact]
    public void Segments_tell_who_recorded_them_and_the_programs_version()
    {
        using var collector = new XRayTraceCollector(new() { ServiceVersion = "2.1" });
        RunOneTask(null, 200);

        foreach (JsonElement segment in Only(collector).Segments.Select(s => JsonDocument.Parse(s.Document).RootElement))
        {
            segment.GetProperty("service").GetRawText().ShouldBe("""{"version":"2.1"}""");
            segment.GetProperty("aws").GetProperty("xray").GetRawText().ShouldBe($$"""{"sdk":"StateMachineGen","sdk_version":"{{ProductVersion.Text}}"}""");
        }
    }

    [Theory]
    [InlineData(99)]
    [InlineData(600)]
    [InlineData(-1)]
    [InlineData("often")]
    public void A_status_that_HTTP_does_not_have_is_left_out(object status)
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? span = _made.User("Odd", ActivityKind.Client, 0);
        span?.SetTag(TelemetryNames.HttpStatusCode, status);
        HandMadeTrace.End(span, 1);

        JsonDocument.Parse(Only(collector).Segments.ShouldHaveSingleItem().Document).RootElement.TryGetProperty("http", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_trace_of_more_than_500_kB_exceeds_the_limit()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        foreach (int parts in (int[])[30, 40])
        {
            Activity? root = _made.User("Large", ActivityKind.Internal, 0);
            for (int i = 0; i < parts; i++)
            {
                Activity? part = _made.User("Part", ActivityKind.Internal, 0);
                part?.SetTag("payload", HandMadeTrace.Text(15_000));
                HandMadeTrace.End(part, 1);
            }

            HandMadeTrace.End(root, 1);
        }

        collector.GetTraces().Select(trace => trace.LimitExceeded).ShouldBe([false, true]);
    }

    [Fact]
    public void Names_and_texts_are_made_to_fit()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndState(_made.State("Prüfe <Karte>?\t" + HandMadeTrace.Text(300), "Pass", 0), "\U0001F600", 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        string name = Segment(Only(collector), "AWS::StepFunctions::StateMachine").GetProperty("subsegments")[0].GetProperty("name").GetString()!;
        name.ShouldStartWith("Prüfe _Karte___0123");
        name.Length.ShouldBe(200);
    }

    [Fact]
    public void The_same_spans_give_the_same_documents()
    {
        using var collector = new XRayTraceCollector();
        RunOneTask("Declined", 500);

        Only(collector).Segments.ShouldBe(Only(collector).Segments);
    }

    [Fact]
    public async Task Executions_on_many_threads_are_collected_whole()
    {
        using var collector = new XRayTraceCollector();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            () =>
            {
                Activity? execution = _made.Execution("Orders", $"run-{i}", i);
                _made.Task("Charge", "charge-card", i, i + 1, null);
                _made.EndExecution(execution, "SUCCEEDED", i + 1);
                collector.GetTraces();
            },
            TestContext.Current.CancellationToken)));

        ImmutableArray<XRayTrace> traces = collector.GetTraces();
        traces.Length.ShouldBe(50);
        traces.ShouldAllBe(t => t.Segments.Length == 3);
        traces.SelectMany(Faults).ShouldBeEmpty();
    }

    [Fact]
    public void The_service_map_counts_each_segment_once_by_the_worst()
    {
        using var collector = new XRayTraceCollector();
        RunOneTask(null, 200);
        RunOneTask("Declined", 500);
        RunOneTask("States.Timeout", 504);
        RunOneTask("BadRequest", 400);
        RunOneTask("Lambda.TooManyRequestsException", 429);
        Activity? execution = _made.Execution("Orders", "mocked", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        HandMadeTrace.End(_made.Call("mocked-function", 0), 1);
        _made.EndState(state, null, 1, 1);
        HandMadeTrace.Fail(execution, "States.Runtime", 500);
        _made.EndExecution(execution, "FAILED", 1);

        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldBe(
        [
            "Client|client: none",
            "Orders|AWS::StepFunctions::StateMachine: ok 5, fault 1",
            "charge-card|AWS::Lambda: ok 1, error 1, throttle 1, fault 2",
            "charge-card|AWS::Lambda::Function: ok 1, error 1, throttle 1, fault 2",
            "mocked-function|AWS::Lambda: ok 1",
        ]);
    }

    [Fact]
    public void The_file_has_the_shape_of_BatchGetTraces_and_replaces_an_older_one()
    {
        using var collector = new XRayTraceCollector();
        RunOneTask(null, 200);
        RunOneTask("Declined", 500);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("statemachinegen-");
        try
        {
            string path = Path.Combine(folder.FullName, "new", "trace.xray.json");
            collector.WriteFile(path);
            collector.WriteFile(path);

            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement trace = file.RootElement.GetProperty("Traces")[0];
            trace.GetProperty("Duration").GetDouble().ShouldBe(1);
            file.RootElement.GetProperty("Traces").GetArrayLength().ShouldBe(2);
            trace.GetProperty("Segments")[0].GetProperty("Document").ValueKind.ShouldBe(JsonValueKind.String);
            XRayValidator.ValidateFile(path).ShouldBeEmpty();
            Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path], "no temporary file is left");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_was_collected_stays_after_disposal_and_nothing_is_added()
    {
        var collector = new XRayTraceCollector();
        RunOneTask(null, 200);
        collector.Dispose();
        _made.Execution("Orders", "run-2", 0).ShouldBeNull("nobody listens any more");

        Only(collector).Segments.Length.ShouldBe(3);
    }

    private void RunOneTask(string? error, int status)
    {
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.Task("Charge", "charge-card", 0, 1, "Done", error, status);
        _made.EndExecution(execution, "SUCCEEDED", 1);
    }

    private static XRayTrace Only(XRayTraceCollector collector, params string[] remoteParents)
    {
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document)), remoteParents).ShouldBeEmpty();
        return trace;
    }

    private static IReadOnlyList<string> Faults(XRayTrace trace) =>
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document)));

    private static JsonElement Segment(XRayTrace trace, string origin) =>
        trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement)
            .Where(s => s.TryGetProperty("origin", out JsonElement value) && value.GetString() == origin)
            .ShouldHaveSingleItem();

    private static string Tree(XRayTrace trace, string? origin = null)
    {
        var text = new StringBuilder();
        foreach (JsonElement segment in trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement))
        {
            if (origin is null || segment.GetProperty("origin").GetString() == origin)
            {
                Append(segment, 0);
            }
        }

        return text.ToString();

        void Append(JsonElement part, int depth)
        {
            text.Append(' ', 2 * depth).Append(part.GetProperty("name").GetString());
            if (part.TryGetProperty("origin", out JsonElement type))
            {
                text.Append(" [").Append(type.GetString()).Append(']');
            }

            if (part.TryGetProperty("namespace", out JsonElement space))
            {
                text.Append(" (").Append(space.GetString()).Append(')');
            }

            foreach (string flag in (string[])["error", "throttle", "fault", "in_progress"])
            {
                text.Append(part.TryGetProperty(flag, out _) ? " " + flag : "");
            }

            text.Append('\n');
            if (part.TryGetProperty("subsegments", out JsonElement subsegments))
            {
                foreach (JsonElement subsegment in subsegments.EnumerateArray())
                {
                    Append(subsegment, depth + 1);
                }
            }
        }
    }
}
