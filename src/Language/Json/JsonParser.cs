using System.Collections.Immutable;
using System.Text;

namespace StateMachineGen.Language.Json;

/// <summary>
/// Reads JSON (RFC 8259) into nodes with positions. System.Text.Json is no choice here: this assembly runs inside the
/// compiler, where no third-party assembly may be loaded, and its readers do not tell where a name or value stands.
/// </summary>
public static class JsonParser
{
    /// <summary>How deep arrays and objects may nest. Deeper text is refused rather than risking the stack of a compiler or an IDE.</summary>
    public const int MaxDepth = 256;

    /// <summary>Reads one JSON value that fills the whole text but for white space.</summary>
    /// <param name="text">The text; any string is accepted, faulty text gives an error.</param>
    public static JsonParseResult Parse(string text)
    {
        var reader = new Reader(text);
        JsonSyntax? root = reader.ReadDocument();
        return reader.Error is null ? new JsonParseResult(root, null) : new JsonParseResult(null, reader.Error);
    }

    private sealed class Reader(string text)
    {
        private int _position;

        public JsonError? Error { get; private set; }

        public JsonSyntax? ReadDocument()
        {
            SkipWhiteSpace();
            if (_position == text.Length)
            {
                return Fail("The text is empty, a JSON value was expected", _position, 0);
            }

            JsonSyntax? root = ReadValue(0);
            if (root is null)
            {
                return null;
            }

            SkipWhiteSpace();
            return _position == text.Length ? root : Fail($"Text after the end of the JSON value: {Shown()}", _position, 1);
        }

        private JsonSyntax? ReadValue(int depth)
        {
            if (_position == text.Length)
            {
                return Fail("The text ends where a JSON value was expected", _position, 0);
            }

            int start = _position;
            switch (text[_position])
            {
                case '{' or '[' when depth == MaxDepth:
                    return Fail($"JSON is nested deeper than {MaxDepth} levels", _position, 1);
                case '{':
                    return ReadObject(depth);
                case '[':
                    return ReadArray(depth);
                case '"':
                    return ReadString() is { } value ? new JsonStringSyntax(value, Since(start)) : null;
                case 't' when Take("true"):
                    return new JsonBooleanSyntax(true, Since(start));
                case 'f' when Take("false"):
                    return new JsonBooleanSyntax(false, Since(start));
                case 'n' when Take("null"):
                    return new JsonNullSyntax(Since(start));
                case '-' or (>= '0' and <= '9'):
                    return ReadNumber();
                default:
                    return Fail($"A JSON value was expected, not {Shown()}", _position, 1);
            }
        }

        private JsonObjectSyntax? ReadObject(int depth)
        {
            int start = _position++;
            ImmutableArray<JsonMemberSyntax>.Builder members = ImmutableArray.CreateBuilder<JsonMemberSyntax>();
            SkipWhiteSpace();
            if (Take("}"))
            {
                return new JsonObjectSyntax(ImmutableArray<JsonMemberSyntax>.Empty, Since(start));
            }

            while (true)
            {
                SkipWhiteSpace();
                int nameStart = _position;
                if (_position == text.Length || text[_position] != '"')
                {
                    return Fail<JsonObjectSyntax>($"A member name in double quotes was expected, not {Shown()}", _position, 1);
                }

                if (ReadString() is not { } name)
                {
                    return null;
                }

                TextRange nameRange = Since(nameStart);
                SkipWhiteSpace();
                if (!Take(":"))
                {
                    return Fail<JsonObjectSyntax>($"':' was expected after the name, not {Shown()}", _position, 1);
                }

                SkipWhiteSpace();
                if (ReadValue(depth + 1) is not { } value)
                {
                    return null;
                }

                members.Add(new JsonMemberSyntax(name, value, nameRange));
                SkipWhiteSpace();
                if (Take(","))
                {
                    continue;
                }

                return Take("}")
                    ? new JsonObjectSyntax(members.ToImmutable(), Since(start))
                    : Fail<JsonObjectSyntax>($"',' or '}}' was expected, not {Shown()}", _position, 1);
            }
        }

        private JsonArraySyntax? ReadArray(int depth)
        {
            int start = _position++;
            ImmutableArray<JsonSyntax>.Builder items = ImmutableArray.CreateBuilder<JsonSyntax>();
            SkipWhiteSpace();
            if (Take("]"))
            {
                return new JsonArraySyntax(ImmutableArray<JsonSyntax>.Empty, Since(start));
            }

            while (true)
            {
                SkipWhiteSpace();
                if (ReadValue(depth + 1) is not { } item)
                {
                    return null;
                }

                items.Add(item);
                SkipWhiteSpace();
                if (Take(","))
                {
                    continue;
                }

                return Take("]")
                    ? new JsonArraySyntax(items.ToImmutable(), Since(start))
                    : Fail<JsonArraySyntax>($"',' or ']' was expected, not {Shown()}", _position, 1);
            }
        }

        private string? ReadString()
        {
            int start = _position++;
            StringBuilder? unescaped = null;
            int runStart = _position;
            while (_position < text.Length)
            {
                char c = text[_position];
                if (c == '"')
                {
                    string run = text.Substring(runStart, _position - runStart);
                    _position++;
                    return unescaped is null ? run : unescaped.Append(run).ToString();
                }

                if (c < ' ')
                {
                    return Fail<string>($"A control character (U+{(int)c:X4}) must be escaped inside a JSON string", _position, 1);
                }

                if (c != '\\')
                {
                    _position++;
                    continue;
                }

                unescaped ??= new StringBuilder();
                unescaped.Append(text, runStart, _position - runStart);
                if (ReadEscape() is not { } escaped)
                {
                    return null;
                }

                unescaped.Append(escaped);
                runStart = _position;
            }

            return Fail<string>("The JSON string has no closing quote", start, text.Length - start);
        }

        private char? ReadEscape()
        {
            int start = _position++;
            char kind = _position < text.Length ? text[_position++] : '\0';
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
                case 'u' when ReadHexadecimalUnit() is { } unit:
                    return unit;
                default:
                    int end = kind == 'u' ? System.Math.Min(start + 6, text.Length) : System.Math.Min(start + 2, text.Length);
                    Fail($"'{text.Substring(start, end - start)}' is no JSON escape", start, end - start);
                    return null;
            }
        }

        /// <summary>By hand, because the parsers of .NET also take null characters after the digits.</summary>
        private char? ReadHexadecimalUnit()
        {
            int unit = 0;
            for (int i = _position; i < _position + 4; i++)
            {
                int digit = i == text.Length ? -1 : "0123456789abcdef".IndexOf(char.ToLowerInvariant(text[i]));
                if (digit < 0)
                {
                    return null;
                }

                unit = (unit << 4) | digit;
            }

            _position += 4;
            return (char)unit;
        }

        private JsonNumberSyntax? ReadNumber()
        {
            int start = _position;
            Take("-");
            if (!Take("0") && !SkipDigits())
            {
                return Fail<JsonNumberSyntax>($"A digit was expected, not {Shown()}", _position, 1);
            }

            if (Take(".") && !SkipDigits())
            {
                return Fail<JsonNumberSyntax>($"A digit was expected after the decimal point, not {Shown()}", _position, 1);
            }

            if (Take("e") || Take("E"))
            {
                _ = Take("+") || Take("-");
                if (!SkipDigits())
                {
                    return Fail<JsonNumberSyntax>($"A digit was expected in the exponent, not {Shown()}", _position, 1);
                }
            }

            if (_position < text.Length && (char.IsLetterOrDigit(text[_position]) || text[_position] is '.' or '_'))
            {
                return Fail<JsonNumberSyntax>($"{Shown()} does not belong into a JSON number", _position, 1);
            }

            return new JsonNumberSyntax(text.Substring(start, _position - start), Since(start));
        }

        private bool SkipDigits()
        {
            int start = _position;
            while (_position < text.Length && text[_position] is >= '0' and <= '9')
            {
                _position++;
            }

            return _position > start;
        }

        private bool Take(string expected)
        {
            if (string.CompareOrdinal(text, _position, expected, 0, expected.Length) != 0)
            {
                return false;
            }

            _position += expected.Length;
            return true;
        }

        private void SkipWhiteSpace()
        {
            while (_position < text.Length && text[_position] is (' ' or '\t' or '\n' or '\r'))
            {
                _position++;
            }
        }

        private TextRange Since(int start) => new(start, _position - start);

        private string Shown() => _position < text.Length ? $"'{text[_position]}'" : "the end of the text";

        private JsonSyntax? Fail(string message, int start, int length) => Fail<JsonSyntax>(message, start, length);

        private T? Fail<T>(string message, int start, int length)
            where T : class
        {
            Error ??= new JsonError(message, new TextRange(start, System.Math.Min(length, text.Length - start)));
            return null;
        }
    }
}
