using StateMachineGen.Data;

namespace StateMachineGen.Execution;

/// <summary>How a visit of a state ended: with an output and the way on, or with a failure.</summary>
internal readonly struct Outcome
{
    private Outcome(JsonValue? output, PlanState? next, Failure? failure)
    {
        Output = output;
        Next = next;
        Failure = failure;
    }

    /// <summary>What the state passes on; null exactly when the visit failed and nothing caught the error.</summary>
    public JsonValue? Output { get; }

    /// <summary>Where to go; null ends the scope.</summary>
    public PlanState? Next { get; }

    /// <summary>The error of the visit, caught if there is an output too.</summary>
    public Failure? Failure { get; }

    public static Outcome Continue(JsonValue output, PlanState? next) => new(output, next, null);

    public static Outcome Caught(JsonValue output, PlanState next, Failure failure) => new(output, next, failure);

    public static Outcome Fail(Failure failure) => new(null, null, failure);

    public static implicit operator Outcome(Failure failure) => Fail(failure);
}
