using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace StateMachineGen.Build;

/// <summary>Compares the built definitions with the files checked into the source tree. It writes nothing.</summary>
public sealed class VerifyCheckedInDefinitions : Task
{
    /// <summary>The built definition files, with the metadata TargetFramework.</summary>
    [Required]
    public ITaskItem[] Definitions { get; set; } = [];

    /// <summary>The folder of the checked-in files.</summary>
    [Required]
    public string SourceFolder { get; set; } = "";

    /// <summary>The command that brings the folder up to date.</summary>
    [Required]
    public string RefreshCommand { get; set; } = "";

    /// <summary>Whether a definition file that no machine owns is an error; false when other target frameworks may own it.</summary>
    public bool RefuseLeftOvers { get; set; } = true;

    /// <inheritdoc/>
    public override bool Execute()
    {
        var faults = new List<BuildFault>();
        string path = SourceFolder;
        try
        {
            SortedDictionary<string, string> texts = CheckedInDefinitions.Read(Definitions, faults);
            foreach (KeyValuePair<string, string> text in texts)
            {
                path = Path.Combine(SourceFolder, text.Key);
                if (Compare(path, text.Value) is { } fault)
                    faults.Add(fault);
            }

            path = SourceFolder;
            if (RefuseLeftOvers)
            {
                foreach (string leftOver in CheckedInDefinitions.LeftOvers(SourceFolder, texts.Keys))
                {
                    faults.Add(new BuildFault(
                        FaultCodes.CheckedInFileLeftOver,
                        "No state machine of this project has this checked-in definition: it was renamed or removed. Delete the file.",
                        leftOver));
                }
            }
        }
        catch (Exception e) when (DefinitionFile.IsAccessFault(e))
        {
            faults.Add(new BuildFault(FaultCodes.FileAccess, $"The checked-in definition cannot be compared: {e.Message}", path));
        }

        foreach (BuildFault fault in faults)
            fault.LogTo(Log);
        return faults.Count == 0;
    }

    private BuildFault? Compare(string path, string built)
    {
        if (!File.Exists(path))
        {
            return new BuildFault(
                FaultCodes.CheckedInFileMissing, $"The definition is not checked in. Write it with: {RefreshCommand}", path);
        }

        string checkedIn = DefinitionFile.ReadNormalized(path);
        if (checkedIn == built)
            return null;
        var difference = LineDifference.Between(checkedIn, built, "checked in", "built");
        return new BuildFault(
            FaultCodes.CheckedInFileStale,
            $"The checked-in definition is stale. Refresh it with: {RefreshCommand}\n{difference.Text}",
            path,
            difference.FirstLine);
    }
}
