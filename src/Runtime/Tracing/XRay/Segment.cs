using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Tracing;

/// <summary>A segment or subsegment of X-Ray, before it is written.</summary>
internal sealed class Segment(string name, string id, string traceId, DateTime start, DateTime end)
{
    public string Name { get; } = XRayNames.Name(name);

    public string Id { get; } = id;

    public string TraceId { get; } = traceId;

    public DateTime Start { get; } = start;

    public DateTime End { get; set; } = end < start ? start : end;

    /// <summary>Whether it has not ended; its end is then the last that is known to have been in it.</summary>
    public bool IsInProgress { get; set; }

    /// <summary>The caller's subsegment, or the parent of a subsegment that is sent alone.</summary>
    public string? ParentId { get; set; }

    public bool IsSubsegment { get; init; }

    /// <summary>Whether a subsegment is sent alone, because its parent is not finished.</summary>
    public bool IsStandalone { get; set; }

    /// <summary>The version of the program, on segments.</summary>
    public string? ServiceVersion { get; set; }

    /// <summary>Whether a subsegment is the time before a retry.</summary>
    public bool IsBackoff { get; init; }

    public string? Origin { get; init; }

    public string? Namespace { get; init; }

    public string? ResourceArn { get; init; }

    public int? HttpStatus { get; init; }

    public string? HttpMethod { get; init; }

    public string? HttpUrl { get; init; }

    /// <summary>The length of the response.</summary>
    public int? HttpContentLength { get; init; }

    public SegmentOutcome Outcome { get; set; }

    /// <summary>The node that a call leads to if the callee sends no segment.</summary>
    public string? CalleeName { get; init; }

    /// <summary>The type of the node that a call leads to if the callee sends no segment.</summary>
    public string? CalleeOrigin { get; init; }

    public SegmentCause? Cause { get; set; }

    public List<KeyValuePair<string, string>> Aws { get; } = [];

    public List<KeyValuePair<string, object>> Annotations { get; } = [];

    public List<KeyValuePair<string, object?>> Metadata { get; } = [];

    public List<Segment> Subsegments { get; } = [];
}

/// <summary>Why a segment failed.</summary>
/// <param name="Exceptions">The exceptions, outermost first.</param>
/// <param name="IsDescribedBelow">Whether a subsegment describes them already, so that here the id is enough.</param>
internal sealed record SegmentCause(ImmutableArray<SegmentException> Exceptions, bool IsDescribedBelow);

/// <summary>An exception in X-Ray's form.</summary>
/// <param name="Id">16 hexadecimal digits.</param>
/// <param name="Type">The type without namespace, or an ASL error name.</param>
/// <param name="Message">The message.</param>
/// <param name="Stack">The innermost frames.</param>
/// <param name="Truncated">How many outer frames were left off.</param>
/// <param name="CauseId">The id of the exception that caused this one.</param>
internal sealed record SegmentException(
    string Id, string? Type, string? Message, ImmutableArray<SegmentStackFrame> Stack, int Truncated, string? CauseId);

/// <summary>A frame of a call stack.</summary>
/// <param name="Label">The method.</param>
/// <param name="Path">The source file, when known.</param>
/// <param name="Line">The line, when known.</param>
internal sealed record SegmentStackFrame(string Label, string? Path, int? Line);
