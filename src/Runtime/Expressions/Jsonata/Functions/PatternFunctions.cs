using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Functions that take a pattern: a string, or a function as regular expressions are.</summary>
internal static class PatternFunctions
{
    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("contains", Contains);
        bodies.Add("split", Split);
        bodies.Add("match", Match);
        bodies.Add("replace", Replace);
    }

    private static JsonBoolean? Contains(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        caller.Run.Spend(text.Length >> 4);
        return JsonBoolean.Of(arguments[1] is FunctionValue pattern
            ? new Matcher(pattern, text, caller).IsMatch
            : text.Contains(arguments.Text(1) ?? "", StringComparison.Ordinal));
    }

    private static JsonArray? Split(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        double? limit = arguments.Number(2);
        if (limit < 0)
        {
            throw new JsonataFailure("D3020", "Third argument of split function must evaluate to a positive number");
        }

        caller.Run.Spend(text.Length);
        var parts = default(SequenceBuilder);
        switch (arguments[1])
        {
            case FunctionValue pattern:
                SplitByPattern(text, pattern, limit, caller, ref parts);
                break;
            case JsonString separator:
                SplitByText(text, separator.Value, Math.Floor(limit ?? int.MaxValue), ref parts);
                break;
            default:
                parts.Add(new JsonString(text));
                break;
        }

        return new JsonArray(parts.ToArray());
    }

    private static void SplitByText(string text, string separator, double limit, ref SequenceBuilder parts)
    {
        int start = 0;
        while (parts.Count < limit)
        {
            // Nothing stands between all characters, but not at the ends.
            int next = separator.Length > 0
                ? text.IndexOf(separator, start, StringComparison.Ordinal)
                : start + 1 < text.Length ? start + 1 : -1;
            if (next < 0)
            {
                if (separator.Length > 0 || text.Length > 0)
                {
                    parts.Add(new JsonString(text[start..]));
                }

                return;
            }

            parts.Add(new JsonString(text[start..next]));
            start = next + separator.Length;
        }
    }

    private static void SplitByPattern(string text, FunctionValue pattern, double? limit, Caller caller, ref SequenceBuilder parts)
    {
        var match = new Matcher(pattern, text, caller);
        if (!match.IsMatch)
        {
            parts.Add(new JsonString(text));
            return;
        }

        int start = 0;
        for (; match.IsMatch && IsBelow(parts.Count, limit); match.MoveNext())
        {
            parts.Add(new JsonString(start < match.Start ? text[start..match.Start] : ""));
            start = match.End;
        }

        if (IsBelow(parts.Count, limit))
        {
            parts.Add(new JsonString(text[start..]));
        }
    }

    private static JsonataSequence? Match(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        double? limit = arguments.Number(2);
        if (limit < 0)
        {
            throw new JsonataFailure("D3040", "Third argument of match function must evaluate to a positive number");
        }

        var matches = default(SequenceBuilder);
        if (limit is null or > 0)
        {
            for (var match = new Matcher((FunctionValue)arguments[1]!, text, caller);
                match.IsMatch && IsBelow(matches.Count, limit);
                match.MoveNext())
            {
                matches.Add(match.Describe("index"));
            }
        }

        return matches.ToSequence(caller.Run);
    }

    private static JsonString? Replace(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        if (arguments[1] is JsonString { Value: "" })
        {
            throw new JsonataFailure("D3010", "Second argument of replace function cannot be an empty string");
        }

        double? limit = arguments.Number(3);
        if (limit < 0)
        {
            throw new JsonataFailure("D3011", "Fourth argument of replace function must evaluate to a positive number");
        }

        var replaced = new StringBuilder();
        int start = 0;
        if (arguments[1] is FunctionValue pattern)
        {
            var match = limit is null or > 0 ? new Matcher(pattern, text, caller) : default;
            for (int count = 0; match.IsMatch && IsBelow(count, limit); count++, match.MoveNext())
            {
                string replacement = Replacement(arguments[2], match, caller);
                caller.Run.Spend(1 + (replacement.Length >> 4));
                replaced.Append(text, start, Math.Max(0, match.Start - start)).Append(replacement);
                start = Math.Min(text.Length, match.Start + match.Text.Length);
            }
        }
        else if (arguments[1] is JsonString { Value: string sought })
        {
            string replacement = arguments.Text(2) ?? throw NoString();
            int index = text.IndexOf(sought, StringComparison.Ordinal);
            for (int count = 0; index >= 0 && IsBelow(count, limit); count++)
            {
                caller.Run.Spend(1 + (replacement.Length >> 4));
                replaced.Append(text, start, index - start).Append(replacement);
                start = index + sought.Length;
                index = text.IndexOf(sought, start, StringComparison.Ordinal);
            }
        }

        return new JsonString(replaced.Append(text, start, text.Length - start).ToString());
    }

    private static string Replacement(JsonValue? replacement, Matcher match, Caller caller) => replacement switch
    {
        JsonString template => Fill(template.Value, match),
        FunctionValue function => HigherOrderFunctions.Call(function, caller, match.Describe("start")) is JsonString text
            ? text.Value
            : throw NoString(),
        _ => throw NoString(),
    };

    /// <summary>The replacement with <c>$0</c> for the match, <c>$1</c> and so on for its groups, and <c>$$</c> for a dollar.</summary>
    private static string Fill(string template, Matcher match)
    {
        var text = new StringBuilder();
        int position = 0;
        for (int dollar = template.IndexOf('$'); dollar >= 0; dollar = template.IndexOf('$', position))
        {
            text.Append(template, position, dollar - position);
            position = dollar + 1;
            char next = position < template.Length ? template[position] : '\0';
            if (next is '$' or '0')
            {
                text.Append(next == '$' ? "$" : match.Text);
                position++;
            }
            else if (char.IsAsciiDigit(next))
            {
                position += AppendGroup(text, template.AsSpan(position), match.Groups);
            }
            else
            {
                text.Append('$');
            }
        }

        return text.Append(template, position, template.Length - position).ToString();
    }

    /// <summary>Appends the group of a number, read with as many digits as make sense, and tells how many digits that was.</summary>
    private static int AppendGroup(StringBuilder text, ReadOnlySpan<char> digits, JsonValue[] groups)
    {
        int most = Math.Max(1, groups.Length.ToString(CultureInfo.InvariantCulture).Length);
        int length = 0;
        while (length < most && length < digits.Length && char.IsAsciiDigit(digits[length]))
        {
            length++;
        }

        int number = int.Parse(digits[..length], CultureInfo.InvariantCulture);
        if (number > groups.Length && length > 1)
        {
            length--;
            number = int.Parse(digits[..length], CultureInfo.InvariantCulture);
        }

        if (number > 0 && number <= groups.Length)
        {
            text.Append((groups[number - 1] as JsonString)?.Value);
        }

        return length;
    }

    private static bool IsBelow(int count, double? limit) => limit is null || count < limit;

    private static JsonataFailure NoString() => new("D3012", "Attempted to replace a matched string with a non-string value");
}
