using System;
using System.Collections.Generic;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Functions of strings, as far as they need no pattern. Characters are those of Unicode, not halves of surrogate pairs.</summary>
internal static class StringFunctions
{
    private const string Blanks = " \t\n\r";

    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("string", ToText);
        bodies.Add("length", static (a, _) => a.TryGetText(0, out string? text) ? JsonNumber.Of((double)CountCharacters(text)) : null);
        bodies.Add("substring", Substring);
        bodies.Add("substringBefore", static (a, _) => Cut(a, static (text, index, _) => text[..index]));
        bodies.Add("substringAfter", static (a, _) => Cut(a, static (text, index, length) => text[(index + length)..]));
        bodies.Add("uppercase", static (a, _) => a.TryGetText(0, out string? text) ? new JsonString(text.ToUpperInvariant()) : null);
        bodies.Add("lowercase", static (a, _) => a.TryGetText(0, out string? text) ? new JsonString(text.ToLowerInvariant()) : null);
        bodies.Add("trim", static (a, _) => a.TryGetText(0, out string? text) ? new JsonString(Trim(text)) : null);
        bodies.Add("pad", Pad);
        bodies.Add("join", Join);
    }

    public static int CountCharacters(string text)
    {
        int count = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Where the character of a number begins in the text's UTF-16, or where the text ends.</summary>
    private static int OffsetOf(string text, double character)
    {
        int offset = 0;
        for (double i = 0; i < character && offset < text.Length; i++)
        {
            offset += char.IsSurrogatePair(text, offset) ? 2 : 1;
        }

        return offset;
    }

    private static JsonString? ToText(JsonValue?[] arguments, Caller caller)
    {
        // The array that is the input of the whole expression is one value while it is the context, but is written as it is.
        JsonValue? value = arguments[0] == caller.Run.WrappedInput ? caller.Run.Root : arguments[0];
        bool isIndented = arguments[1] is JsonBoolean { Value: true };
        string? text = value switch
        {
            null => null,
            JsonArray or JsonObject => ValueText.ToJson(value, isIndented),
            _ => ValueText.Of(value),
        };
        caller.Run.Spend((text?.Length ?? 0) >> 4);
        return text is null ? null : new JsonString(text);
    }

    private static JsonString? Substring(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text) || !arguments.TryGetNumber(1, out double start))
        {
            return arguments.TryGetText(0, out text) ? new JsonString(text) : null;
        }

        int count = CountCharacters(text);
        start = start + count < 0 ? 0 : start;
        double first = Math.Truncate(start) + (start < 0 ? count : 0);
        double end = count;
        if (arguments.TryGetNumber(2, out double length))
        {
            if (length <= 0)
            {
                return JsonString.Empty;
            }

            end = Math.Truncate((start < 0 ? count + start : start) + length);
        }

        int from = OffsetOf(text, first);
        int to = OffsetOf(text, end);
        return new JsonString(from < to ? text[from..to] : "");
    }

    private static JsonString? Cut(JsonValue?[] arguments, Func<string, int, int, string> cut)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        string sought = arguments.Text(1) ?? "";
        int index = text.IndexOf(sought, StringComparison.Ordinal);
        return new JsonString(index < 0 ? text : cut(text, index, sought.Length));
    }

    private static string Trim(string text)
    {
        var trimmed = new StringBuilder(text.Length);
        bool isBlankBefore = true;
        foreach (char c in text)
        {
            bool isBlank = Blanks.Contains(c, StringComparison.Ordinal);
            if (!isBlank || !isBlankBefore)
            {
                trimmed.Append(isBlank ? ' ' : c);
            }

            isBlankBefore = isBlank;
        }

        return trimmed.Length > 0 && isBlankBefore ? trimmed.ToString(0, trimmed.Length - 1) : trimmed.ToString();
    }

    private static JsonString? Pad(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        double width = Math.Truncate(arguments.Number(1) ?? 0);
        string fill = arguments.Text(2) is { Length: > 0 } given ? given : " ";
        double missing = Math.Abs(width) - CountCharacters(text);
        if (missing <= 0)
        {
            return new JsonString(text);
        }

        caller.Run.Allocate(missing);
        caller.Run.Spend((long)missing);
        var padding = new StringBuilder();
        int fillCount = CountCharacters(fill);
        for (int i = 0; i < missing; i++)
        {
            AppendCharacter(padding, fill, i % fillCount);
        }

        return new JsonString(width > 0 ? text + padding : padding + text);
    }

    private static void AppendCharacter(StringBuilder text, string source, int character)
    {
        int offset = OffsetOf(source, character);
        text.Append(source, offset, char.IsSurrogatePair(source, offset) ? 2 : 1);
    }

    private static JsonString? Join(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        string separator = arguments.Text(1) ?? "";
        var joined = new StringBuilder();
        for (int i = 0; i < array.Items.Length; i++)
        {
            joined.Append(i > 0 ? separator : "").Append(((JsonString)array.Items[i]).Value);
        }

        caller.Run.Spend(array.Items.Length + (joined.Length >> 4));
        return new JsonString(joined.ToString());
    }
}
