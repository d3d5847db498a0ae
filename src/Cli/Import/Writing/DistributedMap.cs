using System;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes where the items of a Distributed Map come from, how they are grouped and where results go. Each is null when its object has to stay JSON.</summary>
internal sealed class DistributedMap(Vocabulary vocabulary)
{
    /// <summary>Writes <c>[ItemReader]</c>.</summary>
    public AttributeSource? WriteItemReader(JsonSyntax value)
    {
        if (value is not JsonObjectSyntax reader || !reader.HasOnly("Resource", "ReaderConfig", "Parameters", "Arguments") || reader.Find("Resource") is not { } resource)
        {
            return null;
        }

        var attribute = new AttributeSource("ItemReader");
        return vocabulary.Resource(resource.Value) is { } written
            && Add(attribute, written)
            && TryAddConfig(attribute, reader, "ReaderConfig", WriteReaderProperty)
                ? AddPayloads(attribute, reader, "Parameters", "Arguments")
                : null;
    }

    /// <summary>Writes <c>[ItemBatcher]</c>.</summary>
    public static AttributeSource? WriteItemBatcher(JsonSyntax value)
    {
        if (value is not JsonObjectSyntax batcher
            || !batcher.HasOnly("BatchInput", "MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"))
        {
            return null;
        }

        var attribute = new AttributeSource("ItemBatcher");
        return batcher.Members.Where(static member => member.Name != "BatchInput").All(member => TryAdd(
            attribute, member, static (name, number) => name.EndsWith("Path", StringComparison.Ordinal) ? PropertyValue.Text(number) : PropertyValue.NumberOrText(number)))
                ? AddPayloads(attribute, batcher, "BatchInput")
                : null;
    }

    /// <summary>Writes <c>[ResultWriter]</c>.</summary>
    public AttributeSource? WriteResultWriter(JsonSyntax value)
    {
        if (value is not JsonObjectSyntax writer || !writer.HasOnly("Resource", "WriterConfig", "Parameters", "Arguments"))
        {
            return null;
        }

        var attribute = new AttributeSource("ResultWriter");
        if (writer.Find("Resource") is { } resource && !(vocabulary.Resource(resource.Value) is { } written && Add(attribute, written)))
        {
            return null;
        }

        return TryAddConfig(attribute, writer, "WriterConfig", WriteWriterProperty) ? AddPayloads(attribute, writer, "Parameters", "Arguments") : null;
    }

    private ValueSource? WriteReaderProperty(string name, JsonSyntax value) => name switch
    {
        "InputType" => vocabulary.Word(value, name, "Csv", "Json", "Jsonl", "Parquet", "Manifest"),
        "Transformation" => vocabulary.Word(value, "ReaderTransformation", "None", "LoadAndFlatten"),
        "ManifestType" => vocabulary.Word(value, name, "AthenaData", "S3Inventory"),
        "CSVDelimiter" => vocabulary.Word(value, name, "Comma", "Pipe", "Semicolon", "Space", "Tab"),
        "CSVHeaderLocation" => vocabulary.Word(value, name, "FirstRow", "Given"),
        "CSVHeaders" => PropertyValue.Texts(value),
        "MaxItems" => PropertyValue.NumberOrText(value),
        "ItemsPointer" or "MaxItemsPath" => PropertyValue.Text(value),
        _ => null,
    };

    private ValueSource? WriteWriterProperty(string name, JsonSyntax value) => name switch
    {
        "Transformation" => vocabulary.Word(value, "WriterTransformation", "None", "Compact", "Flatten"),
        "OutputType" => vocabulary.Word(value, "WriterOutputType", "Json", "Jsonl"),
        _ => null,
    };

    /// <summary>The fields of the configuration are properties of the attribute itself, so an empty one has no form.</summary>
    private static bool TryAddConfig(AttributeSource attribute, JsonObjectSyntax owner, string field, Func<string, JsonSyntax, ValueSource?> write) =>
        owner.Find(field)?.Value switch
        {
            null => true,
            JsonObjectSyntax { Members.IsEmpty: false } config => !config.HasDoubles() && config.Members.All(member => TryAdd(attribute, member, write)),
            _ => false,
        };

    private static bool TryAdd(AttributeSource attribute, JsonMemberSyntax member, Func<string, JsonSyntax, ValueSource?> write)
    {
        if (write(member.Name, member.Value) is not { } value)
        {
            return false;
        }

        attribute.Add(member.Name, value);
        return true;
    }

    private static bool Add(AttributeSource attribute, ValueSource resource)
    {
        attribute.Add(null, resource);
        return true;
    }

    private static AttributeSource AddPayloads(AttributeSource attribute, JsonObjectSyntax owner, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (owner.Find(name) is { } payload)
            {
                attribute.Add(name, Payload.Write(payload.Value));
            }
        }

        return attribute;
    }
}
