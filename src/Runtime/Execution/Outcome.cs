using StateMachineGen.Data;

namespace StateMachineGen.Execution;

/// <summary>How a visit of a state ended: with an output and the way on, or with a failure.</summary>
internal readonly struct Outcome
{
    private Outcome(JsonValue? output, PlanState? next, Failure? failure, JsonObject? assigned)
    {
        Output = output;
        Next = next;
        Failure = failure;
        Assigned = assigned;
    }

    /// <summary>What the state passes on; null exactly when the visit failed and nothing caught the error.</summary>
    public JsonValue? Output { get; }

    /// <summary>Where to go; null ends the scope.</summary>
    public PlanState? Next { get; }

    /// <summary>The error of the visit, caught if there is an output too.</summary>
    public Failure? Failure { get; }

    /// <summary>The variables that the state sets, or null for none. They have their values from the next state on.</summary>
    public JsonObject? Assigned { get; }

    public static Outcome Continue(JsonValue output, PlanState? next, JsonObject? assigned) => new(output, next, null, assigned);

    public static Outcome Caught(JsonValue output, PlanState next, Failure failure, JsonObject? assigned) => new(output, next, failure, assigned);

    public static Outcome Fail(Failure failure) => new(null, null, failure, null);

    public static implicit operator Outcome(Failure failure) => Fail(failure);
}
