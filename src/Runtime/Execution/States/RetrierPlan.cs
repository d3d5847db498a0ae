using System;
using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>An entry of <c>Retry</c>.</summary>
internal sealed class RetrierPlan
{
    private readonly ErrorList _errors;
    private readonly double _interval;
    private readonly double _backoffRate;
    private readonly double _maxDelay;
    private readonly bool _hasJitter;

    private RetrierPlan(Retrier retrier, FieldReader state)
    {
        FieldReader fields = state.Nested(retrier);
        _errors = new ErrorList(fields, retrier.ErrorEquals);
        _interval = fields.Integer("IntervalSeconds", 1, Quotas.MaxSeconds) ?? Retrier.DefaultIntervalSeconds;
        MaxAttempts = fields.Integer("MaxAttempts", 0, Quotas.MaxSeconds) ?? Retrier.DefaultMaxAttempts;
        _backoffRate = fields.Number("BackoffRate", 1) ?? Retrier.DefaultBackoffRate;
        _maxDelay = fields.Integer("MaxDelaySeconds", 1, Quotas.MaxDelaySeconds) ?? Quotas.MaxSeconds;
        _hasJitter = fields.Text("JitterStrategy") switch
        {
            null or "NONE" => false,
            "FULL" => true,
            _ => throw fields.Fault("JitterStrategy", "must be FULL or NONE"),
        };
        fields.Finish();
    }

    public long MaxAttempts { get; }

    public static ImmutableArray<RetrierPlan> CompileAll(FieldReader fields, State state)
    {
        fields.RequireObjects("Retry", state.Retry.Length);
        return ImmutableArray.CreateRange(state.Retry, retrier => new RetrierPlan(retrier, fields));
    }

    public bool Matches(Failure failure) => _errors.Matches(failure);

    /// <summary>How long to wait before the next retry.</summary>
    /// <param name="retries">How many retries this retrier has already given in the visit.</param>
    /// <param name="random">Decides the jitter.</param>
    public TimeSpan DelayBefore(int retries, Random random)
    {
        double seconds = Math.Min(_interval * Math.Pow(_backoffRate, retries), _maxDelay);
        return TimeSpan.FromSeconds(_hasJitter ? seconds * random.NextDouble() : seconds);
    }
}
