using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the objects of a Map: how its items are processed, read and grouped, and how results are written.</summary>
internal static class MapChecks
{
    public static void Check(MapState map, StateLanguage language, FindingCollector findings)
    {
        if (map.ItemProcessor is { ProcessorConfig: { } config } processor)
        {
            JsonMemberSyntax holder = processor.Field("ProcessorConfig")!;
            PartPlace place = new(processor, "/ProcessorConfig");
            PartChecks.Check(config, PartSchemas.ProcessorConfig, place, holder, language, findings);
            if (GetText(config, "Mode") == "DISTRIBUTED")
            {
                Require(config, "ExecutionType", "a ProcessorConfig whose Mode is DISTRIBUTED", place, holder, findings);
            }
        }

        CheckReader(map, language, findings);
        Check(map, PartSchemas.ItemBatcher, "ItemBatcher", language, findings);
        if (Check(map, PartSchemas.ResultWriter, "ResultWriter", language, findings) is { } writer)
        {
            Check(writer, PartSchemas.WriterConfig, "WriterConfig", new PartPlace(map, "/ResultWriter"), language, findings);
        }
    }

    private static void CheckReader(MapState map, StateLanguage language, FindingCollector findings)
    {
        if (Check(map, PartSchemas.ItemReader, "ItemReader", language, findings) is not { } reader)
        {
            return;
        }

        PartPlace place = new(map, "/ItemReader");
        if (reader.Find("Resource")?.Value is JsonStringSyntax { Value: { } resource } node && !IsReader(resource))
        {
            findings.Add(
                FieldRules.ValueNotInList,
                node,
                place.PathOf("Resource"),
                "The Resource of an ItemReader",
                "arn:aws:states:::s3:getObject or arn:aws:states:::s3:listObjectsV2",
                FindingCollector.Show(node));
            findings.SayAsAws("Resource does not match any of the allowed values", place.PathOf("Resource"));
        }

        if (Check(reader, PartSchemas.ReaderConfig, "ReaderConfig", place, language, findings) is not { } config)
        {
            return;
        }

        PartPlace configPlace = place.In("ReaderConfig");
        JsonMemberSyntax holder = reader.Find("ReaderConfig")!;
        if (GetText(config, "InputType") == "CSV")
        {
            Require(config, "CSVHeaderLocation", "a ReaderConfig whose InputType is CSV", configPlace, holder, findings);
        }

        if (GetText(config, "CSVHeaderLocation") == "GIVEN")
        {
            Require(config, "CSVHeaders", "a ReaderConfig whose CSVHeaderLocation is GIVEN", configPlace, holder, findings);
        }

        if (config.Find("CSVHeaders")?.Value is JsonArraySyntax headers)
        {
            ItemChecks.RequireStrings(headers, "An element of CSVHeaders", configPlace, "CSVHeaders", findings);
        }
    }

    /// <summary>What lies before the service differs between partitions; what a deployment fills in is not known.</summary>
    private static bool IsReader(string resource) =>
        resource.EndsWith(":states:::s3:getObject", System.StringComparison.Ordinal)
        || resource.EndsWith(":states:::s3:listObjectsV2", System.StringComparison.Ordinal)
        || Substitutions.IsIn(resource);

    private static void Require(JsonObjectSyntax part, string field, string name, PartPlace place, JsonSyntax holder, FindingCollector findings)
    {
        if (part.Find(field) is null)
        {
            findings.Add(FieldRules.MissingField, holder, place.Path, field, name);
        }
    }

    private static JsonObjectSyntax? Check(MapState map, PartSchema schema, string field, StateLanguage language, FindingCollector findings) =>
        Check(map.Syntax, schema, field, map, language, findings);

    private static JsonObjectSyntax? Check(
        JsonObjectSyntax holder, PartSchema schema, string field, PartPlace place, StateLanguage language, FindingCollector findings)
    {
        if (holder.Find(field) is not { Value: JsonObjectSyntax part } member)
        {
            return null;
        }

        PartChecks.Check(part, schema, place.In(field), member, language, findings);
        return part;
    }

    private static string? GetText(JsonObjectSyntax part, string field) => (part.Find(field)?.Value as JsonStringSyntax)?.Value;
}
