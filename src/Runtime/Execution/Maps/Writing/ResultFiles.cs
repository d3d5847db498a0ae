using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Storage;

namespace StateMachineGen.Execution.Maps.Writing;

/// <summary>The files with the results of one map run.</summary>
/// <param name="store">Where they are written.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="folder">What their keys begin with.</param>
/// <param name="isLines">Whether they have a value on each line.</param>
/// <param name="limits">How large they become.</param>
/// <param name="token">Stops the writing.</param>
internal sealed class ResultFiles(IObjectStore store, string bucket, string folder, bool isLines, MapLimits limits, CancellationToken token)
{
    /// <summary>Writes results, in as many files as it takes, and tells their keys and sizes.</summary>
    /// <param name="status">What the names of the files begin with.</param>
    /// <param name="results">The results; without any there is no file.</param>
    public async Task<JsonArray> WriteAsync(string status, IEnumerable<JsonValue> results)
    {
        var written = new List<JsonValue>();
        ResultFile? file = null;
        foreach (JsonValue result in results)
        {
            file ??= new ResultFile(isLines);
            file.Add(result);
            if (file.Size >= limits.ResultFileBytes)
            {
                written.Add(await WriteAsync(status, written.Count, file).ConfigureAwait(false));
                file = null;
            }
        }

        if (file is not null)
        {
            written.Add(await WriteAsync(status, written.Count, file).ConfigureAwait(false));
        }

        return new JsonArray([.. written]);
    }

    /// <summary>Writes the file that tells of the others; the result is its key.</summary>
    public async Task<string> WriteManifestAsync(JsonObject manifest)
    {
        string key = folder + "manifest.json";
        await store.WriteAsync(bucket, key, Encoding.UTF8.GetBytes(manifest.ToString()), token).ConfigureAwait(false);
        return key;
    }

    private async Task<JsonObject> WriteAsync(string status, int number, ResultFile file)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{folder}{status}_{number}.json");
        await store.WriteAsync(bucket, key, file.End(), token).ConfigureAwait(false);
        var entry = default(JsonObject.Builder);
        entry.Set("Key", new JsonString(key));
        entry.Set("Size", JsonNumber.Of(file.Size));
        return entry.ToObject();
    }
}
