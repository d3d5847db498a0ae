using System;
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

/// <summary>An activity, copied, since the object belongs to the code that made it.</summary>
internal sealed class RecordedSpan
{
    private readonly ImmutableArray<KeyValuePair<string, object?>> _tags;

    /// <summary>Copies an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="parentId">Its nearest ancestor that is collected, or else the remote caller.</param>
    /// <param name="sequence">The order of finishing.</param>
    /// <param name="isFinished">Whether it has ended; of one that has not, what is known so far.</param>
    public RecordedSpan(Activity activity, string? parentId, long sequence, bool isFinished = true)
    {
        _tags = CopyTags(activity.TagObjects);
        TraceId = activity.TraceId.ToHexString();
        Id = activity.SpanId.ToHexString();
        ParentId = parentId;
        HasRemoteParent = activity.HasRemoteParent;
        Sequence = sequence;
        IsFinished = isFinished;
        Source = activity.Source.Name;
        SourceVersion = activity.Source.Version;
        TraceState = activity.TraceStateString;
        TraceFlags = activity.ActivityTraceFlags;
        Name = activity.DisplayName;
        Kind = activity.Kind;
        Status = activity.Status;
        StatusDescription = activity.StatusDescription;
        Start = activity.StartTimeUtc;
        // Activity.SetEndTime makes a duration of zero one tick; on a virtual clock most states take no time.
        End = !isFinished || activity.Duration.Ticks <= 1 ? activity.StartTimeUtc : activity.StartTimeUtc + activity.Duration;
        Events = [.. activity.Events.Select(e => new SpanEvent(e.Name, e.Timestamp, CopyTags(e.Tags)))];
        Links = [.. activity.Links.Select(link => new SpanLink(link.Context, CopyTags(link.Tags ?? [])))];
    }

    public string TraceId { get; }

    public string Id { get; }

    /// <summary>The nearest ancestor that is collected, or else the remote caller.</summary>
    public string? ParentId { get; }

    public bool HasRemoteParent { get; }

    /// <summary>The order of finishing, which tells siblings apart that take no time.</summary>
    public long Sequence { get; }

    /// <summary>Whether the activity has ended.</summary>
    public bool IsFinished { get; }

    public string Source { get; }

    public string? SourceVersion { get; }

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

    public ImmutableArray<KeyValuePair<string, object?>> Tags => _tags;

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
    public object? Scalar(string tag) => Value(tag) is { } value and not ImmutableArray<object?> ? value : null;

    /// <summary>The value of a tag as a number, or null when the span does not have it or it is none.</summary>
    public int? Number(string tag) => Value(tag) switch
    {
        long number and >= int.MinValue and <= int.MaxValue => (int)number,
        string text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };

    private object? Value(string tag)
    {
        foreach (var (key, value) in _tags)
        {
            if (key == tag)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>The tags by their first place; where one was added more than once, the last value counts, as in OpenTelemetry.</summary>
    private static ImmutableArray<KeyValuePair<string, object?>> CopyTags(IEnumerable<KeyValuePair<string, object?>> source)
    {
        var tags = new OrderedDictionary<string, object?>();
        foreach (var (key, value) in source)
        {
            tags[key ?? ""] = TagValue.Copy(value);
        }

        return [.. tags];
    }
}
