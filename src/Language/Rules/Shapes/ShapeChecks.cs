using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Follows data through a machine and checks what paths find in it.</summary>
internal sealed class ShapeChecks
{
    private readonly IReadOnlyDictionary<StateContainer, ScopeGraph> _sound;
    private readonly Dictionary<State, StateShapes> _states = [];
    private readonly ShapeReport _report;

    private ShapeChecks(IReadOnlyDictionary<StateContainer, ScopeGraph> sound, IReadOnlyDictionary<State, ExpressionSites> sites, FindingCollector findings)
    {
        _sound = sound;
        _report = new ShapeReport(findings);
        foreach (KeyValuePair<State, ExpressionSites> state in sites)
        {
            _states.Add(state.Key, new StateShapes(state.Key, state.Value));
        }
    }

    /// <summary>Checks a whole machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="sound">The scopes whose transitions all lead somewhere.</param>
    /// <param name="sites">What the states evaluate, as far as they can be read.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Check(
        StateMachine machine, IReadOnlyDictionary<StateContainer, ScopeGraph> sound, IReadOnlyDictionary<State, ExpressionSites> sites, FindingCollector findings) =>
        new ShapeChecks(sound, sites, findings).Check(machine, Shape.Unknown);

    private void Check(StateContainer scope, Shape start)
    {
        Shape?[]? entries = _sound.TryGetValue(scope, out ScopeGraph? graph) ? ShapeFlow.Run(graph, start, Find) : null;
        for (int i = 0; i < scope.States.Length; i++)
        {
            State state = scope.States[i];
            StateFlow data = entries?[i] is { } entry && Find(state) is { } shapes ? shapes.Follow(entry, _report) : StateFlow.Unknown;
            foreach (StateContainer nested in state.Containers)
            {
                Check(nested, data.Nested);
            }
        }
    }

    private StateShapes? Find(State state) => _states.TryGetValue(state, out StateShapes? shapes) ? shapes : null;
}
