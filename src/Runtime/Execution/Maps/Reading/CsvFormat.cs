using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>A table as text. Each row is an object; all values are strings.</summary>
/// <param name="delimiter">What separates the fields.</param>
/// <param name="headers">The names of the columns, or null when the first row has them.</param>
internal sealed class CsvFormat(char delimiter, IReadOnlyList<string>? headers) : ItemFormat
{
    public override void Read(Stream content, string source, ItemCollector items, ObjectReader reader)
    {
        using var text = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        var rows = new CsvReader(text, delimiter);
        var fields = new List<string>();
        if (headers is null && !rows.Read(fields))
        {
            return;
        }

        string[] names = [.. headers ?? fields];
        CheckNames(names, reader.Limits);
        while (!items.IsFull && rows.Read(fields))
        {
            reader.Token.ThrowIfCancellationRequested();
            items.Add(ToObject(names, fields), source);
        }
    }

    /// <summary>A row with fewer fields has empty ones; more fields than columns are passed over (measured).</summary>
    private static JsonObject ToObject(string[] names, List<string> fields)
    {
        var values = new JsonValue[names.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i < fields.Count && fields[i].Length > 0 ? new JsonString(fields[i]) : JsonString.Empty;
        }

        return JsonObject.Of(names, values);
    }

    private static void CheckNames(string[] names, MapLimits limits)
    {
        int size = 0;
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            size += Encoding.UTF8.GetByteCount(name) + 1;
            if (!known.Add(name))
            {
                throw new UnreadableItemsException("CSV headers cannot contain duplicates.");
            }
        }

        if (size - 1 > limits.HeaderBytes)
        {
            throw new UnreadableItemsException($"CSV headers cannot be larger than {limits.HeaderBytes} bytes.");
        }
    }
}
