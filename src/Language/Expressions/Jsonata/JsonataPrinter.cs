using System.Collections.Generic;
using System.Text;
using StateMachineGen.Language.Json;
using Powers = StateMachineGen.Language.Expressions.Jsonata.JsonataOperators.Powers;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>
/// Writes JSONata in canonical text. The parser reads it back as an equal tree if the tree came from a text; in a tree made by program,
/// parentheses are put where an operation would otherwise be read otherwise, and they are blocks when they are read.
/// </summary>
public static class JsonataPrinter
{
    /// <summary>Writes a node.</summary>
    public static string Print(JsonataSyntax node)
    {
        var text = new StringBuilder();
        Print(text, node);
        return text.ToString();
    }

    private static void Print(StringBuilder text, JsonataSyntax node)
    {
        if (!PrintTerminal(text, node) && !PrintPostfix(text, node) && !PrintOperation(text, node))
        {
            PrintEnclosed(text, node);
        }
    }

    private static bool PrintTerminal(StringBuilder text, JsonataSyntax node)
    {
        switch (node)
        {
            case JsonataName name:
                string quote = JsonataLexer.IsPlainName(name.Value) ? "" : "`";
                text.Append(quote).Append(name.Value).Append(quote);
                return true;
            case JsonataVariable variable:
                text.Append('$').Append(variable.Name);
                return true;
            case JsonataString @string:
                JsonWriter.WriteString(text, @string.Value);
                return true;
            case JsonataNumber number:
                text.Append(number.Text);
                return true;
            case JsonataBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                return true;
            case JsonataNull:
                text.Append("null");
                return true;
            case JsonataRegex regex:
                text.Append('/').Append(regex.Pattern).Append('/').Append(regex.Flags);
                return true;
            case JsonataWildcard:
                text.Append('*');
                return true;
            case JsonataDescendants:
                text.Append("**");
                return true;
            case JsonataParent:
                text.Append('%');
                return true;
            case JsonataPlaceholder:
                text.Append('?');
                return true;
            case JsonataSignature signature:
                text.Append(signature.Text);
                return true;
            default:
                return false;
        }
    }

    private static bool PrintPostfix(StringBuilder text, JsonataSyntax node)
    {
        switch (node)
        {
            case JsonataFilter filter:
                PrintLeft(text, filter.Target, Powers.Postfix);
                PrintList(text, "[", [filter.Predicate], ", ", "]");
                return true;
            case JsonataKeepArray keep:
                PrintLeft(text, keep.Target, Powers.Postfix);
                text.Append("[]");
                return true;
            case JsonataFocus focus:
                PrintLeft(text, focus.Target, Powers.Postfix);
                text.Append("@$").Append(focus.Variable.Name);
                return true;
            case JsonataPosition position:
                PrintLeft(text, position.Target, Powers.Postfix);
                text.Append("#$").Append(position.Variable.Name);
                return true;
            case JsonataCall call:
                PrintLeft(text, call.Function, Powers.Postfix);
                PrintList(text, "(", call.Arguments, ", ", ")");
                return true;
            case JsonataGroup group:
                PrintLeft(text, group.Target, Powers.Group);
                PrintList(text, "{", group.Pairs, ", ", "}");
                return true;
            case JsonataSort sort:
                PrintLeft(text, sort.Target, Powers.Sort);
                PrintList(text, "^(", sort.Terms, ", ", ")");
                return true;
            case JsonataSortTerm term:
                text.Append(term.IsDescending ? ">" : "");
                Print(text, term.Key);
                return true;
            case JsonataPair pair:
                PrintBeforeColon(text, pair.Key);
                text.Append(": ");
                Print(text, pair.Value);
                return true;
            default:
                return false;
        }
    }

    private static bool PrintOperation(StringBuilder text, JsonataSyntax node)
    {
        switch (node)
        {
            case JsonataPath path:
                PrintPath(text, path);
                return true;
            case JsonataNegation negation:
                text.Append('-');
                PrintRight(text, negation.Operand, Powers.Negation);
                return true;
            case JsonataBinary binary:
                string symbol = JsonataOperators.TextOf(binary.Operator);
                int power = JsonataOperators.PowerOf(symbol);
                PrintWrapped(text, binary.Left, RightPower(binary.Left) >= power && !(symbol == "/" && EndsBeforeRegex(binary.Left)));
                text.Append(' ').Append(symbol).Append(' ');
                PrintRight(text, binary.Right, power);
                return true;
            case JsonataApplication application:
                PrintInfix(text, application.Input, "~>", Powers.Application, application.Function, Powers.Application);
                return true;
            case JsonataDefault @default:
                PrintInfix(text, @default.Value, @default.IsCoalescing ? "??" : "?:", Powers.Default, @default.Fallback, 0);
                return true;
            case JsonataBinding binding:
                PrintInfix(text, binding.Variable, ":=", Powers.Binding, binding.Value, Powers.Binding - 1);
                return true;
            case JsonataCondition { Else: { } @else } condition:
                PrintLeft(text, condition.Condition, Powers.Condition);
                text.Append(" ? ");
                PrintBeforeColon(text, condition.Then);
                text.Append(" : ");
                Print(text, @else);
                return true;
            case JsonataCondition condition:
                PrintInfix(text, condition.Condition, "?", Powers.Condition, condition.Then, 0);
                return true;
            case JsonataRange range:
                Print(text, range.First);
                text.Append("..");
                Print(text, range.Last);
                return true;
            default:
                return false;
        }
    }

    private static void PrintEnclosed(StringBuilder text, JsonataSyntax node)
    {
        switch (node)
        {
            case JsonataBlock block:
                PrintList(text, "(", block.Expressions, "; ", ")");
                break;
            case JsonataArray array:
                PrintList(text, "[", array.Items, ", ", "]");
                break;
            case JsonataObject @object:
                PrintList(text, "{", @object.Pairs, ", ", "}");
                break;
            case JsonataLambda lambda:
                PrintList(text, "function(", lambda.Parameters, ", ", ")");
                text.Append(lambda.Signature?.Text);
                PrintList(text, "{", [lambda.Body], ", ", "}");
                break;
            case JsonataTransform { Delete: { } delete } transform:
                PrintList(text, "|", [transform.Pattern], "", "|");
                PrintList(text, "", [transform.Update, delete], ", ", "|");
                break;
            case JsonataTransform transform:
                PrintList(text, "|", [transform.Pattern, transform.Update], "|", "|");
                break;
        }
    }

    private static void PrintPath(StringBuilder text, JsonataPath path)
    {
        for (int i = 0; i < path.Steps.Count; i++)
        {
            JsonataSyntax step = path.Steps[i];
            bool isLeftSafe = i == 0 || LeftPower(step) > Powers.Path;
            bool isRightSafe = i == path.Steps.Count - 1 || RightPower(step) >= Powers.Path;
            text.Append(i > 0 ? "." : "");
            PrintWrapped(text, step, isLeftSafe && isRightSafe);
        }
    }

    private static void PrintInfix(StringBuilder text, JsonataSyntax left, string symbol, int power, JsonataSyntax right, int rightPower)
    {
        PrintLeft(text, left, power);
        text.Append(' ').Append(symbol).Append(' ');
        PrintRight(text, right, rightPower);
    }

    /// <summary>Writes what a symbol of this power follows: the symbol must not be drawn into its last operand.</summary>
    private static void PrintLeft(StringBuilder text, JsonataSyntax node, int power) => PrintWrapped(text, node, RightPower(node) >= power);

    /// <summary>Writes what follows a symbol of this power: its first operand must not be drawn to the symbol.</summary>
    private static void PrintRight(StringBuilder text, JsonataSyntax node, int power) => PrintWrapped(text, node, LeftPower(node) > power);

    /// <summary>Writes what a colon follows, which a condition without an else would take for its own.</summary>
    private static void PrintBeforeColon(StringBuilder text, JsonataSyntax node) => PrintWrapped(text, node, !EndsWithoutElse(node));

    private static void PrintWrapped(StringBuilder text, JsonataSyntax node, bool isSafe)
    {
        text.Append(isSafe ? "" : "(");
        Print(text, node);
        text.Append(isSafe ? "" : ")");
    }

    private static void PrintList<T>(StringBuilder text, string open, IReadOnlyList<T> items, string separator, string close)
        where T : JsonataSyntax
    {
        text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i > 0 ? separator : "");
            Print(text, items[i]);
        }

        text.Append(close);
    }

    /// <summary>The least power of the symbols that bind the node's first operand.</summary>
    private static int LeftPower(JsonataSyntax node)
    {
        int least = int.MaxValue;
        for (JsonataSyntax? next = node; next is not null;)
        {
            (int power, next) = next switch
            {
                JsonataPath path => (Powers.Path, path.Steps[0]),
                JsonataFilter filter => (Powers.Postfix, filter.Target),
                JsonataKeepArray keep => (Powers.Postfix, keep.Target),
                JsonataFocus focus => (Powers.Postfix, focus.Target),
                JsonataPosition position => (Powers.Postfix, position.Target),
                JsonataCall call => (Powers.Postfix, call.Function),
                JsonataGroup group => (Powers.Group, group.Target),
                JsonataSort sort => (Powers.Sort, sort.Target),
                JsonataBinary binary => (PowerOf(binary.Operator), binary.Left),
                JsonataApplication application => (Powers.Application, application.Input),
                JsonataDefault @default => (Powers.Default, @default.Value),
                JsonataCondition condition => (Powers.Condition, condition.Condition),
                JsonataBinding binding => (Powers.Binding, binding.Variable),
                _ => (int.MaxValue, (JsonataSyntax?)null),
            };
            least = System.Math.Min(least, power);
        }

        return least;
    }

    /// <summary>The least power that a symbol after the node must have so that it is drawn into the node's last operand.</summary>
    private static int RightPower(JsonataSyntax node)
    {
        int least = int.MaxValue;
        for (JsonataSyntax? next = node; next is not null;)
        {
            (int power, next) = LastOperand(next);
            least = System.Math.Min(least, power);
        }

        return least;
    }

    private static bool EndsWithoutElse(JsonataSyntax node)
    {
        for (JsonataSyntax? next = node; next is not null; next = LastOperand(next).Operand)
        {
            if (next is JsonataCondition { Else: null })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether the node ends with what JSONata takes to come before an operand, so that a slash would begin a regular expression.
    /// </summary>
    private static bool EndsBeforeRegex(JsonataSyntax node)
    {
        JsonataSyntax last = node;
        while (LastOperand(last).Operand is { } operand)
        {
            last = operand;
        }

        return last is JsonataKeepArray or JsonataSort or JsonataLambda or JsonataTransform;
    }

    private static (int Power, JsonataSyntax? Operand) LastOperand(JsonataSyntax node) => node switch
    {
        JsonataPath path => (Powers.Path, path.Steps[path.Steps.Count - 1]),
        JsonataNegation negation => (Powers.Negation, negation.Operand),
        JsonataBinary binary => (PowerOf(binary.Operator), binary.Right),
        JsonataApplication application => (Powers.Application, application.Function),
        JsonataDefault @default => (0, @default.Fallback),
        JsonataCondition condition => (0, condition.Else ?? condition.Then),
        JsonataBinding binding => (Powers.Binding - 1, binding.Value),
        _ => (int.MaxValue, null),
    };

    private static int PowerOf(JsonataOperator @operator) => JsonataOperators.PowerOf(JsonataOperators.TextOf(@operator));
}
