using System.IO;
using StateMachineGen;
using StateMachineGen.Tracing;

namespace Tutorial;

/// <summary>The files that a run leaves behind.</summary>
/// <param name="Definition">The state machine's ASL.</param>
/// <param name="Traces">The traces as X-Ray segments.</param>
internal sealed record OutputFiles(string Definition, string Traces)
{
    /// <summary>Writes the traces, and the ASL where the build has not put it already.</summary>
    public static OutputFiles Write(DirectoryInfo folder, XRayTraceCollector collector)
    {
        var files = new OutputFiles(
            Path.Combine(folder.FullName, "asl", "TraceFunctions.asl.json"),
            Path.Combine(folder.FullName, "traces", "TraceFunctions.xray.json"));
        collector.WriteFile(files.Traces);
        if (!File.Exists(files.Definition) || File.ReadAllText(files.Definition) != TraceFunctions.Definition)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(files.Definition)!);
            string temporary = Path.Combine(Path.GetDirectoryName(files.Definition)!, Path.GetRandomFileName());
            File.WriteAllText(temporary, TraceFunctions.Definition);
            File.Move(temporary, files.Definition, overwrite: true);
        }

        return files;
    }
}
