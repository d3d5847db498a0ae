using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks an object within a definition against its schema: which fields it has, what they hold, and which of them belong together.</summary>
internal static class PartChecks
{
    /// <summary>Checks a part.</summary>
    /// <param name="part">The object.</param>
    /// <param name="schema">What it may hold.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="holder">What to point at when a field is missing: the object, or the member that holds it.</param>
    /// <param name="language">The query language.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Check(
        JsonObjectSyntax part, PartSchema schema, PartPlace place, JsonSyntax holder, StateLanguage language, FindingCollector findings)
    {
        bool isWhole = true;
        foreach (JsonMemberSyntax member in part.Members)
        {
            if (schema.Find(member.Name) is not { } field)
            {
                findings.Add(StructureRules.UnsupportedField, member, place.PathOf(member.Name), member.Name, schema.Name);
                findings.Correct(SpellingSuggestion.Find(member.Name, schema.Fields.Select(static known => known.Name).Where(known => part.Find(known) is null)));
                if (place is { Part: StateContainer, Suffix: "" })
                {
                    findings.SayAsAwsUnsupported(place.Path, member.Name);
                }

                isWhole = false;
            }
            else if (language.IsKnown && field.Language is { } only && only != language.Value)
            {
                string name = schema.Name + (schema.Name.EndsWith("state", System.StringComparison.Ordinal) ? "" : " of a state") + " whose query language is " + language.Value;
                findings.Add(StructureRules.UnsupportedField, member, place.PathOf(member.Name), member.Name, name);
            }
            else
            {
                ValueChecks.Check(field.Value, member, language.IsJsonata, place, findings);
            }
        }

        foreach (FieldGroup group in schema.Groups)
        {
            CheckExclusive(part, group, place, findings, static (_, _) => true, schema);
            if (isWhole && group.IsRequired && !HasAny(part, group.Fields))
            {
                findings.Add(FieldRules.MissingField, holder, place.Path, List(group.Fields), schema.Name);
            }
        }
    }

    /// <summary>Reports fields of a group that exclude each other.</summary>
    /// <param name="part">The object with the fields.</param>
    /// <param name="group">The group.</param>
    /// <param name="place">Where the object stands.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="isSupported">Whether a field counts: one that the part does not support is a fault of its own.</param>
    /// <param name="argument">What <paramref name="isSupported"/> needs to know.</param>
    public static void CheckExclusive<T>(
        JsonObjectSyntax part, FieldGroup group, PartPlace place, FindingCollector findings, System.Func<string, T, bool> isSupported, T argument)
    {
        if (!group.IsExclusive)
        {
            return;
        }

        JsonMemberSyntax? last = null;
        List<string>? names = null;
        foreach (JsonMemberSyntax member in part.Members)
        {
            if (group.Fields.Contains(member.Name) && member.Name != last?.Name && isSupported(member.Name, argument))
            {
                if (last is not null)
                {
                    names ??= [last.Name];
                    names.Add(member.Name);
                }

                last = member;
            }
        }

        if (names is not null)
        {
            findings.Add(FieldRules.ExclusiveFields, last!, place.PathOf(last!.Name), Words.Join(names, "and"));
            findings.SayAsAws("There should only be one of the following fields: [" + string.Join(", ", names) + "]", place.Path);
        }
    }

    public static bool HasAny(JsonObjectSyntax part, ImmutableArray<string> fields)
    {
        foreach (string field in fields)
        {
            if (part.Find(field) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Fields of which one is wanted, as messages name them.</summary>
    public static string List(IReadOnlyList<string> fields) => fields.Count == 1 ? fields[0] : "One of " + Words.Join(fields, "and");
}
