using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Lays JSON out for people: what is short stands in one line, the rest is broken over several.</summary>
internal static class JsonLayout
{
    /// <summary>What is deeper stays in one line; else text that nests for its own sake would consist of indentation.</summary>
    private const int MaxDepth = 16;

    /// <summary>The value in one line, or null when it is longer.</summary>
    public static string? WriteLine(JsonSyntax value, int width)
    {
        var text = new StringBuilder();
        return TryAppend(text, value, width) ? text.ToString() : null;
    }

    /// <summary>The value over as many lines as it takes, each as long as the width if it can be broken.</summary>
    public static string[] WriteLines(JsonSyntax value, int width)
    {
        List<string> lines = [];
        Write(lines, new StringBuilder(), value, "", depth: 0, width);
        return [.. lines];
    }

    private static void Write(List<string> lines, StringBuilder line, JsonSyntax value, string end, int depth, int width)
    {
        int start = line.Length;
        if (TryAppend(line, value, depth < MaxDepth ? width - end.Length : int.MaxValue))
        {
            lines.Add(line.Append(end).ToString());
            return;
        }

        line.Length = start;
        switch (value)
        {
            case JsonObjectSyntax @object:
                lines.Add(line.Append('{').ToString());
                for (int i = 0; i < @object.Members.Length; i++)
                {
                    StringBuilder member = Begin(depth + 1);
                    AppendString(member, @object.Members[i].Name);
                    member.Append(": ");
                    Write(lines, member, @object.Members[i].Value, i + 1 < @object.Members.Length ? "," : "", depth + 1, width);
                }

                lines.Add(Begin(depth).Append('}').Append(end).ToString());
                break;
            case JsonArraySyntax array:
                lines.Add(line.Append('[').ToString());
                for (int i = 0; i < array.Items.Length; i++)
                {
                    Write(lines, Begin(depth + 1), array.Items[i], i + 1 < array.Items.Length ? "," : "", depth + 1, width);
                }

                lines.Add(Begin(depth).Append(']').Append(end).ToString());
                break;
            default:
                TryAppend(line, value, int.MaxValue);
                lines.Add(line.Append(end).ToString());
                break;
        }
    }

    private static StringBuilder Begin(int depth) => new StringBuilder().Append(' ', 2 * depth);

    /// <summary>Appends the value, but gives up, with text left over, once the line is too long; so no value is laid out twice at full length.</summary>
    private static bool TryAppend(StringBuilder line, JsonSyntax value, int width)
    {
        switch (value)
        {
            case JsonObjectSyntax { Members.IsEmpty: true }:
                line.Append("{}");
                break;
            case JsonObjectSyntax @object:
                for (int i = 0; i < @object.Members.Length; i++)
                {
                    if (@object.Members[i].Name.Length > width)
                    {
                        return false;
                    }

                    line.Append(i == 0 ? "{ " : ", ");
                    AppendString(line, @object.Members[i].Name);
                    line.Append(": ");
                    if (line.Length > width || !TryAppend(line, @object.Members[i].Value, width))
                    {
                        return false;
                    }
                }

                line.Append(" }");
                break;
            case JsonArraySyntax array:
                line.Append('[');
                for (int i = 0; i < array.Items.Length; i++)
                {
                    if (i > 0)
                    {
                        line.Append(", ");
                    }

                    if (line.Length > width || !TryAppend(line, array.Items[i], width))
                    {
                        return false;
                    }
                }

                line.Append(']');
                break;
            case JsonStringSyntax text when text.Value.Length > width:
                return false;
            case JsonStringSyntax text:
                AppendString(line, text.Value);
                break;
            case JsonNumberSyntax number:
                line.Append(number.Text);
                break;
            case JsonBooleanSyntax boolean:
                line.Append(boolean.Value ? "true" : "false");
                break;
            default:
                line.Append("null");
                break;
        }

        return line.Length <= width;
    }

    /// <summary>JSON's own escapes, and one for whatever else cannot stand in source as it is.</summary>
    private static void AppendString(StringBuilder line, string text)
    {
        if (!text.AsSpan().ContainsAny(StringLiteral.Unsafe))
        {
            JsonWriter.WriteString(line, text);
            return;
        }

        var written = new StringBuilder();
        JsonWriter.WriteString(written, text);
        foreach (char c in written.ToString())
        {
            _ = StringLiteral.Unsafe.Contains(c) ? line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)) : line.Append(c);
        }
    }
}
