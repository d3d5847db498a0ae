using System;
using System.IO;
using System.Text.Json;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>A JSON array, or one within a document that <c>ItemsPointer</c> points to.</summary>
internal sealed class JsonFormat(JsonPointer? pointer) : ItemFormat
{
    public override void Read(Stream content, string source, ItemCollector items, ObjectReader reader)
    {
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        JsonValue document = Parse(Utf8Text.WithoutMark(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)), source);
        JsonValue? target = pointer is null ? document : pointer.Find(document);
        switch (target)
        {
            case null:
                throw new UnreadableItemsException($"The ItemsPointer '{pointer!.ToString()}' points to nothing in {source}.");
            case JsonArray array:
                foreach (JsonValue item in array.Items)
                {
                    if (!items.Add(item, source))
                    {
                        break;
                    }
                }

                break;

            // AWS refuses an object that is the whole document (measured). Its guide takes one that is pointed to.
            case JsonObject @object when pointer is not null:
                for (int i = 0; i < @object.Count && items.Add(@object.Values[i], source, @object.Names[i]); i++)
                {
                }

                break;
            default:
                throw new UnreadableItemsException("Attempting to map over non-iterable node.");
        }
    }

    /// <summary>Reads a JSON text that is said to be in an object.</summary>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8, string source)
    {
        try
        {
            return JsonConversion.Parse(utf8);
        }
        catch (JsonException e)
        {
            throw new UnreadableItemsException($"{source} is no JSON: {e.Message}");
        }
    }
}
