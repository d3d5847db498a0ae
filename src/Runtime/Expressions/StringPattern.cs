using System;
using System.Collections.Immutable;
using System.Text;

namespace StateMachineGen.Expressions;

/// <summary>The pattern of <c>StringMatches</c>: <c>*</c> stands for any characters, <c>\*</c> and <c>\\</c> for themselves.</summary>
internal sealed class StringPattern
{
    private readonly ImmutableArray<string> _parts;

    private StringPattern(ImmutableArray<string> parts) => _parts = parts;

    /// <summary>Reads a pattern, or returns null when it ends with a single backslash.</summary>
    public static StringPattern? Parse(string pattern)
    {
        ImmutableArray<string>.Builder parts = ImmutableArray.CreateBuilder<string>();
        var part = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*':
                    parts.Add(part.ToString());
                    part.Clear();
                    break;
                case '\\' when i + 1 == pattern.Length:
                    return null;
                case '\\':
                    part.Append(pattern[++i]);
                    break;
                default:
                    part.Append(pattern[i]);
                    break;
            }
        }

        parts.Add(part.ToString());
        return new StringPattern(parts.ToImmutable());
    }

    public bool Matches(string text)
    {
        if (_parts.Length == 1)
        {
            return text == _parts[0];
        }

        // The first and the last part are anchored; between them, the leftmost match of each part leaves most for the next.
        ReadOnlySpan<char> rest = text;
        if (rest.Length < _parts[0].Length + _parts[^1].Length
            || !rest.StartsWith(_parts[0], StringComparison.Ordinal) || !rest.EndsWith(_parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        rest = rest[_parts[0].Length..^_parts[^1].Length];
        for (int i = 1; i < _parts.Length - 1; i++)
        {
            int found = rest.IndexOf(_parts[i], StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            rest = rest[(found + _parts[i].Length)..];
        }

        return true;
    }
}
