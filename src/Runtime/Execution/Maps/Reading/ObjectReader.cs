using System;
using System.IO;
using System.IO.Compression;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Storage;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>Reads the objects of one ItemReader.</summary>
internal sealed class ObjectReader(IObjectStore store, MapLimits limits, CancellationToken token)
{
    public IObjectStore Store { get; } = store;

    public MapLimits Limits { get; } = limits;

    public CancellationToken Token { get; } = token;

    /// <summary>Where items come from, as the context object tells.</summary>
    public static string UriOf(string bucket, string? key = null) => key is null ? "S3://" + bucket : $"S3://{bucket}/{key}";

    /// <summary>Reads the items of an object.</summary>
    public async Task ReadAsync(string bucket, string key, ItemFormat format, ItemCollector items)
    {
        string source = UriOf(bucket, key);
        Stream content = await OpenAsync(bucket, key).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            format.Read(content, source, items, this);
        }
    }

    /// <summary>Opens an object, and unpacks it when its key says that it is packed.</summary>
    public async Task<Stream> OpenAsync(string bucket, string key)
    {
        if (key.EndsWith(".zst", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableItemsException($"{UriOf(bucket, key)} is packed with Zstandard, which is not run locally yet.");
        }

        Stream content = await Store.OpenReadAsync(bucket, key, Token).ConfigureAwait(false);
        bool isPacked = key.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) || key.EndsWith(".gzip", StringComparison.OrdinalIgnoreCase);
        return new BoundedStream(isPacked ? new GZipStream(content, CompressionMode.Decompress) : content, Limits.ObjectBytes, UriOf(bucket, key));
    }
}
