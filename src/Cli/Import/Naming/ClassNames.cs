using System;
using System.Collections.Generic;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// Gives the states and branches of a machine their class names, each unique in the whole machine. Names that are good as they are come first, so that no
/// other state takes them away.
/// </summary>
internal sealed class ClassNames
{
    private const string Suffix = "State";

    private readonly NamePool _pool = new(StringComparer.Ordinal);

    private readonly string _machineClass;

    private ClassNames(string machineClass)
    {
        _machineClass = machineClass;
        _pool.TryTake(machineClass);
    }

    public static void Assign(ScopePlan machine, string machineClass)
    {
        var names = new ClassNames(machineClass);
        List<(StatePlan State, bool IsNested)> states = [];
        List<ScopePlan> branches = [];
        Collect(machine, isNested: false, states, branches);
        List<(StatePlan State, bool IsNested)> others = [];
        foreach ((StatePlan state, bool isNested) in states)
        {
            if (Identifier.IsClassName(state.Name) && !AvoidedNames.Contains(state.Name, isNested) && names._pool.TryTake(state.Name))
            {
                state.ClassName = state.Name;
            }
            else
            {
                others.Add((state, isNested));
            }
        }

        foreach ((StatePlan state, bool isNested) in others)
        {
            state.ClassName = names.Make(state, isNested);
        }

        foreach (ScopePlan branch in branches)
        {
            branch.ClassName = names._pool.Take((branch.Start ?? (branch.States.IsEmpty ? null : branch.States[0]))?.ClassName + "Branch");
        }
    }

    private string Make(StatePlan state, bool isNested)
    {
        string name = Identifier.FromName(state.Name);
        if (name.Length == 0)
        {
            return _pool.Take(state.Type + Suffix);
        }

        if (!Identifier.CanBegin(name))
        {
            name = Suffix + name;
        }

        return _pool.Take(name == _machineClass || AvoidedNames.Contains(name, isNested) ? name + Suffix : name);
    }

    private static void Collect(ScopePlan scope, bool isNested, List<(StatePlan State, bool IsNested)> states, List<ScopePlan> branches)
    {
        foreach (StatePlan state in scope.States)
        {
            states.Add((state, isNested));
            branches.AddRange(state.Branches);
            foreach (ScopePlan branch in state.Branches)
            {
                Collect(branch, isNested: true, states, branches);
            }

            if (state.Processor is { } processor)
            {
                Collect(processor, isNested: true, states, branches);
            }
        }
    }
}
