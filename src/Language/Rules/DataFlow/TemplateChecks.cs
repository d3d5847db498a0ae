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
                CheckTemplate(field.Value, field.Place, isElement: false);
                break;
            case FieldForm.Static:
                CheckStatic(field.Value, field.Place);
                break;
            case FieldForm.Jsonata:
                CheckJsonata(field.Value, field.Place, isVariable: field.Place.Name == "Assign");
                break;
        }
    }

    private void CheckTemplate(JsonSyntax value, FieldPlace place, bool isElement)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                CheckNames(@object, place);
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    if (!ExpressionSites.IsDynamic(member.Name))
                    {
                        CheckTemplate(member.Value, place.Child(member.Name), isElement: false);
                    }
                    else if (member.Value is not JsonStringSyntax)
                    {
                        string fault = FindingCollector.Show(member.Value) + " is no string";
                        findings.Add(PathRules.InvalidTemplateValue, member.Value, place.Child(member.Name).ToString(), member.Name, fault);
                    }
                }

                break;
            case JsonArraySyntax array:
                bool isList = IsListOfPaths(array);
                for (int i = 0; i < array.Items.Length; i++)
                {
                    if (isList || array.Items[i] is not JsonStringSyntax)
                    {
                        CheckTemplate(array.Items[i], place.Child(i), isElement: true);
                    }
                }

                break;
            case JsonStringSyntax text when LooksLikeJsonPath(text.Value):
                string remedy = isElement ? "an array of paths is made with States.Array" : $"for that its field must be named '{place.Name}.$'";
                findings.Add(PathRules.UnevaluatedPath, text, place.ToString(), FindingCollector.Show(text), remedy);
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

    private void CheckStatic(JsonSyntax value, FieldPlace place)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    if (ExpressionSites.IsDynamic(member.Name))
                    {
                        findings.Add(PathRules.StaticResult, member, place.Child(member.Name).ToString(), $"The field '{member.Name}'");
                    }
                    else
                    {
                        CheckStatic(member.Value, place.Child(member.Name));
                    }
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    CheckStatic(array.Items[i], place.Child(i));
                }

                break;
            case JsonStringSyntax text when LooksLikeJsonPath(text.Value):
                findings.Add(PathRules.StaticResult, text, place.ToString(), FindingCollector.Show(text));
                break;
            case JsonStringSyntax text when JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression:
                findings.Add(JsonataRules.JsonataInJsonPath, text, place.ToString(), FindingCollector.Show(text));
                break;
        }
    }

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
        }
        else if (read.Kind == JsonataTextKind.HalfOpen)
        {
            bool isOpen = text.Value.StartsWith("{%", StringComparison.Ordinal);
            TextRange range = isOpen ? new TextRange(0, 2) : new TextRange(text.Value.Length - 2, 2);
            findings.Add(
                JsonataRules.HalfOpenExpression,
                text,
                range,
                place.ToString(),
                isOpen ? "The string begins with {% but does not end with %}" : "The string ends with %} but does not begin with {%");
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
