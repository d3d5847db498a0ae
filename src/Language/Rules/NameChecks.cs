using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks names; one object checks one machine, because the names of states are unique in all of it.</summary>
internal sealed class NameChecks(FindingCollector findings)
{
    private readonly Dictionary<string, State> _firstByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, State> _firstByFoldedName = new(StringComparer.OrdinalIgnoreCase);

    public void CheckMachineName(StateMachine machine, string name)
    {
        if (NameRules.CheckMachineName(name) is { } fault)
        {
            findings.Add(StructureRules.InvalidMachineName, machine.Syntax, machine.Path, name, fault.Message);
            string? code = fault.Kind switch
            {
                NameFaultKind.Empty => "STATE_MACHINE_NAME_EMPTY",
                NameFaultKind.TooLong => "STATE_MACHINE_NAME_TOO_LONG",
                _ => null,
            };
            findings.SayAsAws(message: null, location: null, code);
        }
        else if (!NameRules.IsAscii(name))
        {
            findings.Add(AdviceRules.NameWithoutMetrics, machine.Syntax, machine.Path, "state machine", name);
        }
    }

    public void CheckStateName(State state)
    {
        if (NameRules.CheckStateName(state.Name) is { } fault)
        {
            findings.Add(StructureRules.InvalidStateName, state.Member, state.Path, state.Name, fault.Message);
        }
        else if (NameRules.FindInvisible(state.Name) is { } invisible)
        {
            findings.Add(StructureRules.InvisibleInStateName, state.Member, state.Path, state.Name, invisible);
        }

        if (_firstByName.TryGetValue(state.Name, out State? first))
        {
            findings.Add(StructureRules.DuplicateStateName, state.Member, state.Path, state.Name, first.Path);
            findings.SayAsAws("Duplicate State name: " + state.Name, state.Path);
        }
        else
        {
            _firstByName.Add(state.Name, state);
            CheckCase(state);
        }
    }

    private void CheckCase(State state)
    {
        if (_firstByFoldedName.TryGetValue(state.Name, out State? first))
        {
            findings.Add(StructureRules.StateNamesDifferInCase, state.Member, state.Path, state.Name, first.Name);
        }
        else
        {
            _firstByFoldedName.Add(state.Name, state);
        }
    }
}
