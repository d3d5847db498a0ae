using System.IO;
using StateMachineGen;
using StateMachineGen.Tracing;

namespace Tutorial;

/// <summary>The files that a run leaves behind.</summary>
/// <param name="Definition">The state machine's ASL.</param>
/// <param name="Traces">The traces as X-Ray segments.</param>
internal sealed record OutputFiles(string Definition, string Traces)
{
    /// <summary>Where they lie in a folder.</summary>
    public static OutputFiles In(DirectoryInfo folder) => new(
        Path.Combine(folder.FullName, "asl", "TraceFunctions.asl.json"),
        Path.Combine(folder.FullName, "traces", "TraceFunctions.xray.json"));

    /// <summary>Writes the traces, and the ASL where the build has not put it already.</summary>
    public static void Write(DirectoryInfo folder, XRayTraceCollector collector)
    {
        OutputFiles files = In(folder);
        collector.WriteFile(files.Traces);
        if (!File.Exists(files.Definition) || File.ReadAllText(files.Definition) != TraceFunctions.Definition)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(files.Definition)!);
            string temporary = Path.Combine(Path.GetDirectoryName(files.Definition)!, Path.GetRandomFileName());
            File.WriteAllText(temporary, TraceFunctions.Definition);
            File.Move(temporary, files.Definition, overwrite: true);
        }
    }
}
