using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks that each part of a definition has the fields that ASL gives it, with values that they take, and a state its type.</summary>
internal static class FieldChecks
{
    private static readonly string[] s_typeNames = [.. Enumerable.Range(0, 8).Select(static type => ((StateType)type).ToString())];

    /// <summary>Checks the fields of a machine, a branch or an item processor.</summary>
    public static void Check(StateContainer scope, StateMachine machine, FindingCollector findings)
    {
        PartSchema schema = scope switch
        {
            StateMachine => PartSchemas.StateMachine,
            Branch => PartSchemas.Branch,
            _ => PartSchemas.ItemProcessor,
        };
        PartChecks.Check(scope.Syntax, schema, scope, scope.Syntax, StateLanguage.Of(machine), findings);
    }

    /// <summary>Checks the fields of a state, and of the objects within it.</summary>
    public static void Check(State state, StateMachine machine, FindingCollector findings)
    {
        StateType type = state.Type!.Value;
        StateLanguage language = StateLanguage.Of(state, machine);
        if (machine.QueryLanguage == QueryLanguage.JSONata && state.OwnQueryLanguage == QueryLanguage.JSONPath)
        {
            findings.Add(StructureRules.JsonPathInJsonata, state.Field("QueryLanguage")!.Value, state.PathOf("QueryLanguage"), state.Name);
            findings.SayAsAws("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine", state.Path);
        }

        CheckFields(state, type, language, findings);
        switch (state)
        {
            case ChoiceState choice when language.IsKnown:
                ChoiceRuleChecks.Check(choice, language, findings);
                break;
            case ParallelState parallel:
                CheckBranches(parallel, findings);
                break;
            case MapState map:
                MapChecks.Check(map, language, findings);
                MapModeChecks.Check(map, findings);
                NumberChecks.Check(map, findings);
                break;
            case TaskState task:
                CheckCredentials(task, findings);
                NumberChecks.Check(task, findings);
                break;
            case WaitState wait:
                NumberChecks.Check(wait, findings);
                break;
            case FailState fail:
                NumberChecks.Check(fail, findings);
                break;
            case PassState { Result: not null } pass when language.Value == QueryLanguage.JSONPath && pass.Field("Parameters") is { } parameters:
                findings.Add(MapRules.IneffectiveField, parameters, pass.PathOf("Parameters"), "Parameters", "the result of this Pass is its Result");
                break;
        }

        if ((FieldTable.ToSet(type) & StateTypes.Handling) == 0)
        {
            return;
        }

        if (language.Value == QueryLanguage.JSONPath && state.Field("ResultPath")?.Value is JsonNullSyntax
            && state.Field("ResultSelector") is { } selector && state.Field("Assign") is null)
        {
            findings.Add(MapRules.IneffectiveField, selector, state.PathOf("ResultSelector"), "ResultSelector", "ResultPath is null, which drops the result");
        }

        foreach (Retrier retrier in state.Retry)
        {
            // Nothing in Retry is evaluated.
            PartChecks.Check(retrier.Syntax, PartSchemas.Retrier, retrier, retrier.Syntax, new StateLanguage(QueryLanguage.JSONPath, language.IsKnown), findings);
            NumberChecks.Check(retrier, findings);
        }

        foreach (Catcher catcher in state.Catch)
        {
            PartChecks.Check(catcher.Syntax, PartSchemas.Catcher, catcher, catcher.Syntax, language, findings);
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
            if (type.Value is JsonStringSyntax { Value: { } word })
            {
                findings.Correct(SpellingSuggestion.Find(word, s_typeNames));
            }
        }
    }

    private static void CheckFields(State state, StateType type, StateLanguage language, FindingCollector findings)
    {
        bool isWhole = true;
        foreach (JsonMemberSyntax member in state.Syntax.Members)
        {
            StateField? field = FieldTable.Find(member.Name);
            if (field is null || (field.States & FieldTable.ToSet(type)) == 0)
            {
                findings.Add(StructureRules.UnsupportedField, member, state.PathOf(member.Name), member.Name, $"a {type} state");
                findings.Correct(field is null ? FindMeant(member.Name, state, type, language) : null);
                findings.SayAsAwsUnsupported(state.Path, member.Name);
                isWhole &= field is not null;
            }
            else if (language.IsKnown && !FieldTable.Allows(type, language.Value, member.Name))
            {
                findings.Add(
                    StructureRules.UnsupportedField, member, state.PathOf(member.Name), member.Name, $"a {type} state whose query language is {language.Value}");
                QueryLanguage other = language.IsJsonata ? QueryLanguage.JSONPath : QueryLanguage.JSONata;
                findings.SayAsAws(
                    $"The QueryLanguage is set to '{language.Value}', but field '{member.Name}' is only supported for the '{other}' QueryLanguage", state.Path);
            }
            else if (member.Name != "End" || state.Field("Next") is not null)
            {
                // An End that is not true ends nothing, which is said of the state.
                ValueChecks.Check(field.Value, member, language.IsJsonata, state, findings);
            }
        }

        foreach (FieldGroup group in FieldTable.GetGroups(type))
        {
            PartChecks.CheckExclusive(
                state.Syntax, group, state, findings, static (name, on) => !on.language.IsKnown || FieldTable.Allows(on.type, on.language.Value, name), (type, language));
            if (isWhole && group.IsRequired && !PartChecks.HasAny(state.Syntax, group.Fields))
            {
                findings.Add(FieldRules.MissingField, state.Member, state.Path, PartChecks.List(Select(group.Fields, type, language)), $"the {type} state '{state.Name}'");
            }
        }
    }

    /// <summary>The field that a misspelt one was meant to be: one that the state can have and has not yet.</summary>
    private static string? FindMeant(string name, State state, StateType type, StateLanguage language) => SpellingSuggestion.Find(
        name,
        FieldTable.States.Select(static field => field.Name).Where(field => FieldTable.Allows(type, language.Value, field) && state.Field(field) is null));

    private static List<string> Select(ImmutableArray<string> fields, StateType type, StateLanguage language)
    {
        var selected = new List<string>(fields.Length);
        foreach (string field in fields)
        {
            // Iterator is the old name of ItemProcessor.
            if (FieldTable.Allows(type, language.Value, field) && field != "Iterator")
            {
                selected.Add(field);
            }
        }

        return selected;
    }

    private static void CheckBranches(ParallelState state, FindingCollector findings)
    {
        if (state.Field("Branches")?.Value is not JsonArraySyntax branches)
        {
            return;
        }

        if (branches.Items.IsEmpty)
        {
            findings.Add(FieldRules.EmptyArray, branches, state.PathOf("Branches"), "Branches", "branch");
            findings.SayAsAws("Value cannot be empty", state.PathOf("Branches"));
        }

        ItemChecks.RequireObjects(branches, "A branch", state, "Branches", findings);
    }

    private static void CheckCredentials(TaskState task, FindingCollector findings)
    {
        if (task.Credentials is not JsonObjectSyntax credentials)
        {
            return;
        }

        if (credentials.Find("RoleArn") is { } role)
        {
            ValueChecks.Check(FieldValue.Text, role, isJsonata: false, new PartPlace(task, "/Credentials"), findings);
        }
        else if (credentials.Find("RoleArn.$") is null)
        {
            findings.Add(FieldRules.MissingField, task.Field("Credentials")!, task.PathOf("Credentials"), "RoleArn", "the Credentials of a Task state");
            findings.SayAsAws("The field 'RoleArn' is required but was missing", task.PathOf("Credentials"));
        }
    }
}
