using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks that the objects within states have the fields that ASL gives them: choice rules, and what a Map reads, groups and writes.</summary>
internal static class PartFieldChecks
{
    /// <summary>Checks the rules of a Choice.</summary>
    public static void Check(ChoiceState choice, QueryLanguage language, FindingCollector findings)
    {
        foreach (ChoiceRule rule in choice.Choices)
        {
            Check(rule, language, isNested: false, findings);
        }
    }

    /// <summary>Checks the objects of a Map.</summary>
    public static void Check(MapState map, FindingCollector findings)
    {
        if (map.ItemProcessor is { ProcessorConfig: { } config } processor)
        {
            Check(config, processor.PathOf("ProcessorConfig"), FieldTable.ProcessorConfig, "ProcessorConfig", findings);
        }

        Check(map, "ItemReader", FieldTable.ItemReader, "ReaderConfig", FieldTable.ReaderConfig, findings);
        Check(map, "ItemBatcher", FieldTable.ItemBatcher, null, ImmutableArray<string>.Empty, findings);
        Check(map, "ResultWriter", FieldTable.ResultWriter, "WriterConfig", FieldTable.WriterConfig, findings);
    }

    private static void Check(ChoiceRule rule, QueryLanguage language, bool isNested, FindingCollector findings)
    {
        bool isJsonata = language == QueryLanguage.JSONata;
        foreach (JsonMemberSyntax member in rule.Syntax.Members)
        {
            bool isKnown = member.Name switch
            {
                "Comment" => true,
                "Next" or "Assign" => !isNested,
                "Condition" or "Output" => isJsonata && !isNested,
                "Variable" or "And" or "Or" or "Not" => !isJsonata,
                _ => !isJsonata && ComparisonOperators.Find(member.Name) is not null,
            };
            if (!isKnown)
            {
                string part = isNested ? "a rule within another" : $"a choice rule whose query language is {language}";
                findings.Add(StructureRules.UnsupportedField, member, rule.PathOf(member.Name), member.Name, part);
                if (isJsonata)
                {
                    // A comparison is one mistake, however many fields it has.
                    break;
                }
            }
        }

        if (!isJsonata)
        {
            foreach (ChoiceRule part in rule.And.AddRange(rule.Or))
            {
                Check(part, language, isNested: true, findings);
            }

            if (rule.Not is { } not)
            {
                Check(not, language, isNested: true, findings);
            }
        }
    }

    private static void Check(
        MapState map, string field, ImmutableArray<string> known, string? configField, ImmutableArray<string> knownOfConfig, FindingCollector findings)
    {
        if (map.Field(field)?.Value is not JsonObjectSyntax part)
        {
            return;
        }

        Check(part, map.PathOf(field), known, field, findings);
        if (configField is not null && part.Find(configField)?.Value is JsonObjectSyntax config)
        {
            Check(config, map.PathOf(field) + "/" + configField, knownOfConfig, configField, findings);
        }
    }

    private static void Check(JsonObjectSyntax part, string path, ImmutableArray<string> known, string name, FindingCollector findings)
    {
        foreach (JsonMemberSyntax member in part.Members)
        {
            if (!known.Contains(member.Name))
            {
                findings.Add(StructureRules.UnsupportedField, member, path + "/" + member.Name, member.Name, "the " + name + " of a Map state");
            }
        }
    }
}
