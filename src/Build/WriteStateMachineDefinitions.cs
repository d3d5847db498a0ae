using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace StateMachineGen.Build;

/// <summary>
/// Writes one file <c>&lt;Name&gt;.asl.json</c> for each state machine of a compiled assembly, and a list of these files. A
/// file whose text did not change keeps its time. When anything is wrong, nothing is written.
/// </summary>
public sealed class WriteStateMachineDefinitions : Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string AssemblyFile { get; set; } = "";

    /// <summary>The folder of the definition files.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The file that takes the names of the definition files, one a line. It is always written: its time says that the definitions are up to date.</summary>
    [Required]
    public string ListFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var faults = new List<BuildFault>();
        IReadOnlyList<MachineDefinition> machines = DefinitionsInAssembly.Read(AssemblyFile, faults);
        faults.AddRange(FileNames.Check(machines, AssemblyFile));
        if (faults.Count == 0)
            Write(machines, faults);

        foreach (BuildFault fault in faults)
            fault.LogTo(Log);
        return faults.Count == 0;
    }

    private void Write(IReadOnlyList<MachineDefinition> machines, List<BuildFault> faults)
    {
        string path = OutputFolder;
        try
        {
            DeleteRenamedDefinitions.Delete(OutputFolder, machines.Select(machine => machine.FileName));
            foreach (MachineDefinition machine in machines)
            {
                path = Path.Combine(OutputFolder, machine.FileName);
                if (DefinitionFile.WriteIfChanged(path, machine.Text))
                    Log.LogMessage(MessageImportance.Normal, "Wrote the definition of {0}: {1}", machine.TypeName, path);
            }

            path = ListFile;
            DefinitionFile.Write(path, string.Concat(machines.Select(machine => machine.FileName + "\n")));
        }
        catch (Exception e) when (DefinitionFile.IsAccessFault(e))
        {
            faults.Add(new BuildFault(FaultCodes.FileAccess, $"The file cannot be written: {e.Message}", path));
        }
    }
}
