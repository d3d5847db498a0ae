using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>
/// Reads a path at a cursor and stops where the path ends, so that paths can stand in filters and in calls of intrinsic functions. The
/// methods return null after an error, which the cursor keeps.
/// </summary>
internal sealed class JsonPathReader(ExpressionCursor cursor)
{
    /// <summary>What ends a name after a dot everywhere. A comma or parenthesis would belong to the call around the path.</summary>
    private const string NameEnds = ".[](),'\"";

    /// <summary>What ends a name inside a filter as well: operators may follow without a blank.</summary>
    private const string OperatorCharacters = "<>=~!&|";

    private readonly ExpressionCursor _cursor = cursor;
    private int _filters;

    /// <summary>Reads a path from its <c>$</c> or <c>@</c> on.</summary>
    public JsonPathQuery? ReadQuery()
    {
        int start = _cursor.Position;
        PathRoot root = PathRoot.Data;
        string? variable = null;
        if (_cursor.Take("@"))
        {
            root = PathRoot.Current;
        }
        else
        {
            _cursor.Position++;
            if (_cursor.Take("$"))
            {
                root = PathRoot.Context;
            }
            else if (ReadVariable() is { } name)
            {
                root = PathRoot.Variable;
                variable = name;
            }
        }

        ImmutableArray<JsonPathSegment>.Builder segments = ImmutableArray.CreateBuilder<JsonPathSegment>();
        while (_cursor.Current is '.' or '[')
        {
            if (ReadSegment() is not { } segment)
            {
                return null;
            }

            segments.Add(segment);
        }

        return new JsonPathQuery(root, variable, segments.ToImmutable()) { Range = _cursor.RangeSince(start) };
    }

    private string? ReadVariable()
    {
        int start = _cursor.Position;
        while (!_cursor.IsAtEnd && VariableNames.IsInName(_cursor.Text, _cursor.Position, isFirst: _cursor.Position == start))
        {
            _cursor.Position += char.IsSurrogatePair(_cursor.Text, _cursor.Position) ? 2 : 1;
        }

        return _cursor.Position > start ? _cursor.Text.Substring(start, _cursor.Position - start) : null;
    }

    private JsonPathSegment? ReadSegment()
    {
        int start = _cursor.Position;
        bool isDescendant = _cursor.Take("..");
        if (!isDescendant)
        {
            _cursor.Take(".");
        }

        JsonPathSelector? selector = _cursor.Current switch
        {
            '[' => ReadBracket(),
            '*' => ReadWildcard(),
            _ => ReadNameOrFunction(),
        };
        return selector is null ? null : new JsonPathSegment(isDescendant, selector) { Range = _cursor.RangeSince(start) };
    }

    private JsonPathWildcard ReadWildcard()
    {
        _cursor.Position++;
        return new JsonPathWildcard { Range = _cursor.RangeSince(_cursor.Position - 1) };
    }

    private JsonPathSelector? ReadNameOrFunction()
    {
        int start = _cursor.Position;
        var name = new StringBuilder();
        while (!_cursor.IsAtEnd && !IsNameEnd(_cursor.Current))
        {
            if (_cursor.Current == '*')
            {
                return _cursor.Fail<JsonPathSelector>("'*' cannot stand in a name; use ['name'] for a name that holds it");
            }

            if (_cursor.Take("\\") && _cursor.IsAtEnd)
            {
                return _cursor.Fail<JsonPathSelector>("The path ends with a single backslash");
            }

            name.Append(_cursor.Current);
            _cursor.Position++;
        }

        if (name.Length == 0)
        {
            return _cursor.Fail<JsonPathSelector>($"A name was expected after '.', not {_cursor.Shown()}");
        }

        if (_cursor.Current == '(')
        {
            return ReadFunction(name.ToString(), start);
        }

        var node = new JsonPathName(name.ToString()) { Range = _cursor.RangeSince(start) };
        return new JsonPathNames(ImmutableArray.Create(node)) { Range = node.Range };
    }

    private bool IsNameEnd(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || NameEnds.IndexOf(c) >= 0 || (_filters > 0 && OperatorCharacters.IndexOf(c) >= 0);

    private JsonPathFunction? ReadFunction(string name, int start)
    {
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return _cursor.Fail<JsonPathFunction>($"The name of a function has no '{c}'", start, _cursor.Position - start);
            }
        }

        if (!_cursor.Enter(JsonPathParser.MaxDepth))
        {
            return null;
        }

        _cursor.Position++;
        ImmutableArray<JsonPathOperand>.Builder arguments = ImmutableArray.CreateBuilder<JsonPathOperand>();
        _cursor.SkipWhiteSpace();
        while (!_cursor.Take(")"))
        {
            if (arguments.Count > 0 && !TakeSeparator(')'))
            {
                return null;
            }

            if (new JsonPathConditionReader(_cursor, this).ReadOperand() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
            _cursor.SkipWhiteSpace();
        }

        _cursor.Leave();
        return new JsonPathFunction(name, arguments.ToImmutable()) { Range = _cursor.RangeSince(start) };
    }

    private JsonPathSelector? ReadBracket()
    {
        int start = _cursor.Position++;
        _cursor.SkipWhiteSpace();
        JsonPathSelector? selector = _cursor.Current switch
        {
            '\'' or '"' => ReadNames(),
            '*' => ReadWildcard(),
            '?' => ReadFilter(),
            '-' or ':' or (>= '0' and <= '9') => ReadIndicesOrSlice(),
            _ => _cursor.Fail<JsonPathSelector>($"A quoted name, an index, '*' or '?' was expected in brackets, not {_cursor.Shown()}"),
        };
        if (selector is null)
        {
            return null;
        }

        _cursor.SkipWhiteSpace();
        return _cursor.Take("]")
            ? selector with { Range = _cursor.RangeSince(start) }
            : _cursor.Fail<JsonPathSelector>($"']' was expected, not {_cursor.Shown()}");
    }

    private JsonPathNames? ReadNames()
    {
        ImmutableArray<JsonPathName>.Builder names = ImmutableArray.CreateBuilder<JsonPathName>();
        do
        {
            _cursor.SkipWhiteSpace();
            int start = _cursor.Position;
            if (ReadQuoted() is not { } name)
            {
                return null;
            }

            names.Add(new JsonPathName(name) { Range = _cursor.RangeSince(start) });
            _cursor.SkipWhiteSpace();
        }
        while (_cursor.Take(","));

        return new JsonPathNames(names.ToImmutable());
    }

    /// <summary>
    /// Reads a string in either kind of quotes. A backslash escapes the quote and itself; before any other character AWS takes it for
    /// itself.
    /// </summary>
    public string? ReadQuoted()
    {
        int start = _cursor.Position;
        char quote = _cursor.Current;
        if (quote is not ('\'' or '"'))
        {
            return _cursor.Fail<string>($"A quoted name was expected, not {_cursor.Shown()}");
        }

        _cursor.Position++;
        var value = new StringBuilder();
        while (!_cursor.IsAtEnd)
        {
            char c = _cursor.Current;
            if (c == quote)
            {
                _cursor.Position++;
                return value.ToString();
            }

            if (c == '\\' && (_cursor.Peek(1) == quote || _cursor.Peek(1) == '\\'))
            {
                _cursor.Position++;
                c = _cursor.Current;
            }

            value.Append(c);
            _cursor.Position++;
        }

        return _cursor.Fail<string>("The string has no closing quote", start, _cursor.Position - start);
    }

    private JsonPathSelector? ReadIndicesOrSlice()
    {
        ImmutableArray<JsonPathIndex>.Builder indices = ImmutableArray.CreateBuilder<JsonPathIndex>();
        do
        {
            _cursor.SkipWhiteSpace();
            int start = _cursor.Position;
            if (_cursor.Current == ':' && indices.Count == 0)
            {
                return ReadSlice(null);
            }

            if (!TryReadInteger(out int index))
            {
                return null;
            }

            var node = new JsonPathIndex(index) { Range = _cursor.RangeSince(start) };
            _cursor.SkipWhiteSpace();
            if (_cursor.Current == ':' && indices.Count == 0)
            {
                return ReadSlice(index);
            }

            indices.Add(node);
        }
        while (_cursor.Take(","));

        return new JsonPathIndices(indices.ToImmutable());
    }

    private JsonPathSlice? ReadSlice(int? from)
    {
        _cursor.Position++;
        if (!TryReadBound(out int? to))
        {
            return null;
        }

        int? step = null;
        return _cursor.Take(":") && !TryReadBound(out step) ? null : new JsonPathSlice(from, to, step);
    }

    private bool TryReadBound(out int? bound)
    {
        bound = null;
        _cursor.SkipWhiteSpace();
        if (_cursor.Current is not ('-' or (>= '0' and <= '9')))
        {
            return true;
        }

        bool isRead = TryReadInteger(out int value);
        bound = value;
        _cursor.SkipWhiteSpace();
        return isRead;
    }

    private bool TryReadInteger(out int value)
    {
        value = 0;
        int start = _cursor.Position;
        _cursor.Take("-");
        if (!_cursor.SkipDigits())
        {
            _cursor.Fail<string>($"An index was expected, not {_cursor.Shown()}");
            return false;
        }

        int length = _cursor.Position - start;
        if (int.TryParse(_cursor.Text.Substring(start, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        _cursor.Fail<string>("The index is too large", start, length);
        return false;
    }

    private JsonPathFilter? ReadFilter()
    {
        _cursor.Position++;
        _cursor.SkipWhiteSpace();
        if (_cursor.Current != '(')
        {
            return _cursor.Fail<JsonPathFilter>($"'(' was expected after '?', not {_cursor.Shown()}");
        }

        if (!_cursor.Enter(JsonPathParser.MaxDepth))
        {
            return null;
        }

        _filters++;
        JsonPathCondition? condition = new JsonPathConditionReader(_cursor, this).ReadInParentheses();
        _filters--;
        _cursor.Leave();
        return condition is null ? null : new JsonPathFilter(condition);
    }

    /// <summary>Takes the comma between two items of a list, and the blanks around it.</summary>
    public bool TakeSeparator(char end)
    {
        _cursor.SkipWhiteSpace();
        if (!_cursor.Take(","))
        {
            _cursor.Fail<string>($"',' or '{end}' was expected, not {_cursor.Shown()}");
            return false;
        }

        _cursor.SkipWhiteSpace();
        return true;
    }
}
