using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>Completes paths, and calls of intrinsic functions where they can stand.</summary>
internal static class PathCompletion
{
    private const string AfterBracket = "['";

    /// <summary>What can stand at a position.</summary>
    /// <param name="text">The text of a field, maybe half written.</param>
    /// <param name="caret">The position.</param>
    /// <param name="scope">What paths can refer to.</param>
    public static SuggestionList? Complete(string text, int caret, ExpressionScope scope)
    {
        bool takesFunctions = scope.Field.Form is FieldForm.Template or FieldForm.ErrorText;
        if (FindToken(text, caret, takesFunctions) is not { } start)
        {
            return null;
        }

        int nameStart = caret;
        while (nameStart > start && IsInName(text, nameStart - 1))
        {
            nameStart--;
        }

        int nameEnd = caret;
        while (nameEnd < text.Length && IsInName(text, nameEnd))
        {
            nameEnd++;
        }

        var name = new TextRange(nameStart, nameEnd - nameStart);
        string before = text.Substring(start, nameStart - start);
        if (before.StartsWith("$", StringComparison.Ordinal) && EndsWithSeparator(before) is > 0 and var separator)
        {
            return Parse(before.Substring(0, before.Length - separator)) is { } path
                ? SuggestionList.Create(name, ExpressionScope.MembersOf(Follow(path, scope)).Where(member => separator > 1 || IsPlain(member.Text)))
                : null;
        }

        return before.Length == 0 || before.All(static c => c is '$' or '.') || IsFunction(before)
            ? SuggestionList.Create(new TextRange(start, nameEnd - start), Roots(scope, takesFunctions))
            : null;
    }

    /// <summary>Where the path or call at the caret begins; null inside a string, and where none can begin.</summary>
    private static int? FindToken(string text, int caret, bool isCall)
    {
        int start = 0;
        int brackets = 0;
        for (int i = 0; i < caret; i++)
        {
            switch (text[i])
            {
                case '\'':
                    int opening = i;
                    i = SkipString(text, i, caret);
                    if (i >= caret)
                    {
                        return brackets > 0 && text[opening - 1] == '[' ? start : null;
                    }

                    break;
                case '[':
                    brackets++;
                    break;
                case ']':
                    brackets = Math.Max(0, brackets - 1);
                    break;
                case '(' or ')' or ',' or ' ' when brackets == 0 && isCall:
                    start = i + 1;
                    break;
            }
        }

        string before = text.Substring(0, start).TrimEnd(' ');
        return before.Length == 0 || before[before.Length - 1] is '(' or ',' ? start : null;
    }

    /// <summary>The position of the closing quote, or the end.</summary>
    private static int SkipString(string text, int start, int end)
    {
        int i = start + 1;
        while (i < end && text[i] != '\'')
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }

    /// <summary>How many characters separate a member's name from the path before it; 0 when no member can follow.</summary>
    private static int EndsWithSeparator(string path) => path.EndsWith(AfterBracket, StringComparison.Ordinal) ? AfterBracket.Length
        : path.EndsWith(".", StringComparison.Ordinal) ? 1
        : 0;

    private static bool IsFunction(string before) => before.All(static c => char.IsLetterOrDigit(c) || c is '.' or '_');

    private static JsonPathQuery? Parse(string text) => JsonPathParser.Parse(text).Root;

    private static DataShape? Follow(JsonPathQuery path, ExpressionScope scope)
    {
        DataShape? shape = path.Root switch
        {
            PathRoot.Data => scope.Data,
            PathRoot.Context => scope.Context,
            _ => null,
        };
        foreach (JsonPathSegment segment in path.Segments)
        {
            shape = segment switch
            {
                { IsDescendant: false, Selector: JsonPathNames { Names: { Count: 1 } names } } => shape?.Find(names[0].Value),
                { IsDescendant: false, Selector: JsonPathIndices or JsonPathSlice or JsonPathWildcard or JsonPathFilter } => shape?.Element,
                _ => null,
            };
        }

        return shape;
    }

    private static IEnumerable<Suggestion> Roots(ExpressionScope scope, bool takesFunctions)
    {
        bool takesContext = scope.Field.Form is not (FieldForm.ResultPath or FieldForm.NumberPath);
        yield return new Suggestion("$", SuggestionKind.Data, "", scope.Field.Place.Name == "ResultSelector" ? "the whole result" : "the whole input");
        foreach (Suggestion member in ExpressionScope.MembersOf(scope.Data))
        {
            yield return member with { Text = PathTo(member.Text), Insertion = PathTo(member.Text) };
        }

        if (takesContext)
        {
            yield return new Suggestion("$$", SuggestionKind.Data, "", "the context object");
            foreach (Suggestion member in ExpressionScope.MembersOf(scope.Context))
            {
                yield return member with { Text = "$$." + member.Text, Insertion = "$$." + member.Text };
            }
        }

        if (scope.Field.Form != FieldForm.ResultPath)
        {
            foreach (Suggestion variable in scope.Variables)
            {
                yield return variable;
            }
        }

        if (takesFunctions)
        {
            foreach (IntrinsicFunction function in IntrinsicFunctions.All)
            {
                yield return new Suggestion(function.Name, SuggestionKind.Function, $"({function.Parameters})", function.Summary);
            }
        }
    }

    private static string PathTo(string name) => IsPlain(name) ? "$." + name : "$['" + name.Replace("\\", "\\\\").Replace("'", "\\'") + "']";

    private static bool IsPlain(string name) => Enumerable.Range(0, name.Length).All(i => IsInName(name, i));

    private static bool IsInName(string text, int index) => char.IsLetterOrDigit(text[index]) || text[index] == '_';
}
