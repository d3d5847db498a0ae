using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Build;

/// <summary>
/// Whether names of machines can be names of files, and of different files: on every system alike, so that a project that
/// builds on Linux builds on Windows and macOS too.
/// </summary>
internal static class FileNames
{
    private const string RefusedCharacters = "<>:\"/\\|?*";

    private static readonly HashSet<string> s_devices = new(
        new[] { "CON", "PRN", "AUX", "NUL" }
            .Concat(Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks the machines of one assembly.</summary>
    public static IEnumerable<BuildFault> Check(IReadOnlyList<MachineDefinition> machines, string assemblyFile)
    {
        foreach (MachineDefinition machine in machines)
        {
            if (WhatIsWrongWith(machine.Name) is { } fault)
            {
                yield return new BuildFault(
                    FaultCodes.NameIsNoFileName,
                    $"The state machine '{machine.Name}' of {machine.TypeName} has no definition file: its name {fault}. Give it another name: [StateMachine(Name = \"…\")].",
                    assemblyFile);
            }
        }

        foreach (IGrouping<string, MachineDefinition> group in machines.GroupBy(machine => machine.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (group.Count() < 2)
                continue;
            string owners = string.Join(" and ", group.Select(machine => $"{machine.TypeName} ('{machine.Name}')"));
            yield return new BuildFault(
                FaultCodes.DuplicateName,
                $"{owners} would write one file, {group.First().FileName}: AWS and file systems need names that differ in more than case. "
                + "Give all but one another name: [StateMachine(Name = \"…\")].",
                assemblyFile);
        }
    }

    private static string? WhatIsWrongWith(string name)
    {
        foreach (char c in name)
        {
            if (char.IsControl(c))
                return $"holds the control character U+{(int)c:X4}";
            if (RefusedCharacters.IndexOf(c) >= 0)
                return $"holds '{c}'";
        }

        if (name.Trim() != name)
            return "begins or ends with a blank";

        return MeansDevice(name) ? $"means the Windows device {name.Split('.')[0]}" : null;
    }

    /// <summary>Whether Windows takes a name for that of a device, with any extension.</summary>
    public static bool MeansDevice(string name) => s_devices.Contains(name.Split('.')[0]);
}
