using System.IO;
using System.Linq;
using StateMachineGen;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Svg;
using StateMachineGen.Tracing;

namespace Tutorial;

/// <summary>The files that a run leaves behind.</summary>
/// <param name="Definition">The state machine's ASL.</param>
/// <param name="Traces">The traces as X-Ray segments.</param>
/// <param name="Pictures">The folder of the pictures.</param>
internal sealed record OutputFiles(string Definition, string Traces, string Pictures)
{
    /// <summary>Where they lie in a folder.</summary>
    public static OutputFiles In(DirectoryInfo folder) => new(
        Path.Combine(folder.FullName, "asl", "TraceFunctions.asl.json"),
        Path.Combine(folder.FullName, "traces", "TraceFunctions.xray.json"),
        Path.Combine(folder.FullName, "pictures"));

    /// <summary>Writes the traces and the pictures, and the ASL where the build has not put it already.</summary>
    public static void Write(DirectoryInfo folder, XRayTraceCollector collector, ExecutionResult<Response>[] results)
    {
        OutputFiles files = In(folder);
        collector.WriteFile(files.Traces);
        Directory.CreateDirectory(files.Pictures);
        File.WriteAllText(Path.Combine(files.Pictures, "service-map.svg"), collector.GetServiceMap().ToSvg());
        File.WriteAllText(Path.Combine(files.Pictures, "execution.svg"), Draw(results.FirstOrDefault(result => !result.IsSucceeded) ?? results[0]));
        if (!File.Exists(files.Definition) || File.ReadAllText(files.Definition) != TraceFunctions.Definition)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(files.Definition)!);
            string temporary = Path.Combine(Path.GetDirectoryName(files.Definition)!, Path.GetRandomFileName());
            File.WriteAllText(temporary, TraceFunctions.Definition);
            File.Move(temporary, files.Definition, overwrite: true);
        }
    }

    /// <summary>Draws what an execution did over the definition.</summary>
    private static string Draw(ExecutionResult<Response> result)
    {
        StateGraph graph = StateGraph.Create(StateMachineGen.Language.Document.Definition.Read(TraceFunctions.Definition).Machine!, nameof(TraceFunctions));
        return SvgWriter.Write(graph, result.GetMarks());
    }
}
