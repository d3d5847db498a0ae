using System;
using System.Threading.Tasks;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A mock's answer, ready to be given: a result, or a failure; with neither, the task never answers.</summary>
internal sealed class ResolvedReply : TaskTarget
{
    private readonly Func<JsonValue, ResolvedReply>? _choose;

    private ResolvedReply(JsonValue? result = null, Failure? failure = null, Func<JsonValue, ResolvedReply>? choose = null, TimeSpan delay = default)
    {
        Result = result;
        Failure = failure;
        _choose = choose;
        Delay = delay;
    }

    /// <summary>The result, or null.</summary>
    public JsonValue? Result { get; }

    /// <summary>The failure, or null.</summary>
    public Failure? Failure { get; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; }

    /// <summary>No answer at all.</summary>
    public static ResolvedReply None { get; } = new();

    public static ResolvedReply Return(JsonValue result) => new(result: result);

    public static ResolvedReply Fail(Failure failure) => new(failure: failure);

    /// <summary>An answer that depends on what the task is called with.</summary>
    public static ResolvedReply From(Func<JsonValue, ResolvedReply> choose) => new(choose: choose);

    /// <summary>The same answer, later.</summary>
    public ResolvedReply After(TimeSpan delay) => delay == TimeSpan.Zero ? this : new ResolvedReply(Result, Failure, _choose, Delay + delay);

    /// <summary>The answer to a call with this payload.</summary>
    public ResolvedReply To(JsonValue payload)
    {
        if (_choose is null)
        {
            return this;
        }

        try
        {
            ResolvedReply chosen = _choose(payload);
            return chosen._choose is null
                ? chosen.After(Delay)
                : throw new InvalidOperationException("A function of the input gave another function of the input, and no answer.");
        }
#pragma warning disable CA1031 // The function stands for the task, and what a task throws is its error.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(HandlerError.ToFailure(e));
        }
    }

    public override async ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        if (attempt.Resource.IsSubmitted)
        {
            attempt.Submit(null);
        }

        DateTimeOffset? due = attempt.LimitTime;
        DateTimeOffset time = Instant.After(attempt.StartTime, Delay);
        bool isTimely = (Result is not null || Failure is not null) && (due is null || time < due);
        if (!isTimely || Delay > TimeSpan.Zero)
        {
            DateTimeOffset end = isTimely ? time : due ?? DateTimeOffset.MaxValue;
            if (attempt.Frame.Interrupted(await attempt.Frame.WaitUntilAsync(end).ConfigureAwait(false), end) is { } stop)
            {
                return stop;
            }
        }

        return isTimely ? new TaskAnswer(Result, Failure) : attempt.Call.TimedOut();
    }
}
