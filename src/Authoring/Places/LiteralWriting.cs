using Microsoft.CodeAnalysis.CSharp;

namespace StateMachineGen.Authoring;

/// <summary>How text is written inside of a string literal.</summary>
/// <param name="Form">The form of the literal.</param>
/// <param name="IsInterpolated">Whether braces have a meaning in it.</param>
internal readonly record struct LiteralWriting(LiteralForm Form, bool IsInterpolated)
{
    private static readonly char[] s_delimiters = ['"', '\r', '\n'];
    private static readonly char[] s_braces = ['{', '}'];

    /// <summary>The text as it is written; null when a literal of the form cannot hold it where it stands.</summary>
    public string? Write(string text)
    {
        if (Form == LiteralForm.Raw)
        {
            return text.IndexOfAny(s_delimiters) >= 0 || (IsInterpolated && text.IndexOfAny(s_braces) >= 0) ? null : text;
        }

        string quoted = SymbolDisplay.FormatLiteral(text, quote: true);
        string written = Form == LiteralForm.Verbatim ? text.Replace("\"", "\"\"") : quoted.Substring(1, quoted.Length - 2);
        return IsInterpolated ? written.Replace("{", "{{").Replace("}", "}}") : written;
    }
}
