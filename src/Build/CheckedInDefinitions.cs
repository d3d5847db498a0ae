using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Build.Framework;

namespace StateMachineGen.Build;

/// <summary>What a project's folder of checked-in definitions should hold: the file names and texts of one build.</summary>
internal static class CheckedInDefinitions
{
    private const string FrameworkMetadata = "TargetFramework";

    /// <summary>
    /// Reads the built definitions. Those of several target frameworks come together; a machine must have the same one in each
    /// framework that has it.
    /// </summary>
    /// <param name="definitions">The built files, with the metadata TargetFramework.</param>
    /// <param name="faults">Takes machines whose frameworks disagree.</param>
    /// <returns>The texts by file name, in the order of the names.</returns>
    public static SortedDictionary<string, string> Read(IEnumerable<ITaskItem> definitions, ICollection<BuildFault> faults)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, ITaskItem> machine in definitions.GroupBy(item => Path.GetFileName(item.ItemSpec), StringComparer.Ordinal))
        {
            ITaskItem first = machine.First();
            string text = File.ReadAllText(first.ItemSpec);
            texts.Add(machine.Key, text);
            foreach (ITaskItem other in machine.Skip(1))
            {
                string otherText = File.ReadAllText(other.ItemSpec);
                if (otherText == text)
                    continue;
                var difference = LineDifference.Between(text, otherText, first.GetMetadata(FrameworkMetadata), other.GetMetadata(FrameworkMetadata));
                faults.Add(new BuildFault(
                    FaultCodes.FrameworksDisagree,
                    $"The definition differs between {first.GetMetadata(FrameworkMetadata)} and {other.GetMetadata(FrameworkMetadata)}, "
                    + "but one file is checked in. Make the machine the same in all target frameworks, or declare it in one of them only:\n"
                    + difference.Text,
                    other.ItemSpec,
                    difference.FirstLine));
            }
        }

        return texts;
    }

    /// <summary>The definition files in a folder that no machine of the project owns.</summary>
    public static IEnumerable<string> LeftOvers(string folder, ICollection<string> fileNames) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*" + MachineDefinition.FileSuffix)
                .Where(path => !fileNames.Contains(Path.GetFileName(path)))
                .OrderBy(path => path, StringComparer.Ordinal);
}
