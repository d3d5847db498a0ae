using System;
using System.Threading.Tasks;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A mock's answer, ready to be given.</summary>
/// <param name="Result">The result, or null.</param>
/// <param name="Failure">The failure, or null; without a result either, the task never answers.</param>
/// <param name="Delay">How long the answer takes.</param>
internal sealed record ResolvedReply(JsonValue? Result, Failure? Failure, TimeSpan Delay)
{
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
