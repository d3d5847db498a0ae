using System;
using System.Threading.Tasks;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A mock's answer, ready to be given: a result, or a failure; with neither, the task never answers.</summary>
internal sealed class ResolvedReply
{
    private readonly Func<JsonValue, ResolvedReply>? _choose;

    private ResolvedReply(JsonValue? result = null, Failure? failure = null, Func<JsonValue, ResolvedReply>? choose = null, TimeSpan delay = default)
    {
        Result = result;
        Failure = failure;
        _choose = choose;
        Delay = delay;
    }

    /// <summary>No answer at all.</summary>
    public static ResolvedReply None { get; } = new();

    public JsonValue? Result { get; }

    public Failure? Failure { get; }

    /// <summary>How long the answer takes.</summary>
    public TimeSpan Delay { get; }

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

    public async ValueTask<(JsonValue? Result, Failure? Failure)> AnswerAsync(Frame frame, TaskCall call, DateTimeOffset? due)
    {
        ExecutionRun run = frame.Run;
        DateTimeOffset time = Instant.After(run.Clock.GetUtcNow(), Delay);
        bool answers = Result is not null || Failure is not null;
        bool isTimely = answers && (due is null || time < due);
        if (!answers && call is { TimeoutSeconds: null, HeartbeatSeconds: null })
        {
            return (null, call.TimedOut());
        }

        if ((!isTimely || Delay > TimeSpan.Zero) && await frame.WaitUntilAsync(isTimely ? time : due ?? DateTimeOffset.MaxValue).ConfigureAwait(false) is { } stop)
        {
            return (null, stop);
        }

        return isTimely ? (Result, Failure) : (null, call.TimedOut());
    }
}
