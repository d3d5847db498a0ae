using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>What a span of ours stands for; X-Ray shows each in its own way.</summary>
internal enum SpanRole
{
    Execution,
    State,
    Attempt,

    /// <summary>A branch of a Parallel state.</summary>
    Branch,

    /// <summary>An iteration of a Map, or a child execution of a Distributed Map.</summary>
    Iteration,
    LambdaCall,
    LambdaRun,

    /// <summary>An activity of the user's code.</summary>
    Other,
}

/// <summary>
/// What an activity said when it ended. It is copied then, since the object belongs to the code that made it, and what is added to it later is not seen;
/// but only what costs little is done then, on the thread of that code: what is in the copy is worked out when it is read.
/// </summary>
internal sealed class RecordedSpan
{
    private readonly CapturedTags _tags;
    private readonly ActivitySource _source;
    private readonly bool _hasParentHere;
    private readonly ulong _id;
    private readonly ulong _parentId;
    private string? _idText;
    private string? _parentIdText;

    /// <summary>Copies an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="sources">What is listened to, and can be its parent.</param>
    /// <param name="sequence">The order of finishing.</param>
    /// <param name="isFinished">Whether it has ended; of one that has not, what is known so far.</param>
    public RecordedSpan(Activity activity, ListenedSources sources, long sequence, bool isFinished = true)
    {
        Activity? parent = sources.ParentOf(activity);
        _hasParentHere = parent is not null;
        _source = activity.Source;
        _tags = new CapturedTags(activity.EnumerateTagObjects());
        TraceId = activity.TraceId.ToHexString();
        _id = Number(activity.SpanId);
        _parentId = Number(parent is null ? TraceRoot.CallerIdOf(activity) : parent.SpanId);
        HasRemoteParent = activity.HasRemoteParent;
        Sequence = sequence;
        IsFinished = isFinished;
        TraceState = activity.TraceStateString;
        TraceFlags = activity.ActivityTraceFlags;
        Name = activity.DisplayName;
        Kind = activity.Kind;
        Status = activity.Status;
        StatusDescription = activity.StatusDescription;
        Start = activity.StartTimeUtc;
        // Activity.SetEndTime makes a duration of zero one tick; on a virtual clock most states take no time.
        End = !isFinished || activity.Duration.Ticks <= 1 ? activity.StartTimeUtc : activity.StartTimeUtc + activity.Duration;
        Events = CopyEvents(activity);
        Links = CopyLinks(activity);
    }

    public string TraceId { get; }

    public string Id => _idText ??= Text(_id);

    /// <summary>The nearest ancestor that is collected, or else the remote caller.</summary>
    public string? ParentId => _parentId == 0 ? null : _parentIdText ??= Text(_parentId);

    public bool HasRemoteParent { get; }

    /// <summary>The order of finishing, which tells siblings apart that take no time.</summary>
    public long Sequence { get; }

    /// <summary>Whether the activity has ended.</summary>
    public bool IsFinished { get; }

    public string Source => _source.Name;

    public string? SourceVersion => _source.Version;

    public string? TraceState { get; }

    public ActivityTraceFlags TraceFlags { get; }

    public string Name { get; }

    public ActivityKind Kind { get; }

    public ActivityStatusCode Status { get; }

    public string? StatusDescription { get; }

    public DateTime Start { get; }

    /// <summary>When it ended; the start while it has not.</summary>
    public DateTime End { get; }

    /// <summary>The events, oldest first.</summary>
    public ImmutableArray<SpanEvent> Events { get; }

    public ImmutableArray<SpanLink> Links { get; }

    /// <summary>The tags of the exception events, oldest first.</summary>
    public ImmutableArray<ImmutableArray<KeyValuePair<string, object?>>> Exceptions =>
        [.. Events.Where(e => e.Name == ExceptionEvent.Name).Select(e => e.Tags)];

    public ImmutableArray<KeyValuePair<string, object?>> Tags => _tags.ToValues();

    /// <summary>Whether the span becomes a segment and not a part of one.</summary>
    public bool IsSegment => SegmentRule.Applies(Kind, HasRemoteParent, _hasParentHere, isExecution: Role == SpanRole.Execution);

    /// <summary>The error's name; null on success and for an error that has none.</summary>
    public string? ErrorType => Text(TelemetryNames.ErrorType) is { } error && error != TelemetryNames.OtherError ? error : null;

    public int? HttpStatus => Number(TelemetryNames.HttpStatusCode) is >= 100 and < 600 and int status ? status : null;

    public SpanRole Role => Source switch
    {
        TelemetryNames.TasksSource => Kind == ActivityKind.Server && Text(TelemetryNames.FaasName) is not null ? SpanRole.LambdaRun : SpanRole.Other,
        TelemetryNames.Source when Text(TelemetryNames.ExecutionName) is not null => SpanRole.Execution,
        TelemetryNames.Source when Text(TelemetryNames.StateName) is not null => SpanRole.State,
        TelemetryNames.Source when Name == TelemetryNames.AttemptSpan => SpanRole.Attempt,
        TelemetryNames.Source when Name == TelemetryNames.BranchSpan => SpanRole.Branch,
        TelemetryNames.Source when Name == TelemetryNames.IterationSpan => SpanRole.Iteration,
        TelemetryNames.Source when Name == TelemetryNames.LambdaInvokeSpan => SpanRole.LambdaCall,
        _ => SpanRole.Other,
    };

    /// <summary>The value of a tag as text, or null when the span does not have it.</summary>
    public string? Text(string tag) => Scalar(tag) switch
    {
        null => null,
        string text => text,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>The value of a tag as text, boolean or number, whichever it is, or null when the span does not have it.</summary>
    public object? Scalar(string tag) => _tags.Find(tag) is { } value and not ImmutableArray<object?> ? value : null;

    /// <summary>The value of a tag as a number, or null when the span does not have it or it is none.</summary>
    public int? Number(string tag) => _tags.Find(tag) switch
    {
        long number and >= int.MinValue and <= int.MaxValue => (int)number,
        string text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    private static ulong Number(ActivitySpanId id)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        id.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private static string Text(ulong id) => id.ToString("x16", CultureInfo.InvariantCulture);

    private static ImmutableArray<SpanEvent> CopyEvents(Activity activity)
    {
        ImmutableArray<SpanEvent>.Builder? copies = null;
        foreach (ref readonly ActivityEvent each in activity.EnumerateEvents())
        {
            copies ??= ImmutableArray.CreateBuilder<SpanEvent>();
            copies.Add(new SpanEvent(each.Name, each.Timestamp, new CapturedTags(each.EnumerateTagObjects()).ToValues()));
        }

        return copies?.ToImmutable() ?? [];
    }

    private static ImmutableArray<SpanLink> CopyLinks(Activity activity)
    {
        ImmutableArray<SpanLink>.Builder? copies = null;
        foreach (ref readonly ActivityLink each in activity.EnumerateLinks())
        {
            copies ??= ImmutableArray.CreateBuilder<SpanLink>();
            copies.Add(new SpanLink(each.Context, new CapturedTags(each.EnumerateTagObjects()).ToValues()));
        }

        return copies?.ToImmutable() ?? [];
    }
}
