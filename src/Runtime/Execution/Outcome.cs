using StateMachineGen.Data;
using StateMachineGen.Execution.States;

namespace StateMachineGen.Execution;

/// <summary>How a visit of a state ended: with an output and the way on, or with a failure.</summary>
internal readonly struct Outcome
{
    // The failure, or the exit when there is more to it than the output: outcomes are in all that waits, so they are small.
    private readonly object? _more;

    private Outcome(JsonValue? output, Transition? transition, object? more)
    {
        Output = output;
        Transition = transition;
        _more = more;
    }

    /// <summary>What the state passes on; null exactly when the visit failed and nothing caught the error.</summary>
    public JsonValue? Output { get; }

    /// <summary>The way out; null when the state fails, or ends the scope by its type.</summary>
    public Transition? Transition { get; }

    /// <summary>Where to go; null ends the scope.</summary>
    public PlanState? Next => Transition?.Target;

    /// <summary>The error of the visit, caught if there is an output too.</summary>
    public Failure? Failure => _more as Failure ?? (_more as StateExit)?.Caught;

    /// <summary>The variables that the state sets, or null for none. They have their values from the next state on.</summary>
    public JsonObject? Assigned => (_more as StateExit)?.Assigned;

    /// <summary>What the history keeps of leaving the state: the output, or a <see cref="StateExit"/>.</summary>
    public object? Exit => _more as StateExit ?? (object?)Output;

    public static Outcome Continue(JsonValue output, Transition? transition, JsonObject? assigned) =>
        new(output, transition, assigned is null ? null : new StateExit(output, null, assigned));

    public static Outcome Caught(JsonValue output, Transition transition, Failure failure, JsonObject? assigned) =>
        new(output, transition, new StateExit(output, failure, assigned));

    public static Outcome Fail(Failure failure) => new(null, null, failure);

    public static implicit operator Outcome(Failure failure) => Fail(failure);
}
