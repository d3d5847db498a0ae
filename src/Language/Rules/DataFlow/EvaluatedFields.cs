using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Lists the fields of a state that AWS evaluates. Fields that the state does not support are a fault of their own and left out.</summary>
internal static class EvaluatedFields
{
    private const StatesMembers Everywhere = StatesMembers.Input | StatesMembers.Context;

    public static List<EvaluatedField> Of(State state, QueryLanguage language)
    {
        var fields = new List<EvaluatedField>();
        StateType type = state.Type!.Value;
        foreach (JsonMemberSyntax member in state.Syntax.Members)
        {
            if (FieldTable.Allows(type, language, member.Name))
            {
                var place = new FieldPlace(state, member.Name);
                if (language == QueryLanguage.JSONata)
                {
                    AddJsonata(member, place, (FieldTable.ToSet(type) & StateTypes.Handling) != 0, fields);
                }
                else
                {
                    AddJsonPath(member, place, fields);
                }
            }
        }

        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Choices)
            {
                AddRule(rule, language, isNested: false, fields);
            }
        }

        if ((FieldTable.ToSet(type) & StateTypes.Handling) != 0)
        {
            foreach (Catcher catcher in state.Catch)
            {
                AddCatcher(catcher, language, fields);
            }
        }

        return fields;
    }

    private static void AddJsonPath(JsonMemberSyntax member, FieldPlace place, List<EvaluatedField> fields)
    {
        switch (member.Name)
        {
            case "InputPath" or "OutputPath":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.Path));
                break;
            case "ResultPath":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.ResultPath));
                break;
            case "ItemsPath" or "TimeoutSecondsPath" or "HeartbeatSecondsPath" or "SecondsPath" or "TimestampPath":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.ReferencePath));
                break;
            case "MaxConcurrencyPath" or "ToleratedFailureCountPath" or "ToleratedFailurePercentagePath":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.NumberPath));
                break;
            case "ErrorPath" or "CausePath":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.ErrorText));
                break;
            case "Parameters" or "ResultSelector" or "ItemSelector" or "Assign" or "Credentials":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.Template));
                break;
            case "Result":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.Static));
                break;
            case "ItemReader":
                AddPart(member.Value, place, "Parameters", FieldForm.Template, fields);
                AddPart((member.Value as JsonObjectSyntax)?.Find("ReaderConfig")?.Value, place.Child("ReaderConfig"), "MaxItemsPath", FieldForm.NumberPath, fields);
                break;
            case "ItemBatcher":
                AddPart(member.Value, place, "BatchInput", FieldForm.Template, fields);
                AddPart(member.Value, place, "MaxItemsPerBatchPath", FieldForm.NumberPath, fields);
                AddPart(member.Value, place, "MaxInputBytesPerBatchPath", FieldForm.NumberPath, fields);
                break;
            case "ResultWriter":
                AddPart(member.Value, place, "Parameters", FieldForm.Template, fields);
                break;
        }
    }

    private static void AddJsonata(JsonMemberSyntax member, FieldPlace place, bool hasResult, List<EvaluatedField> fields)
    {
        switch (member.Name)
        {
            case "Output" or "Assign":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.Jsonata, hasResult ? Everywhere | StatesMembers.Result : Everywhere));
                break;
            case "Arguments" or "Items" or "ItemSelector" or "ItemBatcher" or "Seconds" or "Timestamp" or "TimeoutSeconds" or "HeartbeatSeconds":
            case "MaxConcurrency" or "ToleratedFailureCount" or "ToleratedFailurePercentage" or "Error" or "Cause":
                fields.Add(new EvaluatedField(member.Value, place, FieldForm.Jsonata));
                break;
            case "ItemReader":
                AddPart(member.Value, place, "Arguments", FieldForm.Jsonata, fields);
                AddPart((member.Value as JsonObjectSyntax)?.Find("ReaderConfig")?.Value, place.Child("ReaderConfig"), "MaxItems", FieldForm.Jsonata, fields);
                break;
            case "ResultWriter":
                AddPart(member.Value, place, "Arguments", FieldForm.Jsonata, fields);
                break;
        }
    }

    private static void AddRule(ChoiceRule rule, QueryLanguage language, bool isNested, List<EvaluatedField> fields)
    {
        foreach (JsonMemberSyntax member in rule.Syntax.Members)
        {
            FieldForm? form = (member.Name, language) switch
            {
                ("Condition" or "Output" or "Assign", QueryLanguage.JSONata) when !isNested => FieldForm.Jsonata,
                ("Assign", QueryLanguage.JSONPath) when !isNested => FieldForm.Template,
                ("Variable", QueryLanguage.JSONPath) => FieldForm.Path,
                (_, QueryLanguage.JSONPath) when ComparisonOperators.Find(member.Name) is { TakesPath: true } => FieldForm.ComparedPath,
                _ => null,
            };
            if (form is { } known)
            {
                bool isPresenceTest = member.Name == "Variable" && rule.Field("IsPresent") is not null;
                fields.Add(new EvaluatedField(member.Value, new FieldPlace(rule, member.Name), known, IsPresenceTest: isPresenceTest));
            }
        }

        if (language == QueryLanguage.JSONPath)
        {
            foreach (ChoiceRule part in rule.And)
            {
                AddRule(part, language, isNested: true, fields);
            }

            foreach (ChoiceRule part in rule.Or)
            {
                AddRule(part, language, isNested: true, fields);
            }

            if (rule.Not is { } not)
            {
                AddRule(not, language, isNested: true, fields);
            }
        }
    }

    private static void AddCatcher(Catcher catcher, QueryLanguage language, List<EvaluatedField> fields)
    {
        foreach (JsonMemberSyntax member in catcher.Syntax.Members)
        {
            var place = new FieldPlace(catcher, member.Name);
            switch (member.Name, language)
            {
                case ("Output" or "Assign", QueryLanguage.JSONata):
                    fields.Add(new EvaluatedField(member.Value, place, FieldForm.Jsonata, Everywhere | StatesMembers.ErrorOutput));
                    break;
                case ("Assign", QueryLanguage.JSONPath):
                    fields.Add(new EvaluatedField(member.Value, place, FieldForm.Template));
                    break;
                case ("ResultPath", QueryLanguage.JSONPath):
                    fields.Add(new EvaluatedField(member.Value, place, FieldForm.ResultPath));
                    break;
            }
        }
    }

    private static void AddPart(JsonSyntax? part, FieldPlace place, string name, FieldForm form, List<EvaluatedField> fields)
    {
        if ((part as JsonObjectSyntax)?.Find(name) is { } member)
        {
            fields.Add(new EvaluatedField(member.Value, place.Child(name), form));
        }
    }
}
