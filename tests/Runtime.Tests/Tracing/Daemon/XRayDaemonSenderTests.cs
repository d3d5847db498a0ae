using System;
using System.Diagnostics;
using System.Linq;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class XRayDaemonSenderTests : IDisposable
{
    private static readonly XRayDaemonOptions s_patient = new() { FlushTimeout = Timeout.InfiniteTimeSpan };

    private readonly HandMadeTrace _made = new();
    private readonly ListenedSources _sources = new([]);
    private long _sequence;

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task A_batch_that_cannot_be_written_is_counted_and_the_next_ones_are_sent()
    {
        using var daemon = new RecordingTransport();
        var sender = new XRayDaemonSender(s_patient, daemon, _sources);
        Activity? state = null;
        using (new SpanListener(_sources, _ => { }, activity => Post(sender, activity)))
        {
            Activity? execution = _made.Execution("Orders", "twice", 0);
            state = _made.State("First", "Pass", 0);
            _made.EndState(state, null, 1, 1);
            Post(sender, state!);
            _made.EndExecution(execution, "SUCCEEDED", 1);
            _made.EndExecution(_made.Execution("Orders", "good", 0), "SUCCEEDED", 1);
        }

        await sender.DisposeAsync();
        daemon.Documents.ShouldHaveSingleItem().Document.ShouldContain("good");
        sender.SentDocuments.ShouldBe(1);
        sender.FailedDocuments.ShouldBe(1, "two spans of one id are no trace");
    }

    /// <summary>A connected socket says with one datagram that nobody took the one before.</summary>
    [Fact]
    public async Task A_document_that_meets_the_refusal_of_the_one_before_is_sent_again()
    {
        int count = 0;
        using var daemon = new RecordingTransport
        {
            BeforeEach = _ => ++count == 2 ? throw new SocketException((int)SocketError.ConnectionRefused) : Task.CompletedTask,
        };
        var sender = new XRayDaemonSender(s_patient, daemon, _sources);
        using (new SpanListener(_sources, _ => { }, activity => Post(sender, activity)))
        {
            foreach (string name in (string[])["first", "second", "third"])
            {
                _made.EndExecution(_made.Execution("Orders", name, 0), "SUCCEEDED", 1);
            }
        }

        await sender.DisposeAsync();
        daemon.Documents.Count().ShouldBe(3);
        sender.FailedDocuments.ShouldBe(1, "the first did not arrive");
        sender.SentDocuments.ShouldBe(2);
    }

    [Fact]
    public async Task A_document_is_sent_again_once_only()
    {
        int count = 0;
        using var daemon = new RecordingTransport
        {
            BeforeEach = _ =>
            {
                count++;
                throw new SocketException((int)SocketError.ConnectionRefused);
            },
        };
        var sender = new XRayDaemonSender(s_patient, daemon, _sources);
        using (new SpanListener(_sources, _ => { }, activity => Post(sender, activity)))
        {
            _made.EndExecution(_made.Execution("Orders", "only", 0), "SUCCEEDED", 1);
        }

        await sender.DisposeAsync();
        count.ShouldBe(2);
        (sender.SentDocuments, sender.FailedDocuments).ShouldBe((0, 1));
    }

    private void Post(XRayDaemonSender sender, Activity activity) => sender.Post(new RecordedSpan(activity, _sources, ++_sequence), activity);
}
