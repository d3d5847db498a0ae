using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public class XRayTraceHeaderTests
{
    private const string Root = "Root=1-5759e988-bd862e3fe1be46a994272793";
    private const string TraceId = "5759e988bd862e3fe1be46a994272793";

    [Theory]
    [InlineData(Root, null, XRaySampling.NotSaid, null)]
    [InlineData(Root + ";Parent=53995c3f42cd8ad8;Sampled=1", "53995c3f42cd8ad8", XRaySampling.Sampled, null)]
    [InlineData(Root + "; Parent=53995c3f42cd8ad8; Sampled=0", "53995c3f42cd8ad8", XRaySampling.NotSampled, null)]
    [InlineData("Sampled=?;" + Root, null, XRaySampling.Requested, null)]
    [InlineData("Self=1-67891234-12456789abcdef012345678;" + Root + ";Lineage=1:a87bd80c:1|68fd508a:5", null, XRaySampling.NotSaid, "1:a87bd80c:1|68fd508a:5")]
    [InlineData(" root = 1-5759E988-BD862E3FE1BE46A994272793 ;; PARENT=53995C3F42CD8AD8;=;nothing;Sampled=2", "53995c3f42cd8ad8", XRaySampling.NotSaid, null)]
    [InlineData(Root + ";Parent=0000000000000000", null, XRaySampling.NotSaid, null)]
    [InlineData(Root + ";Parent=53995c3f42cd8ad", null, XRaySampling.NotSaid, null)]
    [InlineData(Root + ";Parent=53995c3f42cd8ad8;Root=1-00000001-000000000000000000000001;Parent=0000000000000001", "53995c3f42cd8ad8", XRaySampling.NotSaid, null)]
    public void A_header_needs_a_root_and_no_more(string text, string? parent, XRaySampling sampled, string? lineage)
    {
        XRayTraceHeader.TryParse(text, out XRayTraceHeader? header).ShouldBeTrue();
        header.TraceId.ToHexString().ShouldBe(TraceId);
        header.ParentId?.ToHexString().ShouldBe(parent);
        (header.ParentId is null).ShouldBe(parent is null);
        header.Sampled.ShouldBe(sampled);
        header.Lineage.ShouldBe(lineage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Root=")]
    [InlineData("Root")]
    [InlineData("Parent=53995c3f42cd8ad8;Sampled=1")]
    [InlineData("Root=1-5759e988-bd862e3fe1be46a99427279")]
    [InlineData("Root=2-5759e988-bd862e3fe1be46a994272793")]
    [InlineData("Root=1-5759e988bd862e3fe1be46a994272793-")]
    [InlineData("Root=1-5759e98g-bd862e3fe1be46a994272793")]
    [InlineData("Root=1-00000000-000000000000000000000000")]
    [InlineData("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01")]
    public void Without_a_root_there_is_no_header(string? text)
    {
        XRayTraceHeader.TryParse(text, out XRayTraceHeader? header).ShouldBeFalse();
        header.ShouldBeNull();
    }

    [Fact]
    public void What_is_written_is_read_again_whatever_it_says()
    {
        var random = new Random(20261126);
        for (int i = 0; i < 2000; i++)
        {
            var header = new XRayTraceHeader
            {
                TraceId = ActivityTraceId.CreateFromString(Hex(random, 32)),
                ParentId = random.Next(3) == 0 ? null : ActivitySpanId.CreateFromString(Hex(random, 16)),
                Sampled = (XRaySampling)random.Next(4),
                Lineage = random.Next(2) == 0 ? null : Text(random),
            };
            string text = header.ToString();
            XRayTraceHeader.TryParse(text, out XRayTraceHeader? read).ShouldBeTrue(text);
            read.ShouldBe(header, text);
            XRayTraceHeader.TryParse(Untidy(text, random), out read).ShouldBeTrue(text);
            read.ShouldBe(header, text);
        }
    }

    [Fact]
    public void Any_text_is_read_without_an_exception_and_what_is_read_is_written_cleanly()
    {
        var random = new Random(5);
        string[] pieces = ["Root=", "1-", "5759e988", "-", "bd862e3fe1be46a994272793", ";", "; ", "Parent=", "53995c3f42cd8ad8", "Sampled=", "?", "Lineage=", "\r\n", "é", "=", "\0"];
        for (int i = 0; i < 5000; i++)
        {
            string text = (i % 2 == 0 ? Root : "") + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (XRayTraceHeader.TryParse(text, out XRayTraceHeader? header))
            {
                header.ToString().ShouldAllBe(c => c > ' ' && c < 127, text);
            }
        }
    }

    [Fact]
    public void An_activity_is_the_parent_of_what_is_called_from_within_it()
    {
        XRayTraceHeader.Of(null).ShouldBeNull();
        using var activity = new Activity("call");
        activity.SetParentId(ActivityTraceId.CreateFromString(TraceId), ActivitySpanId.CreateFromString("53995c3f42cd8ad8"), ActivityTraceFlags.Recorded);
        activity.Start();
        XRayTraceHeader.Of(activity)!.ToString().ShouldBe($"{Root};Parent={activity.SpanId.ToHexString()};Sampled=1");
        activity.ActivityTraceFlags = ActivityTraceFlags.None;
        XRayTraceHeader.Of(activity)!.ToString().ShouldEndWith(";Sampled=0");
        using var old = new Activity("hierarchical");
        old.SetIdFormat(ActivityIdFormat.Hierarchical);
        old.Start();
        XRayTraceHeader.Of(old).ShouldBeNull();
    }

    [Theory]
    [InlineData("Sampled=0", ActivityTraceFlags.None)]
    [InlineData("Sampled=1", ActivityTraceFlags.Recorded)]
    [InlineData("Sampled=?", ActivityTraceFlags.Recorded)]
    [InlineData("", ActivityTraceFlags.Recorded)]
    public void Only_a_caller_that_says_no_is_not_recorded(string sampled, ActivityTraceFlags flags)
    {
        XRayTraceHeader.TryParse($"{Root};{sampled}", out XRayTraceHeader? header).ShouldBeTrue();
        header.ToContext().ShouldBe(new ActivityContext(ActivityTraceId.CreateFromString(TraceId), default, flags, isRemote: true));
    }

    private static string Hex(Random random, int digits) =>
        string.Concat(Enumerable.Range(0, digits).Select(_ => random.Next(1, 16).ToString("x", CultureInfo.InvariantCulture)));

    /// <summary>What may stand in a header and does not end the field.</summary>
    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => (char)random.Next('!', '~' + 1)).Where(c => c != ';').Append('x'));

    /// <summary>The same fields in another order, with spaces.</summary>
    private static string Untidy(string text, Random random)
    {
        string[] fields = text.Split(';');
        random.Shuffle(fields);
        return string.Join(random.Next(2) == 0 ? "; " : " ;", fields);
    }
}
