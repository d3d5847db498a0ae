using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace StateMachineGen.Build;

/// <summary>Writes the built definitions into a folder of the source tree. It changes only files whose text differs and deletes none.</summary>
public sealed class UpdateCheckedInDefinitions : Task
{
    /// <summary>The built definition files, with the metadata TargetFramework.</summary>
    [Required]
    public ITaskItem[] Definitions { get; set; } = [];

    /// <summary>The folder of the checked-in files.</summary>
    [Required]
    public string SourceFolder { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var faults = new List<BuildFault>();
        string path = SourceFolder;
        try
        {
            SortedDictionary<string, string> texts = CheckedInDefinitions.Read(Definitions, faults);
            if (faults.Count == 0)
            {
                foreach (KeyValuePair<string, string> text in texts)
                {
                    path = Path.Combine(SourceFolder, text.Key);
                    Update(path, text.Value);
                }

                path = SourceFolder;
                foreach (string leftOver in CheckedInDefinitions.LeftOvers(SourceFolder, texts.Keys))
                    Log.LogMessage(MessageImportance.High, "{0} belongs to no state machine of this project; delete it.", leftOver);
            }
        }
        catch (Exception e) when (DefinitionFile.IsAccessFault(e))
        {
            faults.Add(new BuildFault(FaultCodes.FileAccess, $"The definition cannot be checked in: {e.Message}", path));
        }

        foreach (BuildFault fault in faults)
            fault.LogTo(Log);
        return faults.Count == 0;
    }

    private void Update(string path, string text)
    {
        // A checkout with \r\n newlines is no difference; rewriting it would make one in every working copy.
        if (File.Exists(path) && DefinitionFile.ReadNormalized(path) == text)
            return;
        DefinitionFile.WriteIfChanged(path, text);
        Log.LogMessage(MessageImportance.High, "Wrote {0}", path);
    }
}
