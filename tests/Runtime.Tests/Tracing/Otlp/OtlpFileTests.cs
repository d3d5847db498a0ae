using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class OtlpFileTests : IDisposable
{
    private static readonly string[] s_list = ["a", "b"];

    private readonly HandMadeTrace _made = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "traces", "Orders.otlp.json");

    public void Dispose()
    {
        _made.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void The_file_is_what_the_SDKs_own_exporter_sends()
    {
        using var exporter = new SdkExporter();
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        TraceEverything();

        JsonNode ours = JsonNode.Parse(Written(collector))!;
        Scopes([ours]).ToJsonString().ShouldBe(Scopes(exporter.Requests).ToJsonString());
    }

    [Fact]
    public void The_resource_is_the_program()
    {
        using var collector = new XRayTraceCollector(new() { ServiceName = "shop", ServiceVersion = "2.1" });
        _made.EndExecution(_made.Execution("Orders", "run-1", 0), "SUCCEEDED", 1);

        JsonObject resource = JsonNode.Parse(Written(collector))!["resourceSpans"]![0]!["resource"]!.AsObject();
        resource.ToJsonString().ShouldBe(
            $$$"""
            {"attributes":[{"key":"service.name","value":{"stringValue":"shop"}},{"key":"service.version","value":{"stringValue":"2.1"}},{"key":"telemetry.sdk.name","value":{"stringValue":"StateMachineGen"}},{"key":"telemetry.sdk.language","value":{"stringValue":"dotnet"}},{"key":"telemetry.sdk.version","value":{"stringValue":"{{{ProductVersion.Text}}}"}}]}
            """);
    }

    [Theory]
    [InlineData(2300, "10413792000000000000")]
    [InlineData(2554, "18429292800000000000")]
    [InlineData(9999, "18446744073709551615")]
    [InlineData(1969, "0")]
    public void A_clock_may_be_far_ahead(int year, string nanoseconds)
    {
        var at = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", (at - HandMadeTrace.Start).TotalSeconds);
        _made.EndExecution(execution, "SUCCEEDED", (at - HandMadeTrace.Start).TotalSeconds);

        JsonNode span = JsonNode.Parse(Written(collector))!["resourceSpans"]![0]!["scopeSpans"]![0]!["spans"]![0]!;
        span["startTimeUnixNano"]!.GetValue<string>().ShouldBe(nanoseconds);
    }

    [Fact]
    public void Values_keep_their_types()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? span = _made.User("Values", ActivityKind.Internal, 0);
        (string Name, object? Value, string Json)[] tags =
        [
            ("text", "a\u0001\"<\U0001F600", """{"stringValue":"a\u0001\"<😀"}"""),
            ("boolean", false, """{"boolValue":false}"""),
            ("long", long.MinValue, """{"intValue":"-9223372036854775808"}"""),
            ("byte", (byte)7, """{"intValue":"7"}"""),
            ("ulong", ulong.MaxValue, """{"stringValue":"18446744073709551615"}"""),
            ("decimal", 0.10m, """{"stringValue":"0.10"}"""),
            ("double", 1e300, """{"doubleValue":1E+300}"""),
            ("NaN", double.NaN, """{"doubleValue":"NaN"}"""),
            ("infinity", double.NegativeInfinity, """{"doubleValue":"-Infinity"}"""),
            ("array", new object?[] { 1, "two", null, new[] { 2.5 } }, """{"arrayValue":{"values":[{"intValue":"1"},{"stringValue":"two"},{},{"arrayValue":{"values":[{"doubleValue":2.5}]}}]}}"""),
            ("empty", Array.Empty<int>(), """{"arrayValue":{"values":[]}}"""),
        ];
        foreach (var (name, value, _) in tags)
        {
            span?.SetTag(name, value);
        }

        HandMadeTrace.End(span, 1);

        JsonArray attributes = Spans(JsonNode.Parse(Written(collector))!).Single()["attributes"]!.AsArray();
        attributes.Select(a => (a!["key"]!.GetValue<string>(), Json(a["value"]!))).ShouldBe(tags.Select(tag => (tag.Name, Json(JsonNode.Parse(tag.Json)!))));

        static string Json(JsonNode node) => node.ToJsonString();
    }

    [Fact]
    public void What_still_runs_is_left_out_and_an_older_file_is_replaced()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndState(_made.State("First", "Pass", 0.5), "Second", 1, 1);
        Spans(JsonNode.Parse(Written(collector))!).Select(span => span["name"]!.GetValue<string>()).ShouldBe(["First"]);
        _made.EndExecution(execution, "SUCCEEDED", 2);

        Spans(JsonNode.Parse(Written(collector))!).Select(span => span["name"]!.GetValue<string>()).ShouldBe(["Orders", "First"]);
        Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).ShouldBe([Path], "no temporary file is left");
    }

    [Fact]
    public void Without_spans_it_is_a_request_without_scopes()
    {
        using var collector = new XRayTraceCollector();

        JsonNode.Parse(Written(collector))!["resourceSpans"]![0]!["scopeSpans"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("traceId", "\"00000000000000000000000000000000\"")]
    [InlineData("spanId", "\"AAAAAAAAAAAAAAAA\"")]
    [InlineData("startTimeUnixNano", "1795348800000000000")]
    [InlineData("kind", "\"SPAN_KIND_INTERNAL\"")]
    [InlineData("kind", "6")]
    [InlineData("status", "{\"code\":3}")]
    [InlineData("attributes", "[{\"key\":\"a\",\"value\":{\"intValue\":1}}]")]
    [InlineData("attributes", "[{\"key\":\"a\",\"value\":{\"stringValue\":\"1\",\"intValue\":\"1\"}}]")]
    [InlineData("attributes", "{\"a\":1}")]
    [InlineData("start_time_unix_nano", "\"1\"")]
    public void The_validator_finds_a_planted_mistake(string field, string value)
    {
        using var collector = new XRayTraceCollector();
        _made.EndExecution(_made.Execution("Orders", "run-1", 0), "SUCCEEDED", 1);
        JsonNode request = JsonNode.Parse(Written(collector))!;
        Spans(request).Single()[field] = JsonNode.Parse(value);

        OtlpValidator.Validate(request.ToJsonString()).ShouldNotBeEmpty();
    }

    /// <summary>All that a span can have: kinds, parents here and elsewhere, states, tags, events, exceptions, links, statuses, a trace state.</summary>
    private void TraceEverything()
    {
        var caller = new ActivityContext(
            ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, traceState: "vendor=1", isRemote: true);
        Activity? execution = _made.Execution("Orders", "run-1", 0, caller);
        _made.Task("Charge", "charge-card", 0, 2.5, "Pack", "Declined", exception: HandMadeTrace.Thrown(new InvalidOperationException("no\n\U0001F600")));
        Activity? state = _made.State("Pack", "Pass", 2.5);
        state?.AddEvent(new ActivityEvent(TelemetryNames.RetryEvent, HandMadeTrace.At(2.75), new ActivityTagsCollection { { TelemetryNames.Attempt, 1 }, { TelemetryNames.RetryDelay, 2.5 } }));
        foreach (ActivityKind kind in Enum.GetValues<ActivityKind>())
        {
            Activity? span = _made.User($"a {kind}", kind, 2.5);
            span?.SetTag("flag", true).SetTag("number", -3).SetTag("real", 0.5).SetTag("list", s_list);
            span?.AddLink(new ActivityLink(caller, new ActivityTagsCollection { { "why", "it asked" } }));
            span?.SetStatus(kind == ActivityKind.Producer ? ActivityStatusCode.Ok : ActivityStatusCode.Unset);
            HandMadeTrace.End(span, 3);
        }

        _made.EndState(state, null, 1, 3);
        HandMadeTrace.Fail(execution, "Declined", 500, cause: "no");
        _made.EndExecution(execution, "FAILED", 3.5);
    }

    private string Written(XRayTraceCollector collector)
    {
        collector.WriteOtlpFile(Path);
        string text = File.ReadAllText(Path);
        text.IndexOf('\n').ShouldBe(text.Length - 1, "it is one line");
        OtlpValidator.Validate(text).ShouldBeEmpty();
        return text;
    }

    private static IEnumerable<JsonNode> Spans(JsonNode request) =>
        request["resourceSpans"]!.AsArray().SelectMany(r => r!["scopeSpans"]!.AsArray()).SelectMany(s => s!["spans"]!.AsArray()).Select(s => s!);

    /// <summary>The scopes of requests with all of their spans, in an order that does not depend on how they were sent.</summary>
    private static JsonObject Scopes(IEnumerable<JsonNode> requests)
    {
        var scopes = new SortedDictionary<string, List<JsonNode>>(StringComparer.Ordinal);
        foreach (JsonNode scope in requests.SelectMany(r => r["resourceSpans"]!.AsArray()).SelectMany(r => r!["scopeSpans"]!.AsArray()).Select(s => s!))
        {
            string key = scope["scope"]!.ToJsonString();
            scopes.TryAdd(key, []);
            scopes[key].AddRange(scope["spans"]!.AsArray().Select(span => Sorted(span!)));
        }

        return new JsonObject(scopes.Select(scope => KeyValuePair.Create(
            scope.Key, (JsonNode?)new JsonArray([.. scope.Value.OrderBy(span => span["spanId"]!.GetValue<string>(), StringComparer.Ordinal)]))));
    }

    /// <summary>A copy whose fields are in the order of their names.</summary>
    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject fields => new JsonObject(fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => KeyValuePair.Create(f.Key, (JsonNode?)Sorted(f.Value!)))),
        JsonArray items => new JsonArray([.. items.Select(item => Sorted(item!))]),
        _ => node.DeepClone(),
    };

    /// <summary>OpenTelemetry's exporter, and what it sends.</summary>
    private sealed class SdkExporter : HttpMessageHandler
    {
        private readonly TracerProvider _provider;

        public SdkExporter() => _provider = Sdk.CreateTracerProviderBuilder()
            .AddSource("StateMachineGen*", HandMadeTrace.UserSource)
            .AddOtlpExporter(options =>
            {
                options.Protocol = OtlpExportProtocol.HttpProtobuf;
                options.ExportProcessorType = ExportProcessorType.Simple;
                options.HttpClientFactory = () => new HttpClient(this, disposeHandler: false);
            })
            .Build();

        public List<JsonNode> Requests { get; } = [];

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = new MemoryStream();
            request.Content!.CopyTo(body, null, cancellationToken);
            Requests.Add(OtlpProtobuf.Read(body.ToArray()));
            return new HttpResponseMessage(HttpStatusCode.OK);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(Send(request, cancellationToken));

        protected override void Dispose(bool disposing)
        {
            _provider.Dispose();
            base.Dispose(disposing);
        }
    }
}
