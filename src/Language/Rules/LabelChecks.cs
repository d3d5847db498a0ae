using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the labels of Maps; one object checks one machine, because labels are unique in all of it.</summary>
internal sealed class LabelChecks(FindingCollector findings)
{
    private readonly Dictionary<string, MapState> _firstByLabel = new(StringComparer.Ordinal);

    public static void Check(StateMachine machine, FindingCollector findings) => new LabelChecks(findings).CheckScope(machine);

    private void CheckScope(StateContainer scope)
    {
        foreach (State state in scope.States)
        {
            if (state is MapState map)
            {
                Check(map);
            }

            foreach (StateContainer nested in state.Containers)
            {
                CheckScope(nested);
            }
        }
    }

    private void Check(MapState map)
    {
        if (map.Label is not { } label || Substitutions.IsIn(label))
        {
            return;
        }

        var node = (JsonStringSyntax)map.Field("Label")!.Value;
        if (NameRules.CheckLabel(label) is { } fault)
        {
            findings.Add(MapRules.InvalidLabel, node, map.PathOf("Label"), label, fault.Message);
            findings.Correct(NameRules.ToLabel(label));
        }
        else if (_firstByLabel.TryGetValue(label, out MapState? first))
        {
            findings.Add(MapRules.DuplicateLabel, node, map.PathOf("Label"), label, first.PathOf("Label"));
        }
        else
        {
            if (!NameRules.IsAscii(label))
            {
                findings.Add(AdviceRules.NameWithoutMetrics, node, map.PathOf("Label"), "map run", label);
            }

            _firstByLabel.Add(label, map);
        }
    }
}
