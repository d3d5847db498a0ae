using System.Collections.Generic;

namespace StateMachineGen.Execution;

/// <summary>Finds the states that transitions name.</summary>
internal sealed class PlanLinker(IReadOnlyDictionary<string, PlanState> states)
{
    public PlanState Find(FieldReader fields, string field, string name) => states.TryGetValue(name, out PlanState? state)
        ? state
        : throw fields.Fault(field, $"names '{name}', which is no state of this scope");
}
