using System;
using System.Collections.Generic;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Checks JSON payloads apart from the expressions in them: the names of fields, and what looks evaluated where nothing is.</summary>
internal sealed class TemplateChecks(FindingCollector findings)
{
    public void Check(EvaluatedField field)
    {
        switch (field.Form)
        {
            case FieldForm.Template when field.Value is JsonObjectSyntax:
                CheckTemplate(field.Value, field.Place, member: null);
                break;
            case FieldForm.Static:
                CheckStatic(field.Value, field.Place, FindMeantAsTemplate(field));
                break;
            case FieldForm.Jsonata:
                CheckJsonata(field.Value, field.Place, isVariable: field.Place.Name == "Assign");
                break;
        }
    }

    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="member">The member that it is the value of; null for the template itself and for elements of arrays.</param>
    private void CheckTemplate(JsonSyntax value, FieldPlace place, JsonMemberSyntax? member)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                CheckNames(@object, place);
                foreach (JsonMemberSyntax field in @object.Members)
                {
                    if (!ExpressionSites.IsDynamic(field.Name))
                    {
                        CheckTemplate(field.Value, place.Child(field.Name), field);
                    }
                    else if (field.Value is not JsonStringSyntax)
                    {
                        string fault = FindingCollector.Show(field.Value) + " is no string";
                        findings.Add(PathRules.InvalidTemplateValue, field.Value, place.Child(field.Name).ToString(), field.Name, fault);
                        findings.SayAsAwsInvalidValue(place.Root.ToString(), field.Name);
                    }
                }

                break;
            case JsonArraySyntax array:
                bool isList = IsListOfPaths(array);
                for (int i = 0; i < array.Items.Length; i++)
                {
                    if (isList || array.Items[i] is not JsonStringSyntax)
                    {
                        CheckTemplate(array.Items[i], place.Child(i), member: null);
                    }
                }

                break;
            case JsonStringSyntax text when LooksLikeJsonPath(text.Value):
                string remedy = member is null ? "an array of paths is made with States.Array" : $"for that its field must be named '{place.Name}.$'";
                findings.Add(PathRules.UnevaluatedPath, text, place.ToString(), FindingCollector.Show(text), remedy);
                if (member is not null)
                {
                    findings.Correct(member, new TextRange(member.Name.Length, 0), ".$");
                }

                break;
            case JsonStringSyntax text when JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression:
                findings.Add(JsonataRules.JsonataInJsonPath, text, place.ToString(), FindingCollector.Show(text));
                break;
        }
    }

    /// <summary>A path among other texts may be meant as a text; where there are only paths, they are meant as paths.</summary>
    private static bool IsListOfPaths(JsonArraySyntax array)
    {
        foreach (JsonSyntax item in array.Items)
        {
            if (item is not JsonStringSyntax text || !(LooksLikeJsonPath(text.Value) || JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression))
            {
                return false;
            }
        }

        return true;
    }

    private void CheckNames(JsonObjectSyntax template, FieldPlace place)
    {
        HashSet<string>? plain = null;
        foreach (JsonMemberSyntax member in template.Members)
        {
            if (ExpressionSites.IsDynamic(member.Name))
            {
                plain ??= PlainNames(template);
                string name = member.Name.Substring(0, member.Name.Length - 2);
                if (plain.Contains(name))
                {
                    findings.Add(PathRules.DuplicateTemplateField, member, place.Child(member.Name).ToString(), name);
                }
            }
        }
    }

    private static HashSet<string> PlainNames(JsonObjectSyntax template)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonMemberSyntax member in template.Members)
        {
            if (!ExpressionSites.IsDynamic(member.Name))
            {
                names.Add(member.Name);
            }
        }

        return names;
    }

    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="result">The field that could be Parameters; null when it cannot.</param>
    private void CheckStatic(JsonSyntax value, FieldPlace place, JsonMemberSyntax? result)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    if (ExpressionSites.IsDynamic(member.Name))
                    {
                        AddStatic(member, place.Child(member.Name), $"The field '{member.Name}'", result);
                    }
                    else
                    {
                        CheckStatic(member.Value, place.Child(member.Name), result);
                    }
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    CheckStatic(array.Items[i], place.Child(i), result);
                }

                break;
            case JsonStringSyntax text when LooksLikeJsonPath(text.Value):
                AddStatic(text, place, FindingCollector.Show(text), result);
                break;
            case JsonStringSyntax text when JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression:
                findings.Add(JsonataRules.JsonataInJsonPath, text, place.ToString(), FindingCollector.Show(text));
                break;
        }
    }

    private void AddStatic(JsonSyntax place, FieldPlace path, string what, JsonMemberSyntax? result)
    {
        findings.Add(PathRules.StaticResult, place, path.ToString(), what);
        if (result is not null)
        {
            findings.Correct(result, new TextRange(0, result.Name.Length), "Parameters");
        }
    }

    /// <summary>A Result that is an object becomes evaluated when it is called Parameters.</summary>
    private static JsonMemberSyntax? FindMeantAsTemplate(EvaluatedField field) =>
        field is { Value: JsonObjectSyntax, Place.Part: { } pass } && pass.Field("Parameters") is null ? pass.Field("Result") : null;

    private void CheckJsonata(JsonSyntax value, FieldPlace place, bool isVariable)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    // The names in Assign are names of variables and checked as such.
                    if (ExpressionSites.IsDynamic(member.Name) && !isVariable)
                    {
                        findings.Add(JsonataRules.JsonPathInJsonata, member, place.Child(member.Name).ToString(), $"The field '{member.Name}'");
                    }
                    else
                    {
                        CheckJsonata(member.Value, place.Child(member.Name), isVariable: false);
                    }
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    CheckJsonata(array.Items[i], place.Child(i), isVariable: false);
                }

                break;
            case JsonStringSyntax text:
                CheckText(text, place);
                break;
        }
    }

    private void CheckText(JsonStringSyntax text, FieldPlace place)
    {
        JsonataText read = JsonataText.Read(text.Value);
        if (read.Kind == JsonataTextKind.Expression || Substitutions.IsIn(text.Value))
        {
            return;
        }

        string inner = text.Value.Trim();
        if (inner.Length != text.Value.Length && JsonataText.Read(inner).Kind == JsonataTextKind.Expression)
        {
            findings.Add(JsonataRules.TextAroundExpression, text, place.ToString());
            findings.Correct(inner);
        }
        else if (read.Kind == JsonataTextKind.HalfOpen)
        {
            bool isOpen = read.IsOpened;
            TextRange range = isOpen ? new TextRange(0, 2) : new TextRange(text.Value.Length - 2, 2);
            findings.Add(
                JsonataRules.HalfOpenExpression,
                text,
                range,
                place.ToString(),
                isOpen ? "The string begins with {% but does not end with %}" : "The string ends with %} but does not begin with {%");
            if (JsonataText.Read(isOpen ? text.Value + " %}" : "{% " + text.Value).Parse().Error is null)
            {
                findings.Correct(text, new TextRange(isOpen ? text.Value.Length : 0, 0), isOpen ? " %}" : "{% ");
            }
        }
        else if (IsIntrinsicCall(text.Value))
        {
            findings.Add(JsonataRules.JsonPathInJsonata, text, place.ToString(), FindingCollector.Show(text));
        }
    }

    /// <summary>A path that leads somewhere, or a call. <c>$</c> and <c>$$</c> alone are also ordinary text.</summary>
    private static bool LooksLikeJsonPath(string text) =>
        ((text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal))
            && JsonPathParser.Parse(text).Error is null && !Substitutions.IsIn(text))
        || IsIntrinsicCall(text);

    private static bool IsIntrinsicCall(string text) =>
        text.StartsWith(IntrinsicFunctions.Prefix, StringComparison.Ordinal)
        && IntrinsicParser.Parse(text).Root is { } call && IntrinsicFunctions.Find(call.Name) is not null;
}
