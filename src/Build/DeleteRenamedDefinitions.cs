using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace StateMachineGen.Build;

/// <summary>
/// Deletes from a folder the files of machines that were renamed in case only. Other left-overs are MSBuild's to remove.
/// </summary>
public sealed class DeleteRenamedDefinitions : Task
{
    /// <summary>The definition files, of which the names count.</summary>
    [Required]
    public ITaskItem[] Definitions { get; set; } = [];

    /// <summary>The folder that has or will have a copy of each.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Delete(Folder, Definitions.Select(definition => Path.GetFileName(definition.ItemSpec)));
            return true;
        }
        catch (Exception e) when (DefinitionFile.IsAccessFault(e))
        {
            new BuildFault(FaultCodes.FileAccess, $"The file of a renamed state machine cannot be deleted: {e.Message}", Folder).LogTo(Log);
            return false;
        }
    }

    /// <summary>Deletes what differs in case only from one of the names.</summary>
    internal static void Delete(string folder, IEnumerable<string> names)
    {
        if (!Directory.Exists(folder))
            return;

        var exact = new HashSet<string>(names, StringComparer.Ordinal);
        var alike = new HashSet<string>(exact, StringComparer.OrdinalIgnoreCase);
        foreach (string file in Directory.GetFiles(folder))
        {
            string name = Path.GetFileName(file);
            if (alike.Contains(name) && !exact.Contains(name))
                File.Delete(file);
        }
    }
}
