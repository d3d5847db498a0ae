using System;
using StateMachineGen.Data;

namespace StateMachineGen;

/// <summary>One call of a state's task: an attempt. Its texts are made when they are read.</summary>
public sealed class StateCall
{
    private readonly HistoryEvent _scheduled;
    private readonly HistoryEvent? _ended;
    private readonly HistoryEvent _last;

    internal StateCall(HistoryEvent scheduled, HistoryEvent? ended, HistoryEvent last)
    {
        _scheduled = scheduled;
        _ended = ended;
        _last = last;
    }

    /// <summary>What is called: the ARN of a function or activity, or the API of a service.</summary>
    public string? Resource => _scheduled.Resource;

    /// <summary>When the call was scheduled, in UTC.</summary>
    public DateTimeOffset Start => _scheduled.Timestamp;

    /// <summary>When it was answered, or the execution ended, in UTC.</summary>
    public DateTimeOffset End => (_ended ?? _last).Timestamp;

    /// <summary>What the task was given, as JSON text: what <c>Parameters</c> or <c>Arguments</c> made.</summary>
    public string Input => InputValue.ToString();

    /// <summary>What the task answered, as JSON text and before <c>ResultSelector</c>; null when it failed or did not answer.</summary>
    public string? Result => ResultValue?.ToString();

    /// <summary>The name of the error; null when the call went well or was not answered.</summary>
    public string? Error => _ended?.Error;

    /// <summary>What happened; null without an error, and where nothing more is known.</summary>
    public string? Cause => _ended?.Cause;

    internal JsonValue InputValue => _scheduled.InputValue!;

    internal JsonValue? ResultValue => _ended?.OutputValue;

    internal bool IsAnswered => _ended is not null;
}
