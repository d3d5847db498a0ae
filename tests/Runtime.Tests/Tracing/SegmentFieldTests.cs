using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>What segments say of tags, names and who recorded them.</summary>
[Collection(ListeningTests.Name)]
public sealed class SegmentFieldTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

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

        JsonElement segment = CollectedTraces.Segment(CollectedTraces.Only(collector), "AWS::StepFunctions::StateMachine").GetProperty("subsegments")[0];
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

        JsonElement segment = CollectedTraces.Segment(CollectedTraces.Only(collector), "AWS::StepFunctions::StateMachine").GetProperty("subsegments")[0];
        segment.GetProperty("annotations").GetProperty("attempts").GetRawText().ShouldBe("3");
        segment.GetProperty("metadata").GetProperty("default").GetRawText().ShouldBe(
            """{"byte":1,"long":-9223372036854775808,"ulong":18446744073709551615,"decimal":0.10,"float":0.1,"double":1E+300,"NaN":"NaN","array":[1,"two",true,[2.5]]}""");
    }

    [Fact]
    public void Segments_tell_who_recorded_them_and_the_programs_version()
    {
        using var collector = new XRayTraceCollector(new() { ServiceVersion = "2.1" });
        _made.OneTask(null, 200);

        foreach (JsonElement segment in CollectedTraces.Only(collector).Segments.Select(s => JsonDocument.Parse(s.Document).RootElement))
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

        JsonDocument.Parse(CollectedTraces.Only(collector).Segments.ShouldHaveSingleItem().Document).RootElement.TryGetProperty("http", out _).ShouldBeFalse();
    }

    [Fact]
    public void Names_and_texts_are_made_to_fit()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndState(_made.State("Prüfe <Karte>?\t" + HandMadeTrace.Text(300), "Pass", 0), "\U0001F600", 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        string name = CollectedTraces.Segment(CollectedTraces.Only(collector), "AWS::StepFunctions::StateMachine").GetProperty("subsegments")[0].GetProperty("name").GetString()!;
        name.ShouldStartWith("Prüfe _Karte___0123");
        name.Length.ShouldBe(200);
    }
}
