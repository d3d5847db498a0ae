using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks that the fields of a Map go with how it runs.</summary>
internal static class MapModeChecks
{
    private static readonly string[] s_distributedOnly =
    [
        "Label", "ItemReader", "ItemBatcher", "ResultWriter", "ToleratedFailureCount", "ToleratedFailureCountPath", "ToleratedFailurePercentage", "ToleratedFailurePercentagePath",
    ];

    public static void Check(MapState map, FindingCollector findings)
    {
        if (map.ItemProcessor is { } processor)
        {
            JsonObjectSyntax? config = processor.ProcessorConfig;
            JsonSyntax? mode = config?.Find("Mode")?.Value;
            if (mode is null or JsonStringSyntax { Value: "INLINE" })
            {
                CheckInline(map, findings);
                if (mode is not null && config!.Find("ExecutionType") is { } type)
                {
                    findings.Add(
                        MapRules.IneffectiveField, type, processor.PathOf("ProcessorConfig") + "/ExecutionType", "ExecutionType", "the items of an inline Map have no executions of their own");
                }
            }
        }

        if (map.ResultWriter is { } writer && writer.Find("Resource") is null && writer.Find("WriterConfig") is null)
        {
            findings.Add(MapRules.IncompleteResultWriter, map.Field("ResultWriter")!, map.PathOf("ResultWriter"), map.Name);
        }

        if (map.ItemReader is not null && map.Field("ItemsPath") is { } path)
        {
            findings.Add(MapRules.ReaderWithItemsPath, path, map.PathOf("ItemsPath"), map.Name);
        }
    }

    private static void CheckInline(MapState map, FindingCollector findings)
    {
        JsonMemberSyntax? first = null;
        var names = new List<string>();
        foreach (JsonMemberSyntax member in map.Syntax.Members)
        {
            if (System.Array.IndexOf(s_distributedOnly, member.Name) >= 0)
            {
                first ??= member;
                names.Add(member.Name);
            }
        }

        if (first is not null)
        {
            findings.Add(MapRules.DistributedOnly, first, map.PathOf(first.Name), map.Name, Words.Join(names, "and"));
        }
    }
}
