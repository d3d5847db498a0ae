using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>What the states of a scope are in.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Target">What the machine is to be created as.</param>
/// <param name="Type">As what the scope is executed; null when a deployment decides.</param>
/// <param name="IsChild">Whether the scope is executed as a child of a Distributed Map, with an execution of its own for each item.</param>
internal sealed record Surroundings(StateMachine Machine, CreationTarget Target, StateMachineType? Type, bool IsChild = false)
{
    /// <summary>The longest time that an Express execution can take, in seconds.</summary>
    public const int ExpressSeconds = 300;

    /// <summary>The query language of a state.</summary>
    public QueryLanguage LanguageOf(State state) => StateLanguage.Of(state, Machine).Value;

    /// <summary>What the states of a scope within a state are in.</summary>
    public Surroundings Within(State state) => state is MapState { ItemProcessor: { } processor } map && DistributedMaps.IsDistributed(map)
        ? this with { Type = DistributedMaps.ChildType(processor), IsChild = true }
        : this;
}
