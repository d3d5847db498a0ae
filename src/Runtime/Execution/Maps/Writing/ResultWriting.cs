using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Storage;

namespace StateMachineGen.Execution.Maps.Writing;

/// <summary>How one map run passes its results on: as the state's result, or in files.</summary>
/// <param name="location">Where to write; null when the results are the state's own.</param>
/// <param name="transformation">What is made of the results.</param>
/// <param name="isLines">Whether files have a value on each line.</param>
/// <param name="isComplete">Whether the definition says anything of this.</param>
/// <param name="limits">How large files become.</param>
internal sealed class ResultWriting(JsonValue? location, ResultTransformation transformation, bool isLines, bool isComplete, MapLimits limits)
{
    /// <summary>Whether results are written to files, or should be.</summary>
    public bool IsWritten => location is not null || !isComplete;

    /// <summary>The results as they are passed on: those of failed executions tell all, whatever the transformation (developer guide).</summary>
    public IEnumerable<JsonValue> Transform(IEnumerable<ExecutionRun> executions)
    {
        foreach (ExecutionRun run in executions)
        {
            if (transformation == ResultTransformation.None || run.Output is null)
            {
                yield return ExecutionRecord.Of(run);
            }
            else if (transformation == ResultTransformation.Flatten && run.Output is JsonArray array)
            {
                for (int i = 0; i < array.Items.Length; i++)
                {
                    yield return array.Items[i];
                }
            }
            else
            {
                yield return run.Output;
            }
        }
    }

    /// <summary>Writes the files; the state's result tells where they are.</summary>
    public async Task<JsonObject> WriteAsync(
        IObjectStore store, string mapRunArn, IReadOnlyList<ExecutionRun> executions, IReadOnlyList<JsonValue> pending, CancellationToken token)
    {
        var arguments = location as JsonObject;
        if ((arguments?["Bucket"] as JsonString)?.Value is not { } bucket)
        {
            throw new ObjectStoreException("The ResultWriter names no Bucket.");
        }

        string folder = FolderOf((arguments["Prefix"] as JsonString)?.Value ?? "", mapRunArn);
        var succeeded = new List<ExecutionRun>();
        var failed = new List<ExecutionRun>();
        foreach (ExecutionRun run in executions)
        {
            (run.Output is null ? failed : succeeded).Add(run);
        }

        var unstarted = new List<JsonValue>();
        foreach (JsonValue input in pending)
        {
            unstarted.Add(ExecutionRecord.Pending(input));
        }

        var files = new ResultFiles(store, bucket, folder, isLines, limits, token);
        var written = default(JsonObject.Builder);
        written.Set("FAILED", await files.WriteAsync("FAILED", Transform(failed)).ConfigureAwait(false));
        written.Set("PENDING", await files.WriteAsync("PENDING", unstarted).ConfigureAwait(false));
        written.Set("SUCCEEDED", await files.WriteAsync("SUCCEEDED", Transform(succeeded)).ConfigureAwait(false));
        var manifest = default(JsonObject.Builder);
        manifest.Set("DestinationBucket", new JsonString(bucket));
        manifest.Set("MapRunArn", new JsonString(mapRunArn));
        manifest.Set("ResultFiles", written.ToObject());
        string key = await files.WriteManifestAsync(manifest.ToObject()).ConfigureAwait(false);
        return Describe(mapRunArn, bucket, key);
    }

    /// <summary>The folder of a map run's files: its own id, below the prefix.</summary>
    private static string FolderOf(string prefix, string mapRunArn)
    {
        string id = mapRunArn[(mapRunArn.LastIndexOf(':') + 1)..];
        return prefix.Length == 0 || prefix.EndsWith('/') ? $"{prefix}{id}/" : $"{prefix}/{id}/";
    }

    private static JsonObject Describe(string mapRunArn, string bucket, string key)
    {
        var details = default(JsonObject.Builder);
        details.Set("Bucket", new JsonString(bucket));
        details.Set("Key", new JsonString(key));
        var result = default(JsonObject.Builder);
        result.Set("MapRunArn", new JsonString(mapRunArn));
        result.Set("ResultWriterDetails", details.ToObject());
        return result.ToObject();
    }
}
