using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>Completes JSONata expressions. They are half written, so tokens are looked at instead of trees.</summary>
internal static class JsonataCompletion
{
    private const string StatesVariable = "$" + VariableNames.Reserved;

    /// <summary>What can stand at a position.</summary>
    /// <param name="text">A string that begins with <c>{%</c>.</param>
    /// <param name="caret">The position in it.</param>
    /// <param name="scope">What the expression can refer to.</param>
    public static SuggestionList? Complete(string text, int caret, ExpressionScope scope)
    {
        const int open = 2;
        if (caret < open || ReadTokens(text, new TextRange(open, caret - open)) is not { } tokens)
        {
            return null;
        }

        // What follows the caret without a gap belongs to the name that is being written.
        int end = caret;
        while (end < text.Length && VariableNames.IsInName(text, end, isFirst: false))
        {
            end++;
        }

        JsonataToken? last = tokens.Count > 0 && tokens[tokens.Count - 1] is var found && found.Range.End == caret ? found : null;
        bool isWord = last is { Kind: JsonataTokenKind.Name or JsonataTokenKind.Variable or JsonataTokenKind.Value } or { Kind: JsonataTokenKind.Operator, Text: "and" or "or" or "in" };
        int rest = tokens.Count - (isWord ? 1 : 0);
        TextRange range = isWord ? new TextRange(last!.Value.Range.Start, end - last.Value.Range.Start) : new TextRange(caret, 0);
        if (rest > 0 && tokens[rest - 1].Is("."))
        {
            return SuggestionList.Create(range, MembersAfter(tokens, rest - 1, scope));
        }

        return rest == 0 || ExpectsOperand(tokens[rest - 1]) ? SuggestionList.Create(range, Names(tokens, scope)) : null;
    }

    /// <summary>The tokens up to the caret; null when it is in a string, a comment or a regular expression.</summary>
    private static List<JsonataToken>? ReadTokens(string text, TextRange part)
    {
        var lexer = new JsonataLexer(text, part);
        var tokens = new List<JsonataToken>();
        while (true)
        {
            bool isOperand = tokens.Count == 0 || ExpectsOperand(tokens[tokens.Count - 1]);
            if (lexer.Next(isOperand) is not { } token)
            {
                return null;
            }

            if (token.Kind == JsonataTokenKind.End)
            {
                return tokens;
            }

            tokens.Add(token);
        }
    }

    private static bool ExpectsOperand(JsonataToken before) => before.Kind == JsonataTokenKind.Operator && before.Text is not (")" or "]" or "}");

    private static IEnumerable<Suggestion> MembersAfter(List<JsonataToken> tokens, int dot, ExpressionScope scope)
    {
        var names = new List<string>();
        int at = dot;
        while (at > 0 && tokens[at].Is("."))
        {
            at = SkipPredicates(tokens, at - 1);
            if (at < 0 || tokens[at].Kind is not (JsonataTokenKind.Name or JsonataTokenKind.Variable or JsonataTokenKind.String))
            {
                return [];
            }

            names.Insert(0, tokens[at].Text);
            at--;
        }

        bool isStates = tokens[at + 1] is { Kind: JsonataTokenKind.Variable, Text: VariableNames.Reserved };
        return !isStates ? []
            : names.Count == 1 ? StatesMembersAt(scope)
            : ExpressionScope.MembersOf(Follow(names, scope)).Select(static member => member with { Insertion = Quote(member.Text) });
    }

    /// <summary>The token before the predicates that a step ends with.</summary>
    private static int SkipPredicates(List<JsonataToken> tokens, int at)
    {
        while (at >= 0 && tokens[at].Is("]"))
        {
            int depth = 0;
            do
            {
                depth += tokens[at].Is("]") ? 1 : tokens[at].Is("[") ? -1 : 0;
                at--;
            }
            while (at >= 0 && depth > 0);
        }

        return at;
    }

    private static DataShape? Follow(List<string> names, ExpressionScope scope)
    {
        DataShape? shape = names[1] switch
        {
            "input" => scope.Input,
            "context" => scope.Context,
            "result" => scope.Result,
            "errorOutput" => FixedShape.ErrorOutput,
            _ => null,
        };

        // A step over an array is one over its elements in JSONata.
        return names.Skip(2).Aggregate(shape, static (at, name) => (at?.Element ?? at)?.Find(name)) is { } found ? found.Element ?? found : null;
    }

    private static IEnumerable<Suggestion> StatesMembersAt(ExpressionScope scope)
    {
        yield return new Suggestion("input", SuggestionKind.Data, "", "the state's input");
        yield return new Suggestion("context", SuggestionKind.Data, "", "the context object");
        if ((scope.Field.Members & StatesMembers.Result) != 0)
        {
            yield return new Suggestion("result", SuggestionKind.Data, "", "the state's result");
        }

        if ((scope.Field.Members & StatesMembers.ErrorOutput) != 0)
        {
            yield return new Suggestion("errorOutput", SuggestionKind.Data, "", "the error that was caught");
        }
    }

    private static IEnumerable<Suggestion> Names(List<JsonataToken> tokens, ExpressionScope scope)
    {
        yield return new Suggestion(StatesVariable, SuggestionKind.Variable, "", "the state's input, result and context");
        foreach (string name in FindBound(tokens))
        {
            yield return new Suggestion("$" + name, SuggestionKind.Variable, "", "a variable of this expression");
        }

        foreach (Suggestion variable in scope.Variables)
        {
            yield return variable;
        }

        foreach (JsonataFunction function in JsonataFunctions.OnAws)
        {
            yield return new Suggestion("$" + function.Name, SuggestionKind.Function, $"({function.Parameters})", function.Summary);
        }
    }

    /// <summary>The names that the expression binds before the caret: by <c>:=</c>, <c>@</c> and <c>#</c>, and as parameters.</summary>
    private static IEnumerable<string> FindBound(List<JsonataToken> tokens)
    {
        bool isInParameters = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is("(") && i > 0 && tokens[i - 1] is { Kind: JsonataTokenKind.Name, Text: "function" or "λ" })
            {
                isInParameters = true;
            }
            else if (tokens[i].Is(")"))
            {
                isInParameters = false;
            }
            else if (tokens[i] is { Kind: JsonataTokenKind.Variable, Text.Length: > 0 } variable
                && (isInParameters || (i + 1 < tokens.Count && tokens[i + 1].Is(":=")) || (i > 0 && (tokens[i - 1].Is("@") || tokens[i - 1].Is("#")))))
            {
                yield return variable.Text;
            }
        }
    }

    private static string Quote(string name) => JsonataLexer.IsPlainName(name) ? name : "`" + name + "`";
}
