using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Document;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Execution;

/// <summary>
/// A state, ready to run: its paths are parsed and its targets are references. Each kind of state has one class, with a
/// constructor that reads its fields and <see cref="RunAsync"/>, which is all there is to a visit.
/// </summary>
internal abstract class PlanState : ICoveredPart
{
    private protected PlanState(FieldReader fields, StateType type)
    {
        Name = fields.StateName;
        Type = type;
        EnteredEvent = StateEvents.Entered(type);
        ExitedEvent = StateEvents.Exited(type);
    }

    public string Name { get; }

    public StateType Type { get; }

    public HistoryEventType EnteredEvent { get; }

    /// <summary>Null for a Fail state, which is never left.</summary>
    public HistoryEventType? ExitedEvent { get; }

    /// <summary><c>Next</c> or <c>End</c>; null for the types that have neither.</summary>
    public virtual Transition? Transition => null;

    /// <summary>The branches of a Parallel state, or what a Map runs for each item.</summary>
    public virtual ImmutableArray<ScopePlan> Scopes => [];

    /// <summary>The state's handler and hooks, when it has some.</summary>
    public StateBinding? Binding { get; set; }

    public ElementCounter? Counter { get; set; }

    /// <summary>Replaces the targets' names by the states themselves, once all are read.</summary>
    public virtual void Link(PlanLinker linker)
    {
    }

    /// <summary>What AWS says of a mock that the state cannot come to, or null.</summary>
    public virtual string? CheckMock(JsonValue result) => null;

    /// <summary>Runs a visit. States that wait for nothing complete synchronously.</summary>
    public abstract ValueTask<Outcome> RunAsync(Frame frame, JsonValue input);
}
