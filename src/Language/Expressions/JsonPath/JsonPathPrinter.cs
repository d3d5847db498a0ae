using System.Globalization;
using System.Text;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>
/// Writes a JSONPath in canonical text: dots before plain names, brackets with single quotes around all others, parentheses only where a
/// condition needs them. The parser reads the text back as an equal tree.
/// </summary>
public static class JsonPathPrinter
{
    /// <summary>Writes a node.</summary>
    public static string Print(JsonPathSyntax node)
    {
        var text = new StringBuilder();
        Print(text, node);
        return text.ToString();
    }

    /// <summary>Writes a node at the end of a text.</summary>
    internal static void Print(StringBuilder text, JsonPathSyntax node)
    {
        switch (node)
        {
            case JsonPathQuery query:
                PrintQuery(text, query);
                break;
            case JsonPathSegment segment:
                PrintSegment(text, segment);
                break;
            case JsonPathSelector selector:
                PrintSelector(text, selector);
                break;
            case JsonPathName name:
                PrintString(text, name.Value);
                break;
            case JsonPathIndex index:
                text.Append(index.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case JsonPathCondition condition:
                PrintCondition(text, condition);
                break;
            case JsonPathOperand operand:
                PrintLiteral(text, operand);
                break;
            case JsonPathMember member:
                PrintString(text, member.Name);
                text.Append(": ");
                Print(text, member.Value);
                break;
        }
    }

    private static void PrintQuery(StringBuilder text, JsonPathQuery query)
    {
        text.Append(query.Root switch
        {
            PathRoot.Context => "$$",
            PathRoot.Current => "@",
            _ => "$",
        });
        text.Append(query.Variable);
        foreach (JsonPathSegment segment in query.Segments)
        {
            PrintSegment(text, segment);
        }
    }

    private static void PrintSegment(StringBuilder text, JsonPathSegment segment)
    {
        switch (segment.Selector)
        {
            case JsonPathNames { Names: { Count: 1 } names } when IsPlain(names[0].Value):
                text.Append(segment.IsDescendant ? ".." : ".").Append(names[0].Value);
                break;
            case JsonPathFunction function:
                text.Append(segment.IsDescendant ? ".." : ".");
                PrintSelector(text, function);
                break;
            default:
                text.Append(segment.IsDescendant ? ".." : "");
                PrintSelector(text, segment.Selector);
                break;
        }
    }

    private static void PrintSelector(StringBuilder text, JsonPathSelector selector)
    {
        switch (selector)
        {
            case JsonPathNames names:
                PrintList(text, '[', names.Names, ']');
                break;
            case JsonPathIndices indices:
                PrintList(text, '[', indices.Indices, ']');
                break;
            case JsonPathSlice slice:
                text.Append('[').Append(Bound(slice.From)).Append(':').Append(Bound(slice.To));
                text.Append(slice.Step is null ? "" : ":" + Bound(slice.Step)).Append(']');
                break;
            case JsonPathWildcard:
                text.Append("[*]");
                break;
            case JsonPathFilter filter:
                text.Append("[?(");
                PrintCondition(text, filter.Condition);
                text.Append(")]");
                break;
            case JsonPathFunction function:
                text.Append(function.Name);
                PrintList(text, '(', function.Arguments, ')');
                break;
        }
    }

    private static void PrintCondition(StringBuilder text, JsonPathCondition condition)
    {
        switch (condition)
        {
            case JsonPathOr or:
                PrintOperands(text, or.Operands, " || ", isOr: true);
                break;
            case JsonPathAnd and:
                PrintOperands(text, and.Operands, " && ", isOr: false);
                break;
            case JsonPathNot not:
                text.Append('!');
                PrintEnclosed(text, not.Operand);
                break;
            case JsonPathExists exists:
                PrintQuery(text, exists.Path);
                break;
            case JsonPathComparison comparison:
                Print(text, comparison.Left);
                text.Append(' ').Append(JsonPathOperators.TextOf(comparison.Operator)).Append(' ');
                Print(text, comparison.Right);
                break;
        }
    }

    private static void PrintOperands(StringBuilder text, SyntaxList<JsonPathCondition> operands, string separator, bool isOr)
    {
        for (int i = 0; i < operands.Count; i++)
        {
            text.Append(i > 0 ? separator : "");
            if (operands[i] is JsonPathOr || (operands[i] is JsonPathAnd && !isOr))
            {
                PrintEnclosed(text, operands[i]);
            }
            else
            {
                PrintCondition(text, operands[i]);
            }
        }
    }

    private static void PrintEnclosed(StringBuilder text, JsonPathCondition condition)
    {
        text.Append('(');
        PrintCondition(text, condition);
        text.Append(')');
    }

    private static void PrintLiteral(StringBuilder text, JsonPathOperand literal)
    {
        switch (literal)
        {
            case JsonPathString @string:
                PrintString(text, @string.Value);
                break;
            case JsonPathWord word:
                text.Append(word.Text);
                break;
            case JsonPathNumber number:
                text.Append(number.Text);
                break;
            case JsonPathBoolean boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            case JsonPathRegex regex:
                text.Append('/').Append(regex.Pattern).Append('/').Append(regex.Flags);
                break;
            case JsonPathArray array:
                PrintList(text, '[', array.Items, ']');
                break;
            case JsonPathObject @object:
                PrintList(text, '{', @object.Members, '}');
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void PrintList<T>(StringBuilder text, char open, SyntaxList<T> items, char close)
        where T : JsonPathSyntax
    {
        text.Append(open);
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            Print(text, items[i]);
        }

        text.Append(close);
    }

    private static void PrintString(StringBuilder text, string value)
    {
        text.Append('\'');
        foreach (char c in value)
        {
            text.Append(c is '\'' or '\\' ? "\\" : "").Append(c);
        }

        text.Append('\'');
    }

    private static string Bound(int? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool IsPlain(string name)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
