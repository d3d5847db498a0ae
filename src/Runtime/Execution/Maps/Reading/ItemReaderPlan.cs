using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Storage;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>Where the items of a Distributed Map are read from (<c>ItemReader</c>).</summary>
internal sealed class ItemReaderPlan
{
    private readonly ItemOrigin _origin;
    private readonly Expression? _location;
    private readonly NumberField? _maxItems;

    private ItemReaderPlan(ItemOrigin origin, Expression? location, NumberField? maxItems)
    {
        _origin = origin;
        _location = location;
        _maxItems = maxItems;
    }

    /// <summary>Reads the field of a state; null when there is none.</summary>
    public static ItemReaderPlan? Compile(FieldReader state)
    {
        if (state.Nested("ItemReader") is not { } fields)
        {
            return null;
        }

        FieldReader? config = fields.Nested("ReaderConfig");
        string resource = fields.RequiredText("Resource");
        bool isList = resource.EndsWith(":s3:listObjectsV2", StringComparison.Ordinal);
        if (!isList && !resource.EndsWith(":s3:getObject", StringComparison.Ordinal))
        {
            throw fields.NotRun("Resource", resource);
        }

        ItemOrigin origin = isList ? ReadList(config) : ReadObject(config);

        // What is too large or negative is found when items are read, not before (measured).
        NumberField? maxItems = config is null ? null : NumberField.Compile(config, "MaxItems", long.MinValue, long.MaxValue);
        var plan = new ItemReaderPlan(origin, fields.Template(fields.IsJsonata ? "Arguments" : "Parameters"), maxItems);
        if (config is not null)
        {
            FinishConfig(config);
        }

        fields.Finish();
        return plan;
    }

    /// <summary>Works out what to read, or gives null with a failure.</summary>
    public ItemReading? Prepare(Frame frame, out Failure? failure)
    {
        failure = null;
        JsonValue? location = _location is null ? JsonObject.Empty : _location.Evaluate(frame, out failure);
        double limit = location is null || _maxItems is null ? 0 : _maxItems.Read(frame, out failure);
        return failure is not null ? null : new ItemReading(_origin, new ItemLocation(location!), (long)limit, frame.Run.Machine.Options.MapLimits);
    }

    /// <summary>AWS passes over the fields that belong to other formats.</summary>
    private static void FinishConfig(FieldReader config)
    {
        foreach (PartField field in PartSchemas.ReaderConfig.Fields)
        {
            config.Value(field.Name);
        }

        config.Finish();
    }

    private static ItemOrigin ReadList(FieldReader? config)
    {
        bool isLoaded = config is not null && config.Choice("Transformation", false, ("NONE", false), ("LOAD_AND_FLATTEN", true));
        return isLoaded ? new ListedObjectsOrigin(ReadFormat(config!, config!.RequiredText("InputType"))) : new ListOrigin();
    }

    private static ItemOrigin ReadObject(FieldReader? config)
    {
        string inputType = config?.Text("InputType") ?? "MANIFEST";
        bool isAthena = config is not null && config.Choice("ManifestType", false, ("S3_INVENTORY", false), ("ATHENA_DATA", true));
        config?.Choice("Transformation", false, ("NONE", false));
        return isAthena ? new AthenaManifestOrigin(ReadFormat(config!, inputType))
            : inputType == "MANIFEST" || config!.Has("ManifestType") ? new InventoryOrigin()
            : new ObjectOrigin(ReadFormat(config, inputType));
    }

    private static ItemFormat ReadFormat(FieldReader config, string inputType) => inputType switch
    {
        "JSON" => new JsonFormat(ReadPointer(config)),
        "JSONL" => new JsonLinesFormat(),
        "CSV" => new CsvFormat(
            config.Choice("CSVDelimiter", ',', ("COMMA", ','), ("PIPE", '|'), ("SEMICOLON", ';'), ("SPACE", ' '), ("TAB", '\t')), ReadHeaders(config)),
        _ => throw config.NotRun("InputType", inputType),
    };

    private static JsonPointer? ReadPointer(FieldReader config)
    {
        const string Field = "ItemsPointer";
        return config.Text(Field) is not { } text ? null
            : JsonPointer.Parse(text) ?? throw config.Fault(Field, $"\"{text}\" is no JSON Pointer");
    }

    private static List<string>? ReadHeaders(FieldReader config)
    {
        const string Field = "CSVHeaders";
        JsonSyntax? value = config.Value(Field);
        if (!config.Choice("CSVHeaderLocation", false, ("FIRST_ROW", false), ("GIVEN", true)))
        {
            return null;
        }

        var headers = new List<string>();
        foreach (JsonSyntax item in (value as JsonArraySyntax ?? throw config.Fault(Field, "must be a list of strings")).Items)
        {
            headers.Add((item as JsonStringSyntax ?? throw config.Fault(Field, "must be a list of strings")).Value);
        }

        return headers;
    }
}

/// <summary>What one map run reads.</summary>
/// <param name="origin">What the items are.</param>
/// <param name="location">Where they are.</param>
/// <param name="maxItems">How many to read at most; 0 for all, as was measured.</param>
/// <param name="limits">How much may be read.</param>
internal sealed class ItemReading(ItemOrigin origin, ItemLocation location, long maxItems, MapLimits limits)
{
    public async Task<Dataset> ReadAsync(IObjectStore store, CancellationToken token)
    {
        if (maxItems < 0)
        {
            throw new UnreadableItemsException("field MaxItems must be positive");
        }

        var items = new ItemCollector(maxItems == 0 ? Quotas.MaxItems : Math.Min(maxItems, Quotas.MaxItems));
        await origin.ReadAsync(new ObjectReader(store, limits, token), location, items).ConfigureAwait(false);
        return items.ToDataset();
    }
}
