using System;
using System.Buffers;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace StateMachineGen.Tracing;

/// <summary>
/// A trace's context as AWS hands it on: in the HTTP header <c>X-Amzn-Trace-Id</c>, in StartExecution's <c>traceHeader</c> and in Lambda's
/// <c>_X_AMZN_TRACE_ID</c>. <c>Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1</c>.
/// </summary>
public sealed record XRayTraceHeader
{
    /// <summary>The name of the HTTP header.</summary>
    public const string HeaderName = "X-Amzn-Trace-Id";

    /// <summary>The environment variable in which Lambda tells a function its context.</summary>
    public const string LambdaVariable = "_X_AMZN_TRACE_ID";

    private const string RootField = "Root";
    private const string ParentField = "Parent";
    private const string SampledField = "Sampled";
    private const string LineageField = "Lineage";
    private const int TimeDigits = 8;
    private const int TraceDigits = 32;
    private const int SpanDigits = 16;
    private const char FirstVisible = '!';
    private const char LastVisible = '~';

    // Where the root's Lineage is found again: baggage would go out to every service that is called.
    private const string LineageProperty = TelemetryNames.Source + ".Lineage";

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The trace (field <c>Root</c>), as W3C writes its id.</summary>
    public required ActivityTraceId TraceId { get; init; }

    /// <summary>The span that calls (field <c>Parent</c>), or null.</summary>
    public ActivitySpanId? ParentId { get; init; }

    /// <summary>Whether the trace is recorded.</summary>
    public XRaySampling Sampled { get; init; }

    /// <summary>What Lambda adds to find loops; it is passed on as it came. A text that a header cannot carry is dropped.</summary>
    public string? Lineage
    {
        get;
        init => field = value is null || value.Contains(';', StringComparison.Ordinal) || value.AsSpan().ContainsAnyExceptInRange(FirstVisible, LastVisible) ? null : value;
    }

    /// <summary>
    /// Reads a header. Only its root is needed; fields may come in any order and with spaces around them, and those that are unknown or make no
    /// sense are passed over.
    /// </summary>
    /// <param name="text">The header's value.</param>
    /// <param name="header">What it says.</param>
    /// <returns>Whether there is a root.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out XRayTraceHeader? header)
    {
        string? root = null;
        string? parent = null;
        string? lineage = null;
        XRaySampling sampled = XRaySampling.NotSaid;
        foreach (Range range in text.AsSpan().Split(';'))
        {
            ReadOnlySpan<char> field = text.AsSpan(range);
            int equals = field.IndexOf('=');
            if (equals < 0)
            {
                continue;
            }

            ReadOnlySpan<char> name = field[..equals].Trim();
            ReadOnlySpan<char> value = field[(equals + 1)..].Trim();
            if (Is(name, RootField))
            {
                root ??= ReadRoot(value);
            }
            else if (Is(name, ParentField))
            {
                parent ??= ReadId(value, SpanDigits);
            }
            else if (Is(name, SampledField))
            {
                sampled = sampled == XRaySampling.NotSaid ? ReadSampling(value) : sampled;
            }
            else if (Is(name, LineageField))
            {
                lineage ??= value.ToString();
            }
        }

        header = root is null ? null : new XRayTraceHeader
        {
            TraceId = ActivityTraceId.CreateFromString(root),
            ParentId = parent is null ? null : ActivitySpanId.CreateFromString(parent),
            Sampled = sampled,
            Lineage = lineage,
        };
        return header is not null;
    }

    /// <summary>The header that a call from within an activity sends: a handler's call to another service, with <see cref="Activity.Current"/>.</summary>
    /// <remarks>
    /// X-Ray takes ids that begin with the time. Traces that begin in this process have such ids from <see cref="XRayTraceIds.Use"/> on. A trace that
    /// is collected or sent as segments has the id that its segments have.
    /// </remarks>
    /// <param name="activity">The activity.</param>
    /// <returns>Null when there is no activity, or when its ids are not those of W3C.</returns>
    public static XRayTraceHeader? Of(Activity? activity)
    {
        if (activity is not { IdFormat: ActivityIdFormat.W3C })
        {
            return null;
        }

        string? lineage = null;
        for (Activity? each = activity; each is not null && lineage is null; each = each.Parent)
        {
            lineage = each.GetCustomProperty(LineageProperty) as string;
        }

        return new XRayTraceHeader
        {
            TraceId = TraceRoot.KnownXRayTraceId(activity) is { } known ? XRayIds.W3CTraceId(known) : activity.TraceId,
            ParentId = activity.SpanId,
            Sampled = activity.Recorded && !TraceRoot.IsSampledOut(activity) ? XRaySampling.Sampled : XRaySampling.NotSampled,
            Lineage = lineage,
        };
    }

    /// <summary>The context as .NET's activities take it as their parent. What the header does not forbid is recorded.</summary>
    public ActivityContext ToContext() => new(
        TraceId,
        ParentId ?? default,
        Sampled == XRaySampling.NotSampled ? ActivityTraceFlags.None : ActivityTraceFlags.Recorded,
        traceState: null,
        isRemote: true);

    /// <summary>The header's value.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(RootField).Append('=').Append(XRayIds.TraceId(TraceId.ToHexString()));
        Append(ParentField, ParentId?.ToHexString());
        Append(SampledField, Sampled switch
        {
            XRaySampling.Sampled => "1",
            XRaySampling.NotSampled => "0",
            XRaySampling.Requested => "?",
            _ => null,
        });
        Append(LineageField, Lineage);
        return text.ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(';').Append(name).Append('=').Append(value);
            }
        }
    }

    /// <summary>
    /// Has the headers of all that is called from within the activity carry what this one carries, and the activity's trace be recorded or not
    /// as it says.
    /// </summary>
    internal void PassOn(Activity activity)
    {
        TraceRoot.SetSampledOut(activity, Sampled == XRaySampling.NotSampled);
        if (Lineage is not null)
        {
            activity.SetCustomProperty(LineageProperty, Lineage);
        }
    }

    private static bool Is(ReadOnlySpan<char> name, string field) => name.Equals(field, StringComparison.OrdinalIgnoreCase);

    /// <summary>The trace id in <c>1-</c>, 8 digits, <c>-</c>, 24 digits.</summary>
    private static string? ReadRoot(ReadOnlySpan<char> value) =>
        value.Length == TraceDigits + 3 && value.StartsWith("1-", StringComparison.Ordinal) && value[2 + TimeDigits] == '-'
            ? ReadId(string.Concat(value.Slice(2, TimeDigits), value[(3 + TimeDigits)..]), TraceDigits)
            : null;

    private static string? ReadId(ReadOnlySpan<char> value, int digits) =>
        value.Length == digits && !value.ContainsAnyExcept(s_hexDigits) && value.ContainsAnyExcept('0') ? Lower(value) : null;

    private static string Lower(ReadOnlySpan<char> value) => string.Create(value.Length, value, static (lower, given) => given.ToLowerInvariant(lower));

    private static XRaySampling ReadSampling(ReadOnlySpan<char> value) => value switch
    {
        "1" => XRaySampling.Sampled,
        "0" => XRaySampling.NotSampled,
        "?" => XRaySampling.Requested,
        _ => XRaySampling.NotSaid,
    };
}
