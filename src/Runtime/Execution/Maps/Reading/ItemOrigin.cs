using System;
using System.IO;
using System.Text;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Storage;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>What the items of an ItemReader are: the content of objects, or the objects themselves.</summary>
internal abstract class ItemOrigin
{
    public abstract Task ReadAsync(ObjectReader reader, ItemLocation location, ItemCollector items);
}

/// <summary>The content of one object.</summary>
internal sealed class ObjectOrigin(ItemFormat format) : ItemOrigin
{
    public override Task ReadAsync(ObjectReader reader, ItemLocation location, ItemCollector items) =>
        reader.ReadAsync(location.Bucket, location.Key, format, items);
}

/// <summary>A list of objects.</summary>
internal sealed class ListOrigin : ItemOrigin
{
    private static readonly string[] s_names = ["Etag", "Key", "LastModified", "Size", "StorageClass"];
    private static readonly JsonString s_storageClass = new("STANDARD");

    public override async Task ReadAsync(ObjectReader reader, ItemLocation location, ItemCollector items)
    {
        string source = ObjectReader.UriOf(location.Bucket);
        await foreach (StoredObject item in reader.Store.ListAsync(location.Bucket, location.Prefix, reader.Token).ConfigureAwait(false))
        {
            if (!items.Add(Describe(item), source))
            {
                break;
            }
        }
    }

    // Seconds since 1970, not the text that the API of S3 has (measured by others).
    private static JsonObject Describe(StoredObject item) => JsonObject.Of(
        s_names,
        [new JsonString(item.EntityTag), new JsonString(item.Key), JsonNumber.Of(item.LastModified.ToUnixTimeSeconds()), JsonNumber.Of(item.Size), s_storageClass]);
}

/// <summary>The content of all objects of a list (<c>LOAD_AND_FLATTEN</c>).</summary>
internal sealed class ListedObjectsOrigin(ItemFormat format) : ItemOrigin
{
    public override async Task ReadAsync(ObjectReader reader, ItemLocation location, ItemCollector items)
    {
        await foreach (StoredObject item in reader.Store.ListAsync(location.Bucket, location.Prefix, reader.Token).ConfigureAwait(false))
        {
            if (items.IsFull)
            {
                break;
            }

            await reader.ReadAsync(location.Bucket, item.Key, format, items).ConfigureAwait(false);
        }
    }
}

/// <summary>The content of the objects whose URIs stand on the lines of a manifest, as Athena's UNLOAD writes it.</summary>
internal sealed class AthenaManifestOrigin(ItemFormat format) : ItemOrigin
{
    private const string Scheme = "s3://";

    public override async Task ReadAsync(ObjectReader reader, ItemLocation location, ItemCollector items)
    {
        Stream content = await reader.OpenAsync(location.Bucket, location.Key).ConfigureAwait(false);
        using var text = new StreamReader(content, Encoding.UTF8);
        while (!items.IsFull && await text.ReadLineAsync(reader.Token).ConfigureAwait(false) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string uri = line.Trim();
            int slash = uri.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? uri.IndexOf('/', Scheme.Length) : -1;
            if (slash < 0)
            {
                throw new UnreadableItemsException($"The manifest {ObjectReader.UriOf(location.Bucket, location.Key)} holds '{uri}', which is no URI of an object.");
            }

            await reader.ReadAsync(uri[Scheme.Length..slash], uri[(slash + 1)..], format, items).ConfigureAwait(false);
        }
    }
}

/// <summary>The rows of an S3 inventory: a manifest that names the columns, and the files with the rows.</summary>
internal sealed class InventoryOrigin : ItemOrigin
{
    public override async Task ReadAsync(ObjectReader reader, ItemLocation location, ItemCollector items)
    {
        JsonValue manifest = await ReadManifestAsync(reader, location).ConfigureAwait(false);
        if (manifest is not JsonObject fields || fields["fileSchema"] is not JsonString schema || fields["files"] is not JsonArray files)
        {
            throw new UnreadableItemsException($"{ObjectReader.UriOf(location.Bucket, location.Key)} is no manifest of an S3 inventory.");
        }

        if (fields["fileFormat"] is JsonString { Value: not "CSV" } other)
        {
            throw new UnreadableItemsException($"The inventory has files of the format {other.Value}; only CSV is run locally yet.");
        }

        var format = new CsvFormat(',', schema.Value.Split(',', StringSplitOptions.TrimEntries));
        foreach (JsonValue file in ToArray(files))
        {
            if (items.IsFull)
            {
                break;
            }

            string key = ((file as JsonObject)?["key"] as JsonString)?.Value
                ?? throw new UnreadableItemsException("The manifest of the S3 inventory has a file without a key.");

            // An inventory puts its manifest and its files into one bucket.
            await reader.ReadAsync(location.Bucket, key, format, items).ConfigureAwait(false);
        }
    }

    // A span does not live across an await.
    private static JsonValue[] ToArray(JsonArray files) => files.Items.ToArray();

    private static async Task<JsonValue> ReadManifestAsync(ObjectReader reader, ItemLocation location)
    {
        Stream content = await reader.OpenAsync(location.Bucket, location.Key).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            using var buffer = new MemoryStream();
            await content.CopyToAsync(buffer, reader.Token).ConfigureAwait(false);
            return JsonFormat.Parse(Utf8Text.WithoutMark(buffer.ToArray()), ObjectReader.UriOf(location.Bucket, location.Key));
        }
    }
}
