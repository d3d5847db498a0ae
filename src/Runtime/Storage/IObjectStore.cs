using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Storage;

/// <summary>
/// Stands in for S3 where a Distributed Map reads its items from and writes its results to (<see cref="LocalOptions.S3"/>). Executions call it from any
/// thread, and several at a time. What it throws is the error <c>States.ItemReaderFailed</c> or <c>States.ResultWriterFailed</c> of the Map.
/// </summary>
public interface IObjectStore
{
    /// <summary>Opens an object for reading.</summary>
    /// <exception cref="ObjectStoreException">There is no such bucket or object.</exception>
    Task<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken);

    /// <summary>Lists the objects whose keys begin with a prefix, in the order of their keys.</summary>
    /// <exception cref="ObjectStoreException">There is no such bucket.</exception>
    IAsyncEnumerable<StoredObject> ListAsync(string bucket, string prefix, CancellationToken cancellationToken);

    /// <summary>Writes an object, in place of the one that has the key.</summary>
    /// <exception cref="ObjectStoreException">There is no such bucket, or the key is none.</exception>
    Task WriteAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}

/// <summary>An object in a list, as ListObjectsV2 tells of it.</summary>
/// <param name="Key">The object's key.</param>
/// <param name="Size">How many bytes it has.</param>
/// <param name="LastModified">When it was written, in UTC.</param>
/// <param name="EntityTag">What changes with the content, with the quotation marks that S3 puts around it.</param>
public sealed record StoredObject(string Key, long Size, DateTimeOffset LastModified, string EntityTag);
