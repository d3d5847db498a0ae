using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks that each part of a definition has the fields that ASL gives it, and a state its type.</summary>
internal static class FieldChecks
{
    /// <summary>Checks the fields of a machine, a branch or an item processor.</summary>
    public static void Check(StateContainer scope, FindingCollector findings)
    {
        (ImmutableArray<string> known, string part) = scope switch
        {
            StateMachine => (FieldTable.StateMachine, "the state machine"),
            Branch => (FieldTable.Branch, "a branch of a Parallel state"),
            _ => (FieldTable.ItemProcessor, "the item processor of a Map state"),
        };
        foreach (JsonMemberSyntax member in scope.Syntax.Members)
        {
            if (!known.Contains(member.Name))
            {
                findings.Add(StructureRules.UnsupportedField, member, scope.PathOf(member.Name), member.Name, part);
            }
        }
    }

    /// <summary>Checks the fields of a state, and of its entries of Retry and Catch.</summary>
    public static void Check(State state, StateMachine machine, FindingCollector findings)
    {
        StateType type = state.Type!.Value;
        bool isKnownLanguage = HasKnownLanguage(state) && HasKnownLanguage(machine);
        QueryLanguage language = state.OwnQueryLanguage ?? machine.QueryLanguage;
        if (machine.QueryLanguage == QueryLanguage.JSONata && state.OwnQueryLanguage == QueryLanguage.JSONPath)
        {
            findings.Add(StructureRules.JsonPathInJsonata, state.Field("QueryLanguage")!.Value, state.PathOf("QueryLanguage"), state.Name);
            findings.SayAsAws("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", state.Path);
        }

        foreach (JsonMemberSyntax member in state.Syntax.Members)
        {
            StateTypes types = FieldTable.Find(member.Name)?.States ?? StateTypes.None;
            if ((types & FieldTable.ToSet(type)) == 0)
            {
                findings.Add(StructureRules.UnsupportedField, member, state.PathOf(member.Name), member.Name, $"a {type} state");
            }
            else if (isKnownLanguage && !FieldTable.Allows(type, language, member.Name))
            {
                findings.Add(
                    StructureRules.UnsupportedField, member, state.PathOf(member.Name), member.Name, $"a {type} state whose query language is {language}");
            }
        }

        switch (state)
        {
            case ChoiceState choice when isKnownLanguage:
                PartFieldChecks.Check(choice, language, findings);
                break;
            case MapState map:
                PartFieldChecks.Check(map, findings);
                break;
        }

        if ((FieldTable.ToSet(type) & StateTypes.Handling) == 0)
        {
            return;
        }

        foreach (Retrier retrier in state.Retry)
        {
            foreach (JsonMemberSyntax member in retrier.Syntax.Members)
            {
                if (!FieldTable.Retrier.Contains(member.Name))
                {
                    findings.Add(StructureRules.UnsupportedField, member, retrier.PathOf(member.Name), member.Name, "an entry of Retry");
                }
            }
        }

        foreach (Catcher catcher in state.Catch)
        {
            foreach (JsonMemberSyntax member in catcher.Syntax.Members)
            {
                if (!FieldTable.Catcher.Contains(member.Name))
                {
                    findings.Add(StructureRules.UnsupportedField, member, catcher.PathOf(member.Name), member.Name, "an entry of Catch");
                }
                else if (isKnownLanguage && member.Name == (language == QueryLanguage.JSONata ? "ResultPath" : "Output"))
                {
                    findings.Add(
                        StructureRules.UnsupportedField,
                        member,
                        catcher.PathOf(member.Name),
                        member.Name,
                        $"an entry of Catch of a state whose query language is {language}");
                }
            }
        }
    }

    /// <summary>Reports a state that is of no known type.</summary>
    public static void CheckType(UnknownState state, FindingCollector findings)
    {
        if (state.Member.Value is not JsonObjectSyntax)
        {
            findings.Add(StructureRules.InvalidStateType, state.Member, state.Path, state.Name, "is no JSON object");
        }
        else if (state.Field("Type") is not { } type)
        {
            findings.Add(StructureRules.InvalidStateType, state.Member, state.Path, state.Name, "has no Type");
        }
        else
        {
            findings.Add(
                StructureRules.InvalidStateType, type.Value, state.PathOf("Type"), state.Name, "is of the unknown Type " + FindingCollector.Show(type.Value));
        }
    }

    /// <summary>AWS reads a misspelt query language as JSONata; which fields were meant to be allowed is then not known.</summary>
    private static bool HasKnownLanguage(DocumentPart part) =>
        part.Field("QueryLanguage")?.Value is null or JsonStringSyntax { Value: nameof(QueryLanguage.JSONPath) or nameof(QueryLanguage.JSONata) };
}
