using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>The exporter on real sockets of this machine.</summary>
[Collection(ListeningTests.Name)]
public sealed class UdpDaemonTests
{
    [Fact]
    public async Task A_daemon_receives_every_segment_in_a_datagram_of_its_own()
    {
        using var daemon = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        daemon.Client.ReceiveBufferSize = 1 << 20;
        var exporter = new XRayDaemonExporter(new() { Address = Address(daemon), FlushTimeout = Timeout.InfiniteTimeSpan });
        await RunAsync(10);
        await exporter.DisposeAsync();

        exporter.FailedDocuments.ShouldBe(0);
        exporter.SentDocuments.ShouldBe(30, "each execution has the machine's segment and two of the function");
        var documents = new List<(string Id, string Document)>();
        for (int i = 0; i < exporter.SentDocuments; i++)
        {
            UdpReceiveResult datagram = await daemon.ReceiveAsync(TestContext.Current.CancellationToken);
            string document = RecordingTransport.DocumentIn(datagram.Buffer);
            documents.Add((JsonDocument.Parse(document).RootElement.GetProperty("id").GetString()!, document));
        }

        foreach (var trace in documents.GroupBy(d => JsonDocument.Parse(d.Document).RootElement.GetProperty("trace_id").GetString()!))
        {
            trace.Count().ShouldBe(3);
            XRayValidator.Validate(trace.Key, trace).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Where_nobody_listens_executions_run_as_ever()
    {
        string address;
        using (var daemon = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0)))
        {
            address = Address(daemon);
        }

        var exporter = new XRayDaemonExporter(new() { Address = address, FlushTimeout = Timeout.InfiniteTimeSpan });
        await RunAsync(10);
        await exporter.DisposeAsync();

        (exporter.SentDocuments + exporter.FailedDocuments).ShouldBe(30);
        exporter.DroppedSpans.ShouldBe(0);
    }

    [Fact]
    public async Task The_environment_can_name_the_daemon()
    {
        string? before = Environment.GetEnvironmentVariable(XRayDaemonExporter.AddressVariable);
        try
        {
            Environment.SetEnvironmentVariable(XRayDaemonExporter.AddressVariable, null);
            XRayDaemonExporter.FromEnvironment().ShouldBeNull();

            using var daemon = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
            Environment.SetEnvironmentVariable(XRayDaemonExporter.AddressVariable, $"tcp:127.0.0.1:1 udp:{Address(daemon)}");
            XRayDaemonExporter exporter = XRayDaemonExporter.FromEnvironment(new() { FlushTimeout = Timeout.InfiniteTimeSpan }).ShouldNotBeNull();
            await RunAsync(1);
            await exporter.DisposeAsync();
            exporter.SentDocuments.ShouldBe(3);
            RecordingTransport.DocumentIn((await daemon.ReceiveAsync(TestContext.Current.CancellationToken)).Buffer).ShouldStartWith("{");

            Environment.SetEnvironmentVariable(XRayDaemonExporter.AddressVariable, "here");
            Should.Throw<ArgumentException>(() => XRayDaemonExporter.FromEnvironment()).Message.ShouldContain("'here' is no address of an X-Ray daemon");
        }
        finally
        {
            Environment.SetEnvironmentVariable(XRayDaemonExporter.AddressVariable, before);
        }
    }

    [Theory]
    [InlineData("127.0.0.1:2000", "127.0.0.1", 2000)]
    [InlineData("localhost:65535", "localhost", 65535)]
    [InlineData("  xray.internal:3000 ", "xray.internal", 3000)]
    [InlineData("[::1]:2000", "::1", 2000)]
    [InlineData("udp:127.0.0.2:2001", "127.0.0.2", 2001)]
    [InlineData("tcp:127.0.0.1:2000 udp:127.0.0.2:2001", "127.0.0.2", 2001)]
    [InlineData("UDP:127.0.0.2:2001  TCP:127.0.0.1:2000", "127.0.0.2", 2001)]
    public void An_address_has_one_of_two_forms(string text, string host, int port)
    {
        DnsEndPoint address = XRayDaemonAddress.Parse(text);
        (address.Host, address.Port).ShouldBe((host, port));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("2000")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:")]
    [InlineData(":2000")]
    [InlineData("127.0.0.1:0")]
    [InlineData("127.0.0.1:65536")]
    [InlineData("127.0.0.1:-1")]
    [InlineData("127.0.0.1:20 00")]
    [InlineData("::1:2000")]
    [InlineData("http://127.0.0.1:2000")]
    [InlineData("tcp:127.0.0.1:2000")]
    [InlineData("tcp:127.0.0.1:2000 tcp:127.0.0.1:2000")]
    [InlineData("udp:127.0.0.1:2000 udp:127.0.0.1:2001")]
    [InlineData("tcp:a:1 udp:b:2 udp:c:3")]
    public void Whatever_else_is_refused_when_the_exporter_is_made(string text) =>
        Should.Throw<ArgumentException>(() => new XRayDaemonExporter(new() { Address = text })).Message.ShouldContain($"'{text}' is no address of an X-Ray daemon");

    private static string Address(UdpClient daemon) =>
        string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)daemon.Client.LocalEndPoint!).Port}");

    private static async Task RunAsync(int executions)
    {
        for (int i = 0; i < executions; i++)
        {
            await using var machine = Machines.Create<JsonElement, JsonElement>(
                Machines.OneTask(), null, null, Machines.Task<JsonElement, JsonElement>("Work", (input, _) => Task.FromResult(input)));
            (await machine.ExecuteJsonAsync("{}")).Status.ShouldBe(ExecutionStatus.Succeeded);
        }
    }
}
