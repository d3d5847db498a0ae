using System;
using System.Collections.Immutable;
using StateMachineGen.Language.Json;
using Powers = StateMachineGen.Language.Expressions.Jsonata.JsonataOperators.Powers;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>
/// Reads one expression by operator precedence (Vaughan Pratt's way). What begins an expression is in <see cref="ReadOperand"/>, what
/// goes on with one in <see cref="ReadContinuation"/>. The methods return null after a fault.
/// </summary>
internal sealed partial class JsonataReader(string text, TextRange part)
{
    private readonly JsonataLexer _lexer = new(text, part);
    private JsonataToken _token;
    private int _lastEnd = part.Start;
    private int _depth;
    private ExpressionError? _error;

    /// <summary>The first fault that ended the reading, or null.</summary>
    public ExpressionError? Error => _lexer.Error ?? _error;

    /// <summary>
    /// The fault that an operand is missing at the end, or null. The reading goes on, as JSONata finds other faults first. An empty
    /// <c>null</c> stands in the tree for the operand.
    /// </summary>
    public ExpressionError? Missing { get; private set; }

    public JsonataSyntax? ReadToEnd()
    {
        if (!Advance(isOperand: true) || ReadExpression(0) is not { } root)
        {
            return null;
        }

        return _token.Kind == JsonataTokenKind.End
            ? root
            : Fail<JsonataSyntax>(
                JsonataErrorCodes.UnexpectedToken, $"The expression was expected to end, not to go on with {_token.Shown}", _token.Range);
    }

    /// <summary>Reads an expression up to a symbol that binds no stronger than the given power.</summary>
    private JsonataSyntax? ReadExpression(int power)
    {
        if (_depth == JsonataParser.MaxDepth)
        {
            return Fail<JsonataSyntax>(
                JsonataErrorCodes.TooDeep, $"The expression is nested deeper than {JsonataParser.MaxDepth} levels", _token.Range);
        }

        _depth++;
        int start = _token.Range.Start;
        JsonataSyntax? expression = ReadOperand();
        while (expression is not null && power < PowerOf(_token))
        {
            expression = ReadContinuation(expression, start);
        }

        _depth--;
        return expression;
    }

    private static int PowerOf(JsonataToken token) => token.Kind == JsonataTokenKind.Operator ? JsonataOperators.PowerOf(token.Text) : 0;

    private JsonataSyntax? ReadOperand()
    {
        JsonataToken token = _token;
        if (!Advance(isOperand: false))
        {
            return null;
        }

        switch (token.Kind)
        {
            case JsonataTokenKind.End:
                Missing ??= new ExpressionError("An expression was expected before the end", token.Range, JsonataErrorCodes.UnexpectedEnd);
                return new JsonataNull { Range = token.Range };
            case JsonataTokenKind.Name:
                return new JsonataName(token.Text) { Range = token.Range };
            case JsonataTokenKind.Variable:
                return new JsonataVariable(token.Text) { Range = token.Range };
            case JsonataTokenKind.String:
                return new JsonataString(token.Text) { Range = token.Range };
            case JsonataTokenKind.Number:
                return new JsonataNumber(token.Text) { Range = token.Range };
            case JsonataTokenKind.Value when token.Text == "null":
                return new JsonataNull { Range = token.Range };
            case JsonataTokenKind.Value:
                return new JsonataBoolean(token.Text == "true") { Range = token.Range };
            case JsonataTokenKind.Regex:
                return new JsonataRegex(token.Text, token.Flags) { Range = token.Range };
        }

        int start = token.Range.Start;
        switch (token.Text)
        {
            case "*":
                return new JsonataWildcard { Range = token.Range };
            case "**":
                return new JsonataDescendants { Range = token.Range };
            case "%":
                return new JsonataParent { Range = token.Range };
            case "and" or "or" or "in":
                return new JsonataName(token.Text) { Range = token.Range };
            case "-":
                return ReadExpression(Powers.Negation) is { } operand ? new JsonataNegation(operand) { Range = Since(start) } : null;
            case "(":
                return ReadBlock(start);
            case "[":
                return ReadArray(start);
            case "{":
                return ReadPairs() is { } pairs ? new JsonataObject(pairs) { Range = Since(start) } : null;
            case "|":
                return ReadTransform(start);
            default:
                return Fail<JsonataSyntax>(JsonataErrorCodes.NoPrefixOperator, $"No expression begins with {token.Shown}", token.Range);
        }
    }

    private JsonataSyntax? ReadContinuation(JsonataSyntax left, int start)
    {
        JsonataToken token = _token;
        if (token.Is("."))
        {
            return ReadPath(left, start);
        }

        if (!Advance(isOperand: true))
        {
            return null;
        }

        switch (token.Text)
        {
            case "[":
                return ReadFilter(left, start);
            case "(":
                return ReadCall(left, start);
            case "{":
                return ReadPairs() is { } pairs ? new JsonataGroup(left, pairs) { Range = Since(start) } : null;
            case "^":
                return ReadSort(left, start);
            case "@":
                return ReadStepVariable(token) is { } focus ? new JsonataFocus(left, focus) { Range = Since(start) } : null;
            case "#":
                return ReadStepVariable(token) is { } position ? new JsonataPosition(left, position) { Range = Since(start) } : null;
            case "?":
                return ReadCondition(left, start);
            case "?:" or "??":
                return ReadExpression(0) is { } fallback
                    ? new JsonataDefault(left, token.Text == "??", fallback) { Range = Since(start) }
                    : null;
            case ":=":
                return ReadBinding(left, start);
            case "~>":
                return ReadExpression(Powers.Application) is { } function
                    ? new JsonataApplication(left, function) { Range = Since(start) }
                    : null;
        }

        JsonataOperator @operator = JsonataOperators.Find(token.Text)
            ?? throw new InvalidOperationException($"{token.Text} binds its left side, but nothing reads it.");
        return ReadExpression(JsonataOperators.PowerOf(token.Text)) is { } right
            ? new JsonataBinary(left, @operator, right) { Range = Since(start) }
            : null;
    }

    private JsonataPath? ReadPath(JsonataSyntax first, int start)
    {
        ImmutableArray<JsonataSyntax>.Builder steps = ImmutableArray.CreateBuilder<JsonataSyntax>();
        steps.Add(first);
        while (_token.Is("."))
        {
            if (!Advance(isOperand: true) || ReadExpression(Powers.Path) is not { } step)
            {
                return null;
            }

            steps.Add(step);
        }

        return new JsonataPath(steps.ToImmutable()) { Range = Since(start) };
    }

    private JsonataSyntax? ReadFilter(JsonataSyntax left, int start)
    {
        if (_token.Is("]"))
        {
            return Expect("]", isOperand: true) ? new JsonataKeepArray(left) { Range = Since(start) } : null;
        }

        return ReadExpression(0) is { } predicate && Expect("]", isOperand: false)
            ? new JsonataFilter(left, predicate) { Range = Since(start) }
            : null;
    }

    private JsonataVariable? ReadStepVariable(JsonataToken symbol) => ReadExpression(Powers.Postfix) switch
    {
        null => null,
        JsonataVariable variable => variable,
        JsonataSyntax other => Fail<JsonataVariable>(
            JsonataErrorCodes.InvalidStepVariable, $"A variable, which begins with $, was expected after {symbol.Shown}", other.Range),
    };

    private JsonataBlock? ReadBlock(int start)
    {
        ImmutableArray<JsonataSyntax>.Builder expressions = ImmutableArray.CreateBuilder<JsonataSyntax>();
        while (!_token.Is(")"))
        {
            if (ReadExpression(0) is not { } expression)
            {
                return null;
            }

            expressions.Add(expression);
            if (!_token.Is(";"))
            {
                break;
            }

            if (!Advance(isOperand: true))
            {
                return null;
            }
        }

        return Expect(")", isOperand: false) ? new JsonataBlock(expressions.ToImmutable()) { Range = Since(start) } : null;
    }

    private JsonataArray? ReadArray(int start)
    {
        ImmutableArray<JsonataSyntax>.Builder items = ImmutableArray.CreateBuilder<JsonataSyntax>();
        if (!_token.Is("]"))
        {
            do
            {
                if (ReadItem() is not { } item)
                {
                    return null;
                }

                items.Add(item);
            }
            while (TakeComma());
        }

        return Expect("]", isOperand: false) ? new JsonataArray(items.ToImmutable()) { Range = Since(start) } : null;
    }

    private JsonataSyntax? ReadItem()
    {
        int start = _token.Range.Start;
        JsonataSyntax? item = ReadExpression(0);
        if (item is null || !_token.Is(".."))
        {
            return item;
        }

        return Advance(isOperand: true) && ReadExpression(0) is { } last ? new JsonataRange(item, last) { Range = Since(start) } : null;
    }

    private ImmutableArray<JsonataPair>? ReadPairs()
    {
        ImmutableArray<JsonataPair>.Builder pairs = ImmutableArray.CreateBuilder<JsonataPair>();
        if (!_token.Is("}"))
        {
            do
            {
                int start = _token.Range.Start;
                if (ReadExpression(0) is not { } key || !Expect(":", isOperand: true) || ReadExpression(0) is not { } value)
                {
                    return null;
                }

                pairs.Add(new JsonataPair(key, value) { Range = Since(start) });
            }
            while (TakeComma());
        }

        return Expect("}", isOperand: false) ? pairs.ToImmutable() : null;
    }

    private JsonataSort? ReadSort(JsonataSyntax left, int start)
    {
        if (!Expect("(", isOperand: true))
        {
            return null;
        }

        ImmutableArray<JsonataSortTerm>.Builder terms = ImmutableArray.CreateBuilder<JsonataSortTerm>();
        do
        {
            int termStart = _token.Range.Start;
            bool isDescending = _token.Is(">");
            if ((isDescending || _token.Is("<")) && !Advance(isOperand: true))
            {
                return null;
            }

            if (ReadExpression(0) is not { } key)
            {
                return null;
            }

            terms.Add(new JsonataSortTerm(isDescending, key) { Range = Since(termStart) });
        }
        while (TakeComma());

        return Expect(")", isOperand: true) ? new JsonataSort(left, terms.ToImmutable()) { Range = Since(start) } : null;
    }

    private JsonataCondition? ReadCondition(JsonataSyntax condition, int start)
    {
        if (ReadExpression(0) is not { } then)
        {
            return null;
        }

        if (!_token.Is(":"))
        {
            return new JsonataCondition(condition, then, null) { Range = Since(start) };
        }

        return Advance(isOperand: true) && ReadExpression(0) is { } @else
            ? new JsonataCondition(condition, then, @else) { Range = Since(start) }
            : null;
    }

    private JsonataBinding? ReadBinding(JsonataSyntax left, int start)
    {
        if (left is not JsonataVariable variable)
        {
            return Fail<JsonataBinding>(
                JsonataErrorCodes.InvalidBinding, "A variable, which begins with $, was expected to the left of ':='", left.Range);
        }

        // One less than its power, so that the right side takes further bindings: $a := $b := 1.
        return ReadExpression(Powers.Binding - 1) is { } value ? new JsonataBinding(variable, value) { Range = Since(start) } : null;
    }

    private JsonataTransform? ReadTransform(int start)
    {
        if (ReadExpression(0) is not { } pattern || !Expect("|", isOperand: true) || ReadExpression(0) is not { } update)
        {
            return null;
        }

        JsonataSyntax? delete = null;
        if (_token.Is(","))
        {
            delete = Advance(isOperand: true) ? ReadExpression(0) : null;
            if (delete is null)
            {
                return null;
            }
        }

        return Expect("|", isOperand: true) ? new JsonataTransform(pattern, update, delete) { Range = Since(start) } : null;
    }

    private bool TakeComma() => _token.Is(",") && Advance(isOperand: true);

    /// <summary>Takes a symbol that must stand here.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="isOperand">Whether JSONata takes a slash after it as the start of a regular expression.</param>
    private bool Expect(string symbol, bool isOperand)
    {
        if (_token.Is(symbol))
        {
            return Advance(isOperand);
        }

        string code = _token.Kind == JsonataTokenKind.End ? JsonataErrorCodes.ExpectedBeforeEnd : JsonataErrorCodes.ExpectedOther;
        Fail<JsonataSyntax>(code, $"'{symbol}' was expected, not {_token.Shown}", _token.Range);
        return false;
    }

    private bool Advance(bool isOperand)
    {
        _lastEnd = Math.Max(_lastEnd, _token.Range.End);
        if (_lexer.Next(isOperand) is not { } next)
        {
            return false;
        }

        _token = next;
        return true;
    }

    private TextRange Since(int start) => new(start, _lastEnd - start);

    private T? Fail<T>(string code, string message, TextRange range)
        where T : class
    {
        _error ??= new ExpressionError(message, range, code);
        return null;
    }
}
