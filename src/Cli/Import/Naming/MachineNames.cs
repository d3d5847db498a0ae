using System;
using StateMachineGen.Build;
using StateMachineGen.Cli.Input;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Cli.Import;

/// <summary>Names machines and their classes after files. What was given away once in a run is not given away again, whatever its case.</summary>
internal sealed class MachineNames
{
    private readonly NamePool _classes = new(StringComparer.OrdinalIgnoreCase);
    private readonly NamePool _machines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names for a file, and a remark where the machine could not be called as the file is.</summary>
    public (string ClassName, string MachineName, string? Remark) Take(string path)
    {
        string stem = DefinitionReader.NameOf(path);
        string wanted = MakeClassName(stem);
        string className = _classes.Take(wanted);
        if ((NameRules.CheckMachineName(stem)?.Message ?? CheckDevice(stem)) is { } fault)
        {
            // The class is the only name that such a file can give.
            string name = _machines.Take(className, "-");
            return (className, name, $"The name of the file {fault}, so the machine is called '{name}'");
        }

        string machineName = stem == wanted ? _machines.Take(className, "-") : _machines.Take(stem, "-");
        return (className, machineName, machineName == stem ? null : $"Another file of the run has the name of this one, so its machine is called '{machineName}'");
    }

    private static string MakeClassName(string stem)
    {
        if (Identifier.IsClassName(stem) && !AvoidedNames.ContainsMachine(stem) && !FileNames.MeansDevice(stem))
        {
            return stem;
        }

        string name = Identifier.FromName(stem);
        if (!Identifier.CanBegin(name))
        {
            name = "Machine" + name;
        }

        return AvoidedNames.ContainsMachine(name) || FileNames.MeansDevice(name) ? name + "Machine" : name;
    }

    /// <summary>The build refuses such a name as well, since the definition could not be written on Windows.</summary>
    private static string? CheckDevice(string stem) => FileNames.MeansDevice(stem) ? "means a device of Windows" : null;
}
