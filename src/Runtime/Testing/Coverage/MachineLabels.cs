using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Testing.Coverage;

/// <summary>Gives each machine of a report a name that no other has: its own; with its place, where several have that; with its definition's hash at last.</summary>
internal static class MachineLabels
{
    public static ImmutableArray<string> Of(ImmutableArray<MachineCoverage> machines)
    {
        Dictionary<string, int> names = machines.CountBy(static machine => machine.Name).ToDictionary();
        Dictionary<string, int> places = machines.CountBy(WithPlace).ToDictionary();
        return
        [
            .. machines.Select(machine => names[machine.Name] == 1 ? machine.Name
                : places[WithPlace(machine)] == 1 ? WithPlace(machine)
                : $"{machine.Name} ({machine.Definition[..8]})"),
        ];
    }

    private static string WithPlace(MachineCoverage machine) => $"{machine.Name} ({machine.Elements[0].Place})";
}
