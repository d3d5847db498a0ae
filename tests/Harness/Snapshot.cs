using System;
using System.IO;
using System.Runtime.CompilerServices;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace StateMachineGen.Harness;

/// <summary>
/// Few, named files that a reviewer reads: <c>Snapshots/&lt;name&gt;</c> beside the test. A missing or different one fails and
/// leaves what came as <c>.received</c>; the environment variable <see cref="UpdateVariable"/> accepts it instead.
/// </summary>
public static class Snapshot
{
    /// <summary>Set to 1 to accept what the tests produce.</summary>
    public const string UpdateVariable = "STATEMACHINEGEN_UPDATE_SNAPSHOTS";

    /// <summary>Compares a text with its file.</summary>
    public static void Match(string actual, string name, [CallerFilePath] string testFile = "")
    {
        string folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Snapshots");
        string path = Path.Combine(folder, name);
        actual = actual.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, actual);
            return;
        }

        string? expected = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
        if (expected == actual)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(path + ".received", actual);
        throw new InvalidOperationException(expected is null
            ? $"There is no snapshot {name}. Read {name}.received and rename it, or set {UpdateVariable}=1.\n{actual}"
            : $"Snapshot {name} differs. Read {name}.received, or set {UpdateVariable}=1 to accept it.\n{Diff(expected, actual)}");
    }

    private static string Diff(string expected, string actual)
    {
        var text = new System.Text.StringBuilder();
        foreach (DiffPiece line in new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines)
        {
            if (line.Type is ChangeType.Inserted or ChangeType.Deleted)
            {
                text.Append(line.Type == ChangeType.Inserted ? "+ " : "- ").Append(line.Text).Append('\n');
            }
        }

        return text.ToString();
    }
}
