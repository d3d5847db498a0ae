using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

#pragma warning disable CA1032, CA1064, CA1065 // Exceptions as users may write them: their members throw.

/// <summary>Exceptions are users' classes: what their members throw must not reach the execution, and what can be read is told.</summary>
[Collection(ListeningTests.Name)]
public sealed class ExceptionEventTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public static TheoryData<string> Unreadable => ["Message", "ToString", "StackTrace", "all", "inner"];

    public void Dispose() => _made.Dispose();

    [Theory]
    [InlineData("Message", null)]
    [InlineData("ToString", "told")]
    [InlineData("StackTrace", "told")]
    [InlineData("all", null)]
    public void What_can_be_read_of_an_exception_is_in_the_event(string throwing, string? message)
    {
        Dictionary<string, object?> tags = Record(Thrown(throwing));

        tags[ExceptionEvent.Type].ShouldBe(typeof(TroublesomeException).FullName!.Replace("Tests.Troublesome", "Tests+Troublesome", StringComparison.Ordinal));
        tags[ExceptionEvent.Message].ShouldBe(message);
        string text = tags[ExceptionEvent.StackTrace].ShouldBeOfType<string>();
        text.ShouldContain(nameof(TroublesomeException));
        text.Contains("   at ", StringComparison.Ordinal).ShouldBe(throwing is "Message" or "ToString", "the frames are there unless they cannot be read");
        SegmentException exception = Parse(tags).ShouldHaveSingleItem();
        exception.Type.ShouldBe(nameof(TroublesomeException));
        exception.Message.ShouldBe(message);
    }

    [Fact]
    public void Inner_exceptions_are_told_though_the_outer_one_cannot_tell_them()
    {
        var readable = HandMadeTrace.Thrown(new FormatException("not a number"));
        var inner = HandMadeTrace.Thrown(new TroublesomeException("ToString", readable));
        ImmutableArray<SegmentException> exceptions = Parse(Record(HandMadeTrace.Thrown(new InvalidOperationException("outer", inner))));

        exceptions.Select(e => (e.Type, e.Message, e.Stack.Length)).ShouldBe(
        [
            ("InvalidOperationException", "outer", 1),
            (nameof(TroublesomeException), "told", 1),
            ("FormatException", "not a number", 1),
        ]);
        exceptions[0].CauseId.ShouldBe(exceptions[1].Id);
        exceptions[1].CauseId.ShouldBe(exceptions[2].Id);
    }

    [Fact]
    public void A_listener_that_throws_does_not_cost_the_event()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.Source,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ExceptionRecorder = (Activity _, Exception _, ref TagList _) => throw new InvalidOperationException("the listener's own"),
        };
        ActivitySource.AddActivityListener(listener);

        Dictionary<string, object?> tags = Record(HandMadeTrace.Thrown(new FormatException("not a number")));

        tags[ExceptionEvent.Message].ShouldBe("not a number");
        tags[ExceptionEvent.StackTrace].ShouldBeOfType<string>().ShouldContain("   at ");
    }

    [Fact]
    public void A_span_without_data_and_no_span_get_no_event()
    {
        ExceptionEvent.Add(null, Thrown("all"), HandMadeTrace.Start);
        using var activity = new Activity("plain") { IsAllDataRequested = false };
        ExceptionEvent.Add(activity, Thrown("all"), HandMadeTrace.Start);
        activity.Events.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_handlers_exception_that_cannot_be_read_fails_the_state_and_is_traced(string throwing)
    {
        using var collector = new XRayTraceCollector();
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(), null, null, Machines.Task<JsonElement, JsonElement>("Work", (_, _) => throw Thrown(throwing)));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);

        run.Error.ShouldBe(nameof(TroublesomeException));
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        trace.Segments.Length.ShouldBe(3);
        trace.Segments.Count(s => s.Document.Contains($"\"type\":\"{nameof(TroublesomeException)}\"", StringComparison.Ordinal))
            .ShouldBeGreaterThan(0, "the exception is described");
    }

    [Fact]
    public void A_users_tag_that_cannot_be_read_does_not_cost_the_trace()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? activity = _made.User("Validate", ActivityKind.Internal, 0);
        activity?.SetTag("bad", new TroublesomeValue());
        activity?.SetTag("bads", new object[] { "good", new TroublesomeValue() });
        activity?.SetTag("good", "value");
        HandMadeTrace.End(activity, 1);

        JsonDocument.Parse(collector.GetTraces().ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().Document).RootElement
            .GetProperty("metadata").GetRawText().ShouldBe("""{"default":{"bad":null,"bads":["good",null],"good":"value"}}""");
    }

    private static Exception Thrown(string throwing) => HandMadeTrace.Thrown<Exception>(
        throwing == "inner" ? new TroublesomeException("", new TroublesomeException("all")) : new TroublesomeException(throwing));

    private static ImmutableArray<SegmentException> Parse(Dictionary<string, object?> tags) => ExceptionText.Parse(
        (string?)tags[ExceptionEvent.StackTrace], (string?)tags[ExceptionEvent.Type], (string?)tags[ExceptionEvent.Message], "53995c3f42cd8ad8");

    private Dictionary<string, object?> Record(Exception exception)
    {
        using var collector = new XRayTraceCollector();
        using Activity? span = _made.State("Charge", "Task", 0);
        ExceptionEvent.Add(span, exception, HandMadeTrace.Start);
        ActivityEvent recorded = span.ShouldNotBeNull().Events.ShouldHaveSingleItem();
        recorded.Name.ShouldBe("exception");
        recorded.Timestamp.UtcDateTime.ShouldBe(HandMadeTrace.Start);
        return new(recorded.Tags);
    }

    private sealed class TroublesomeException(string throwing, Exception? inner = null) : Exception("told", inner)
    {
        public override string Message => throwing is "Message" or "all" ? throw new InvalidOperationException("Message") : base.Message;

        public override string? StackTrace => throwing is "StackTrace" or "all" ? throw new InvalidOperationException("StackTrace") : base.StackTrace;

        public override string ToString() => throwing is "ToString" or "all" ? throw new InvalidOperationException("ToString") : base.ToString();
    }

    private sealed class TroublesomeValue
    {
        public override string ToString() => throw new InvalidOperationException("ToString");
    }
}
