using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Tracing;

namespace StateMachineGen.Samples.Tests;

public sealed class OpenTelemetryTests
{
    private const int Internal = 1;
    private const int Server = 2;
    private const int Client = 3;

    [Fact]
    public async Task A_collector_gets_the_execution_as_one_tree_of_spans()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        SampleProcess run = await SampleProcess.RunOpenTelemetryAsync(receiver.Address);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldBe("Succeeded: Weigh > Book\n");
        receiver.Requests.SelectMany(request => OtlpValidator.Validate(request.ToJsonString())).ShouldBeEmpty();
        JsonNode[] spans = [.. Spans(receiver)];
        spans.Select(span => Text(span, "traceId")).Distinct().Count().ShouldBe(1);
        Tree(spans).ShouldBe(
        [
            ("SendParcel", Internal),
            ("  Weigh", Internal),
            ("    Lambda.Invoke", Client),
            ("      weigh", Server),
            ("  Book", Internal),
            ("    attempt", Internal),
            ("      Lambda.Invoke", Client),
            ("        book", Server),
            ("          book carrier", Client),
            ("    attempt", Internal),
            ("      Lambda.Invoke", Client),
            ("        book", Server),
            ("          book carrier", Client),
        ]);

        JsonNode execution = spans.Single(span => Text(span, "name") == "SendParcel");
        Tag(execution, "statemachinegen.execution.status").ShouldBe("""{"stringValue":"SUCCEEDED"}""");
        Tag(execution, "aws.step_functions.state_machine.arn").ShouldContain(":stateMachine:SendParcel");
        JsonNode book = spans.Single(span => Text(span, "name") == "Book");
        Tag(book, "statemachinegen.state.type").ShouldBe("""{"stringValue":"Task"}""");
        Tag(book, "statemachinegen.state.attempts").ShouldBe("""{"intValue":"2"}""");
        book["events"]!.AsArray().Select(e => Text(e!, "name")).ShouldBe(["state.retry"]);
        JsonNode failed = spans.Where(span => Text(span, "name") == "book").MinBy(Start)!;
        failed["status"]!["code"]!.GetValue<uint>().ShouldBe(2u);
        Tag(failed, "error.type").ShouldBe("""{"stringValue":"CarrierBusyException"}""");
        failed["events"]!.AsArray().Select(e => Text(e!, "name")).ShouldBe(["exception"]);
    }

    [Fact]
    public async Task The_resource_is_the_sample()
    {
        await using OtlpReceiver receiver = await OtlpReceiver.StartAsync();
        await SampleProcess.RunOpenTelemetryAsync(receiver.Address);

        JsonNode resource = receiver.Requests.First()["resourceSpans"]![0]!["resource"]!;
        Tag(resource, "service.name").ShouldBe("""{"stringValue":"parcels"}""");
    }

    [Fact]
    public async Task Without_a_collector_the_execution_is_the_same()
    {
        string address;
        await using (OtlpReceiver receiver = await OtlpReceiver.StartAsync())
        {
            address = receiver.Address;
        }

        SampleProcess run = await SampleProcess.RunOpenTelemetryAsync(address);
        run.Output.ShouldBe("Succeeded: Weigh > Book\n");
        run.Errors.ShouldBeEmpty();
    }

    private static IEnumerable<JsonNode> Spans(OtlpReceiver receiver) => receiver.Requests
        .SelectMany(request => request["resourceSpans"]!.AsArray())
        .SelectMany(resource => resource!["scopeSpans"]!.AsArray())
        .SelectMany(scope => scope!["spans"]!.AsArray())
        .Select(span => span!);

    private static IEnumerable<(string Name, int Kind)> Tree(JsonNode[] spans)
    {
        return Below("", "");

        IEnumerable<(string, int)> Below(string parent, string indent) => spans
            .Where(span => ((string?)span["parentSpanId"] ?? "") == parent)
            .OrderBy(Start)
            .SelectMany(span => Below(Text(span, "spanId"), indent + "  ").Prepend((indent + Text(span, "name"), (int)span["kind"]!.GetValue<uint>())));
    }

    private static ulong Start(JsonNode span) => ulong.Parse(Text(span, "startTimeUnixNano"), CultureInfo.InvariantCulture);

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static string Tag(JsonNode node, string key) =>
        node["attributes"]!.AsArray().Single(attribute => Text(attribute!, "key") == key)!["value"]!.ToJsonString();
}
