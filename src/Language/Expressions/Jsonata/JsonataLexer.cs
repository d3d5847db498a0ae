using System;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>
/// Divides an expression into tokens. A slash begins a regular expression where an operand may stand and is a division elsewhere; only
/// the parser knows which, so it asks for one token at a time.
/// </summary>
internal sealed class JsonataLexer(string text, TextRange window)
{
    /// <summary>The symbols of one character. Each of them ends a name, also those two that are no operators.</summary>
    private const string Symbols = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private readonly int _end = window.End;
    private int _position = window.Start;

    /// <summary>The first fault, or null.</summary>
    public ExpressionError? Error { get; private set; }

    public static bool IsWhiteSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\v';

    /// <summary>Whether a name can be written without backquotes.</summary>
    public static bool IsPlainName(string name)
    {
        if (name is "" or "and" or "or" or "in" or "true" or "false" or "null" || name[0] is '$' or '"' or '\'' or '`' || IsDigit(name[0]))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (EndsName(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the next token.</summary>
    /// <param name="isOperand">Whether an operand may stand here, so that a slash begins a regular expression.</param>
    /// <returns>The token, or null after a fault.</returns>
    public JsonataToken? Next(bool isOperand)
    {
        if (!SkipBlanksAndComments())
        {
            return null;
        }

        if (_position == _end)
        {
            return new JsonataToken(JsonataTokenKind.End, "", new TextRange(_end, 0));
        }

        char c = text[_position];
        if (c == '/' && isOperand)
        {
            return ReadRegex();
        }

        if (Symbols.IndexOf(c) >= 0)
        {
            return ReadSymbol(c);
        }

        return c switch
        {
            '"' or '\'' => ReadString(c),
            >= '0' and <= '9' => ReadNumber(),
            '`' => ReadQuotedName(),
            _ => ReadWord(),
        };
    }

    private static bool EndsName(char c) => IsWhiteSpace(c) || Symbols.IndexOf(c) >= 0;

    private bool SkipBlanksAndComments()
    {
        while (true)
        {
            while (_position < _end && IsWhiteSpace(text[_position]))
            {
                _position++;
            }

            if (Peek(0) != '/' || Peek(1) != '*')
            {
                return true;
            }

            int close = text.IndexOf("*/", _position + 2, _end - _position - 2, StringComparison.Ordinal);
            if (close < 0)
            {
                Fail(JsonataErrorCodes.UnterminatedComment, "The comment has no closing */", _position, _end);
                return false;
            }

            _position = close + 2;
        }
    }

    private JsonataToken? ReadSymbol(char c)
    {
        int start = _position;
        string? pair = (c, Peek(1)) switch
        {
            ('.', '.') => "..",
            (':', '=') => ":=",
            ('!', '=') => "!=",
            ('>', '=') => ">=",
            ('<', '=') => "<=",
            ('*', '*') => "**",
            ('~', '>') => "~>",
            ('?', ':') => "?:",
            ('?', '?') => "??",
            _ => null,
        };
        if (pair is null && c is '!' or '~')
        {
            return Fail(JsonataErrorCodes.UnknownOperator, $"JSONata has no operator '{c}'", start, start + 1);
        }

        string symbol = pair ?? c.ToString();
        _position += symbol.Length;
        return new JsonataToken(JsonataTokenKind.Operator, symbol, Since(start));
    }

    private JsonataToken? ReadRegex()
    {
        int start = _position++;
        int depth = 0;
        while (_position < _end)
        {
            char c = text[_position];
            if (c == '/' && depth == 0 && !IsEscaped(start))
            {
                return EndRegex(start);
            }

            if (text[_position - 1] != '\\')
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }

            _position++;
        }

        return Fail(JsonataErrorCodes.UnterminatedRegex, "The regular expression has no closing '/'", start, _end);
    }

    private JsonataToken? EndRegex(int start)
    {
        string pattern = text.Substring(start + 1, _position - start - 1);
        _position++;
        if (pattern.Length == 0)
        {
            return Fail(JsonataErrorCodes.EmptyRegex, "A regular expression cannot be empty", start, _position);
        }

        int flags = _position;
        while (Peek(0) is 'i' or 'm')
        {
            _position++;
        }

        return new JsonataToken(JsonataTokenKind.Regex, pattern, Since(start), text.Substring(flags, _position - flags));
    }

    private bool IsEscaped(int start)
    {
        int backslashes = 0;
        while (_position - backslashes - 1 > start && text[_position - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }

    private JsonataToken? ReadString(char quote)
    {
        int start = _position++;
        var value = new StringBuilder();
        while (_position < _end)
        {
            char c = text[_position++];
            if (c == quote)
            {
                return new JsonataToken(JsonataTokenKind.String, value.ToString(), Since(start));
            }

            if (c != '\\')
            {
                value.Append(c);
            }
            else if (ReadEscape() is { } escaped)
            {
                value.Append(escaped);
            }
            else
            {
                return null;
            }
        }

        return Fail(JsonataErrorCodes.UnterminatedString, "The string has no closing quote", start, _end);
    }

    private char? ReadEscape()
    {
        int start = _position - 1;
        char kind = Peek(0);
        _position++;
        switch (kind)
        {
            case '"' or '\\' or '/':
                return kind;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when _position + 4 <= _end && TryReadHexadecimal(out char unit):
                return unit;
            case 'u':
                Fail(JsonataErrorCodes.InvalidUnicodeEscape, "Four hexadecimal digits were expected after \\u", start, start + 6);
                return null;
            case '\0' when start + 1 == _end:
                Fail(JsonataErrorCodes.InvalidEscape, "The string ends with a single backslash", start, _end);
                return null;
            default:
                Fail(JsonataErrorCodes.InvalidEscape, $"A backslash does not escape '{kind}'", start, start + 2);
                return null;
        }
    }

    private bool TryReadHexadecimal(out char unit)
    {
        int value = 0;
        for (int i = _position; i < _position + 4; i++)
        {
            int digit = "0123456789abcdef".IndexOf(char.ToLowerInvariant(text[i]));
            if (digit < 0)
            {
                unit = '\0';
                return false;
            }

            value = (value << 4) | digit;
        }

        _position += 4;
        unit = (char)value;
        return true;
    }

    private JsonataToken? ReadNumber()
    {
        int start = _position;
        // A zero at the start is a number of its own, as in JSON.
        if (text[_position++] != '0')
        {
            SkipDigits();
        }

        if (Peek(0) == '.' && IsDigit(Peek(1)))
        {
            _position++;
            SkipDigits();
        }

        int sign = Peek(1) is '+' or '-' ? 1 : 0;
        if (Peek(0) is 'e' or 'E' && IsDigit(Peek(1 + sign)))
        {
            _position += 1 + sign;
            SkipDigits();
        }

        string number = text.Substring(start, _position - start);
        return double.IsInfinity(JsonataNumber.Parse(number))
            ? Fail(JsonataErrorCodes.NumberOutOfRange, $"The number {number} is too large", start, _position)
            : new JsonataToken(JsonataTokenKind.Number, number, Since(start));
    }

    private void SkipDigits()
    {
        while (IsDigit(Peek(0)))
        {
            _position++;
        }
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private JsonataToken? ReadQuotedName()
    {
        int start = _position;
        int close = text.IndexOf('`', start + 1, _end - start - 1);
        if (close < 0)
        {
            return Fail(JsonataErrorCodes.UnterminatedName, "The name has no closing backquote", start, _end);
        }

        _position = close + 1;
        return new JsonataToken(JsonataTokenKind.Name, text.Substring(start + 1, close - start - 1), Since(start));
    }

    private JsonataToken ReadWord()
    {
        int start = _position;
        while (_position < _end && !EndsName(text[_position]))
        {
            _position++;
        }

        string word = text.Substring(start, _position - start);
        return word switch
        {
            "and" or "or" or "in" => new JsonataToken(JsonataTokenKind.Operator, word, Since(start)),
            "true" or "false" or "null" => new JsonataToken(JsonataTokenKind.Value, word, Since(start)),
            _ when word[0] == '$' => new JsonataToken(JsonataTokenKind.Variable, word.Substring(1), Since(start)),
            _ => new JsonataToken(JsonataTokenKind.Name, word, Since(start)),
        };
    }

    private char Peek(int ahead) => _position + ahead < _end ? text[_position + ahead] : '\0';

    private TextRange Since(int start) => new(start, _position - start);

    private JsonataToken? Fail(string code, string message, int start, int end)
    {
        Error ??= new ExpressionError(message, new TextRange(start, Math.Min(end, _end) - start), code);
        return null;
    }
}
