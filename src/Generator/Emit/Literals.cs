using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace StateMachineGen.Generator.Emit;

/// <summary>C# string literals.</summary>
internal static class Literals
{
    /// <summary>A regular literal.</summary>
    public static string Quote(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>The quotes of a raw literal that can hold the text: one more than its longest run of them, at least three.</summary>
    public static string RawQuotes(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('"', Math.Max(3, longest + 1));
    }

    /// <summary>A text in one line, for the manifest and comments: what would end a line, and the escape itself, as <c>\uXXXX</c>.</summary>
    public static string OneLine(string text) => text.Any(IsEscaped)
        ? string.Concat(text.Select(static c => IsEscaped(c) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : c.ToString()))
        : text;

    /// <summary>Whether a text is one line, to C# as to everybody else.</summary>
    public static bool IsOneLine(string text) => !text.Any(IsBreak);

    private static bool IsEscaped(char c) => c == '\\' || IsBreak(c);

    private static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
