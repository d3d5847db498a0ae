using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>Finds what can be written at a position in a text that stands for a part of a definition. Any text is accepted, however little of it is written.</summary>
public static class StringCompletion
{
    private const string OpenExpression = "{%";

    /// <summary>What can be written at a position, or null when there is nothing to suggest.</summary>
    /// <param name="place">Where the text stands.</param>
    /// <param name="text">The text.</param>
    /// <param name="caret">The position in it.</param>
    public static SuggestionList? Complete(CompletionPlace place, string text, int caret)
    {
        switch (place.Text)
        {
            case CompletionText.FieldName:
                return SuggestionList.Create(new TextRange(0, text.Length), FieldsOf(PartRole.Of(place.Part, place.Machine), place.Part.Syntax, text));
            case CompletionText.Json when text.TrimStart().StartsWith(OpenExpression, StringComparison.Ordinal):
                return CompleteString(place, UnescapedText.Plain(text, text.IndexOf('{')), caret);
            case CompletionText.Json:
                return CompleteJson(place, text, caret);
            default:
                return CompleteString(place, UnescapedText.Plain(text), caret);
        }
    }

    private static SuggestionList? CompleteString(CompletionPlace place, UnescapedText text, int caret)
    {
        DraftWalk walk = DraftWalk.Follow(place, new JsonStringSyntax(text.Value), ImmutableArray<int>.Empty);
        return CompleteValue(place, walk, text, caret) is { } found ? found with { Range = text.ToText(found.Range) } : null;
    }

    private static SuggestionList? CompleteJson(CompletionPlace place, string text, int position)
    {
        (JsonSyntax root, JsonCaret? found) = JsonDraftReader.Read(text, position);
        if (found is not { } caret)
        {
            return null;
        }

        DraftWalk walk = DraftWalk.Follow(place, root, caret.Path);
        if (caret.Kind == JsonCaretKind.Name)
        {
            return walk.Field is null && walk.Node is JsonObjectSyntax @object
                ? SuggestionList.Create(caret.Range, FieldsOf(walk.Role, @object, caret.Text?.Value))?.InJson(caret.Range, caret.IsQuoted)
                : null;
        }

        if (caret.Text is { } content)
        {
            return CompleteValue(place, walk, content, position) is { } list
                ? list.InJson(content.ToText(list.Range), isQuoted: true)
                : null;
        }

        return SuggestionList.Create(caret.Range, ValueSuggestions.Words(walk.Role))
            ?? (walk.Field is null ? SuggestionList.Create(caret.Range, ValueSuggestions.Of(walk.Role, place))?.InJson(caret.Range, isQuoted: false) : null);
    }

    private static SuggestionList? CompleteValue(CompletionPlace place, DraftWalk walk, UnescapedText text, int position)
    {
        if (text.ToValue(position) is not { } caret)
        {
            return null;
        }

        string value = text.Value;
        if (walk is { Field: { } field, State.State: { } state })
        {
            var scope = new ExpressionScope(place.Machine, state, field, walk.Node, place.Data);
            switch (field.Form)
            {
                case FieldForm.Static:
                    return null;
                case FieldForm.Jsonata when value.StartsWith(OpenExpression, StringComparison.Ordinal):
                    return JsonataCompletion.Complete(value, caret, scope);
                case FieldForm.Jsonata:
                    break;
                case FieldForm.Template when !ExpressionSites.IsDynamic(walk.Member):
                    return null;
                default:
                    return PathCompletion.Complete(value, caret, scope);
            }
        }

        return SuggestionList.Create(new TextRange(0, value.Length), ValueSuggestions.Of(walk.Role, place));
    }

    /// <summary>The fields that an object can have and has not.</summary>
    /// <param name="role">What the object is.</param>
    /// <param name="syntax">The object.</param>
    /// <param name="written">The name at the caret, which is one of the object's.</param>
    private static IEnumerable<Suggestion> FieldsOf(PartRole role, JsonObjectSyntax syntax, string? written) => role.Fields
        .Where(field => field.Name == written || syntax.Find(field.Name) is null)
        .Select(static field => new Suggestion(
            field.Name,
            SuggestionKind.Field,
            "",
            field.Value.Kind == FieldValueKind.Any ? "" : ValueChecks.Describe(field.Value) + (field.Value.TakesExpression ? ", or in JSONata an expression" : "")));
}
