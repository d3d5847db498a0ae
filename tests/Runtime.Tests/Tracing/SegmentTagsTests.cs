using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>What spans of the user's code tell in segments: what X-Ray has a field for there, and the rest in the metadata.</summary>
[Collection(ListeningTests.Name)]
public sealed class SegmentTagsTests : System.IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Theory]
    [InlineData("rpc.system=grpc,rpc.service=Greeter,rpc.method=Say,x=1", """{"rpc.system":"grpc","rpc.service":"Greeter","rpc.method":"Say","x":"1"}""")]
    [InlineData("rpc.system=aws-api,rpc.service=S3,rpc.method=GetObject", """{"rpc.service":"S3"}""")]
    [InlineData("rpc.system=aws-api,rpc.service=S3,rpc.method=GetObject,aws.remote.service=S3", null)]
    [InlineData("faas.invoked_name=f,faas.trigger=http,faas.name=g", """{"faas.invoked_name":"f","faas.trigger":"http","faas.name":"g"}""")]
    [InlineData("peer.service=orders,aws.remote.service=payments", """{"peer.service":"orders"}""")]
    [InlineData("error.type=_OTHER,aws.local.service=here", """{"error.type":"_OTHER","aws.local.service":"here"}""")]
    public void A_tag_without_a_field_is_in_the_metadata(string tags, string? metadata)
    {
        JsonElement call = Call(tags);
        (call.TryGetProperty("metadata", out JsonElement shown) ? shown.GetProperty("default").GetRawText() : null).ShouldBe(metadata);
    }

    [Theory]
    [InlineData(
        "http.request.method=GET,url.full=https://shop/orders,http.response.status_code=503,http.response.body.size=12",
        """{"request":{"method":"GET","url":"https://shop/orders"},"response":{"status":503,"content_length":12}}""")]
    [InlineData("http.request.method=POST", """{"request":{"method":"POST"}}""")]
    [InlineData("http.response.body.size=12", """{"response":{"content_length":12}}""")]
    [InlineData("http.response.status_code=200", """{"response":{"status":200}}""")]
    public void An_HTTP_request_is_in_X_Rays_fields(string tags, string http)
    {
        JsonElement call = Call(tags);
        call.GetProperty("http").GetRawText().ShouldBe(http);
        call.TryGetProperty("metadata", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("http.response.status_code=soon", """{"http.response.status_code":"soon"}""")]
    [InlineData("http.response.body.size=99999999999", """{"http.response.body.size":"99999999999"}""")]
    public void A_value_that_its_field_does_not_take_is_in_the_metadata(string tags, string metadata)
    {
        JsonElement call = Call(tags);
        call.TryGetProperty("http", out _).ShouldBeFalse();
        call.GetProperty("metadata").GetProperty("default").GetRawText().ShouldBe(metadata);
    }

    [Fact]
    public void A_call_that_nothing_is_around_is_a_segment_and_keeps_what_segments_have_no_field_for()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? call = _made.User("call", ActivityKind.Client, 0);
        call?.SetTag("rpc.system", "aws-api");
        call?.SetTag("rpc.method", "GetObject");
        call?.SetTag("aws.remote.service", "S3");
        call?.SetTag("aws.local.service", "shop");
        HandMadeTrace.End(call, 1);
        JsonElement segment = JsonDocument.Parse(collector.GetTraces().ShouldHaveSingleItem().Segments[0].Document).RootElement;
        segment.GetProperty("name").GetString().ShouldBe("shop");
        segment.GetProperty("metadata").GetProperty("default").GetRawText().ShouldBe("""{"rpc.system":"aws-api","rpc.method":"GetObject","aws.remote.service":"S3"}""");
    }

    private JsonElement Call(string tags)
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? call = _made.User("call", ActivityKind.Client, 0);
        foreach (string[] tag in tags.Split(',').Select(text => text.Split('=')))
        {
            call?.SetTag(tag[0], tag[1]);
        }

        HandMadeTrace.End(call, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        return JsonDocument.Parse(trace.Segments[0].Document).RootElement.GetProperty("subsegments")[0];
    }
}
