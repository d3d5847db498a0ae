using System.Globalization;
using System.Text;

namespace StateMachineGen.Language.Json;

/// <summary>
/// Writes JSON in one canonical layout: two spaces, <c>\n</c> on every system, members in the order of the nodes. The
/// same nodes give the same characters wherever a build runs, so the text can be reviewed, compared and checked in.
/// </summary>
public static class JsonWriter
{
    /// <summary>Writes a value over several lines, without a newline at the end.</summary>
    public static string Write(JsonSyntax value)
    {
        var text = new StringBuilder();
        Write(text, value, depth: 0);
        return text.ToString();
    }

    /// <summary>Writes a value in one line without blanks.</summary>
    public static string WriteCompact(JsonSyntax value)
    {
        var text = new StringBuilder();
        Write(text, value, depth: -1);
        return text.ToString();
    }

    /// <summary>Writes a string with its quotes. Only what JSON demands is escaped, so other scripts stay readable.</summary>
    public static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            switch (c)
            {
                case '"':
                    text.Append("\\\"");
                    break;
                case '\\':
                    text.Append("\\\\");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                default:
                    if (MustEscape(value, i))
                    {
                        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        text.Append(c);
                    }

                    break;
            }
        }

        text.Append('"');
    }

    /// <summary>
    /// Control characters by the grammar; lone surrogates because UTF-8 cannot hold them; the two line separators
    /// because C# ends a line there, which would break the text when it stands in a raw string literal.
    /// </summary>
    private static bool MustEscape(string value, int index)
    {
        char c = value[index];
        if (char.IsHighSurrogate(c))
        {
            return index + 1 == value.Length || !char.IsLowSurrogate(value[index + 1]);
        }

        if (char.IsLowSurrogate(c))
        {
            return index == 0 || !char.IsHighSurrogate(value[index - 1]);
        }

        return char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF';
    }

    private static void Write(StringBuilder text, JsonSyntax value, int depth)
    {
        switch (value)
        {
            case JsonObjectSyntax { Members.Length: 0 }:
                text.Append("{}");
                break;
            case JsonObjectSyntax @object:
                int members = 0;
                text.Append('{');
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    Separate(text, members++, depth);
                    WriteString(text, member.Name);
                    text.Append(depth < 0 ? ":" : ": ");
                    Write(text, member.Value, Deeper(depth));
                }

                NewLine(text, depth);
                text.Append('}');
                break;
            case JsonArraySyntax { Items.Length: 0 }:
                text.Append("[]");
                break;
            case JsonArraySyntax array:
                int items = 0;
                text.Append('[');
                foreach (JsonSyntax item in array.Items)
                {
                    Separate(text, items++, depth);
                    Write(text, item, Deeper(depth));
                }

                NewLine(text, depth);
                text.Append(']');
                break;
            case JsonStringSyntax @string:
                WriteString(text, @string.Value);
                break;
            case JsonNumberSyntax number:
                text.Append(number.Text);
                break;
            case JsonBooleanSyntax boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static int Deeper(int depth) => depth < 0 ? depth : depth + 1;

    private static void Separate(StringBuilder text, int index, int depth)
    {
        if (index > 0)
        {
            text.Append(',');
        }

        NewLine(text, Deeper(depth));
    }

    private static void NewLine(StringBuilder text, int depth)
    {
        if (depth >= 0)
        {
            text.Append('\n').Append(' ', 2 * depth);
        }
    }
}
