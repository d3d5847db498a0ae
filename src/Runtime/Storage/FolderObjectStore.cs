using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Storage;

/// <summary>
/// Objects as files: a bucket is a folder, and the key of an object is its path in it, with <c>/</c> between folders. No bucket and no key leads out of the
/// folder, and links in it are not listed.
/// </summary>
public sealed class FolderObjectStore : IObjectStore
{
    private static readonly EnumerationOptions s_files = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly string _root;

    /// <summary>Makes a store of a folder.</summary>
    /// <param name="root">The folder that holds the buckets.</param>
    public FolderObjectStore(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
    }

    /// <inheritdoc/>
    public Task<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken)
    {
        if (FindFile(FindBucket(bucket), key) is not { } file || !File.Exists(file))
        {
            throw ObjectStoreException.NoSuchKey(bucket, key);
        }

        return Task.FromResult<Stream>(File.OpenRead(file));
    }

    /// <inheritdoc/>
#pragma warning disable CS1998 // The folders of the system are not listed asynchronously.
    public async IAsyncEnumerable<StoredObject> ListAsync(
        string bucket, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        ArgumentNullException.ThrowIfNull(prefix);
        string folder = FindBucket(bucket);
        var keys = new List<string>();
        foreach (string file in Directory.EnumerateFiles(folder, "*", s_files))
        {
            string key = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (key.StartsWith(prefix, StringComparison.Ordinal))
            {
                keys.Add(key);
            }
        }

        keys.Sort(StringComparer.Ordinal);
        foreach (string key in keys)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Describe(key, new FileInfo(Path.Combine(folder, key)));
        }
    }

    /// <inheritdoc/>
    public async Task WriteAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        string file = FindFile(FindBucket(bucket), key) ?? throw new ObjectStoreException($"A file cannot have the key {key}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file, content, cancellationToken).ConfigureAwait(false);
    }

    private static StoredObject Describe(string key, FileInfo file)
    {
        using FileStream content = file.OpenRead();
        return new StoredObject(key, content.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero), EntityTag.Of(content));
    }

    private string FindBucket(string bucket)
    {
        ArgumentNullException.ThrowIfNull(bucket);
        string? folder = FindFile(_root, bucket);
        return folder is not null && !bucket.Contains('/', StringComparison.Ordinal) && Directory.Exists(folder)
            ? folder
            : throw ObjectStoreException.NoSuchBucket(bucket);
    }

    /// <summary>The path in a folder, or null when the name leads elsewhere, or would be another name for a file that has one.</summary>
    private static string? FindFile(string folder, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (string segment in name.Split('/'))
        {
            if (segment.Length == 0 || segment is "." or ".." || segment.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0
                || segment.Contains('\\', StringComparison.Ordinal))
            {
                return null;
            }
        }

        string path = Path.GetFullPath(Path.Combine(folder, name));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }
}
