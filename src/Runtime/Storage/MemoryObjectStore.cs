using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Storage;

/// <summary>Objects in memory, for tests.</summary>
public sealed class MemoryObjectStore : IObjectStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, Entry>> _buckets = new(StringComparer.Ordinal);

    /// <summary>Adds a bucket, unless there is one of this name.</summary>
    /// <returns>This store.</returns>
    public MemoryObjectStore AddBucket(string bucket)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        lock (_gate)
        {
            _buckets.TryAdd(bucket, new SortedDictionary<string, Entry>(StringComparer.Ordinal));
        }

        return this;
    }

    /// <summary>Puts text into an object, as UTF-8. The bucket is added when it is new.</summary>
    /// <inheritdoc cref="Put(string, string, ReadOnlySpan{byte}, DateTimeOffset)"/>
    public MemoryObjectStore Put(string bucket, string key, string content, DateTimeOffset lastModified = default) =>
        Put(bucket, key, Encoding.UTF8.GetBytes(content), lastModified);

    /// <summary>Puts bytes into an object. The bucket is added when it is new.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="content">What is in it.</param>
    /// <param name="lastModified">When it was written, as lists tell; the start of 1970 when not given.</param>
    /// <returns>This store.</returns>
    public MemoryObjectStore Put(string bucket, string key, ReadOnlySpan<byte> content, DateTimeOffset lastModified = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        AddBucket(bucket);
        var entry = new Entry(content.ToArray(), lastModified == default ? DateTimeOffset.UnixEpoch : lastModified);
        lock (_gate)
        {
            _buckets[bucket][key] = entry;
        }

        return this;
    }

    /// <summary>The text in an object.</summary>
    /// <exception cref="ObjectStoreException">There is no such bucket or object.</exception>
    public string GetText(string bucket, string key) => Encoding.UTF8.GetString(Find(bucket, key));

    /// <summary>The keys of a bucket, in order.</summary>
    /// <exception cref="ObjectStoreException">There is no such bucket.</exception>
    public IReadOnlyList<string> Keys(string bucket)
    {
        lock (_gate)
        {
            return [.. FindBucket(bucket).Keys];
        }
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken) =>
        Task.FromResult<Stream>(new MemoryStream(Find(bucket, key), writable: false));

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredObject> ListAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        lock (_gate)
        {
            return FindBucket(bucket)
                .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
                .Select(entry => new StoredObject(entry.Key, entry.Value.Content.Length, entry.Value.LastModified, EntityTag.Of(entry.Value.Content)))
                .ToArray()
                .ToAsyncEnumerable();
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            FindBucket(bucket)[key] = new Entry(content.ToArray(), DateTimeOffset.UnixEpoch);
        }

        return Task.CompletedTask;
    }

    private byte[] Find(string bucket, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate)
        {
            return FindBucket(bucket).TryGetValue(key, out Entry? entry) ? entry.Content : throw ObjectStoreException.NoSuchKey(bucket, key);
        }
    }

    private SortedDictionary<string, Entry> FindBucket(string bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        return _buckets.TryGetValue(bucket, out SortedDictionary<string, Entry>? entries) ? entries : throw ObjectStoreException.NoSuchBucket(bucket);
    }

    private sealed record Entry(byte[] Content, DateTimeOffset LastModified);
}
