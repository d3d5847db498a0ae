using System;

namespace StateMachineGen.Storage;

/// <summary>A store has no such bucket or object, or does not take a key.</summary>
public sealed class ObjectStoreException : Exception
{
    /// <summary>Makes one that says nothing.</summary>
    public ObjectStoreException()
    {
    }

    /// <summary>Makes one with a message, which becomes the cause of the Map's error.</summary>
    public ObjectStoreException(string message)
        : base(message)
    {
    }

    /// <inheritdoc cref="ObjectStoreException(string)"/>
    public ObjectStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>There is no such bucket, in S3's words.</summary>
    public static ObjectStoreException NoSuchBucket(string bucket) => new($"The specified bucket does not exist: {bucket} (NoSuchBucket)");

    /// <summary>There is no such object, in S3's words.</summary>
    public static ObjectStoreException NoSuchKey(string bucket, string key) => new($"The specified key does not exist: {key} in {bucket} (NoSuchKey)");
}
