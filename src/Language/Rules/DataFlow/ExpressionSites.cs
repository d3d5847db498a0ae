using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Every string of a state that AWS evaluates.</summary>
internal sealed class ExpressionSites
{
    private readonly State _state;
    private readonly List<ExpressionSite> _sites = [];

    public ExpressionSites(State state, QueryLanguage language)
    {
        _state = state;
        Language = language;
        Fields = EvaluatedFields.Of(state, language);
        foreach (EvaluatedField field in Fields)
        {
            Add(field);
        }
    }

    public QueryLanguage Language { get; }

    public List<EvaluatedField> Fields { get; }

    public List<ExpressionSite> Sites => _sites;

    /// <summary>Whether a string cannot be known, since the deployment fills it or it cannot be read.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>Whether the name of a field says that its value is evaluated.</summary>
    public static bool IsDynamic(string name) => name.EndsWith(".$", StringComparison.Ordinal);

    private void Add(EvaluatedField field)
    {
        switch (field.Form)
        {
            case FieldForm.Static:
                break;
            case FieldForm.Template:
                AddTemplate(field, field.Value, field.Place);
                break;
            case FieldForm.Jsonata:
                AddJsonata(field, field.Value, field.Place);
                break;
            default:
                if (field.Value is JsonStringSyntax path)
                {
                    AddSite(field, field.Place, path);
                }

                break;
        }
    }

    private void AddTemplate(EvaluatedField field, JsonSyntax value, FieldPlace place)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    if (!IsDynamic(member.Name))
                    {
                        AddTemplate(field, member.Value, place.Child(member.Name));
                    }
                    else if (member.Value is JsonStringSyntax text)
                    {
                        AddSite(field, place.Child(member.Name), text);
                    }
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    AddTemplate(field, array.Items[i], place.Child(i));
                }

                break;
        }
    }

    private void AddJsonata(EvaluatedField field, JsonSyntax value, FieldPlace place)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    AddJsonata(field, member.Value, place.Child(member.Name));
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    AddJsonata(field, array.Items[i], place.Child(i));
                }

                break;
            case JsonStringSyntax text when JsonataText.Read(text.Value).Kind == JsonataTextKind.Expression:
                AddSite(field, place, text);
                break;
        }
    }

    private void AddSite(EvaluatedField field, FieldPlace place, JsonStringSyntax text)
    {
        if (Substitutions.IsIn(text.Value))
        {
            IsIncomplete = true;
            return;
        }

        var site = new ExpressionSite(_state, field, place, text);
        IsIncomplete |= site.Error is not null;
        _sites.Add(site);
    }
}
