using System;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions;

/// <summary>
/// A place in the text of an expression, and the first fault that was found. A path inside a call is read on the call's cursor.
/// </summary>
internal sealed class ExpressionCursor(string text)
{
    public string Text { get; } = text;

    public int Position { get; set; }

    public ExpressionError? Error { get; private set; }

    /// <summary>How many nested constructs are being read.</summary>
    public int Depth { get; private set; }

    public bool IsAtEnd => Position == Text.Length;

    /// <summary>The character at the place, or a null character at the end.</summary>
    public char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>The character so many places ahead, or a null character beyond the end.</summary>
    public char Peek(int ahead) => Position + ahead < Text.Length ? Text[Position + ahead] : '\0';

    public bool IsAt(string expected) => string.CompareOrdinal(Text, Position, expected, 0, expected.Length) == 0;

    public bool Take(string expected)
    {
        if (!IsAt(expected))
        {
            return false;
        }

        Position += expected.Length;
        return true;
    }

    public bool SkipDigits()
    {
        int start = Position;
        while (Current is >= '0' and <= '9')
        {
            Position++;
        }

        return Position > start;
    }

    public void SkipWhiteSpace()
    {
        while (Position < Text.Length && Text[Position] is (' ' or '\t' or '\n' or '\r'))
        {
            Position++;
        }
    }

    /// <summary>Reads a number as JSON writes it.</summary>
    /// <returns>Its text, or null after an error.</returns>
    public string? ReadNumber()
    {
        int start = Position;
        Take("-");
        if (!SkipDigits())
        {
            return Fail<string>($"A digit was expected, not {Shown()}");
        }

        if (Current == '.' && Peek(1) is >= '0' and <= '9')
        {
            Position++;
            SkipDigits();
        }

        if (Current is 'e' or 'E')
        {
            Position++;
            _ = Take("+") || Take("-");
            if (!SkipDigits())
            {
                return Fail<string>($"A digit was expected in the exponent, not {Shown()}");
            }
        }

        return Text.Substring(start, Position - start);
    }

    /// <summary>Goes one construct deeper, unless that would be too deep for a thread's stack; whoever enters leaves too.</summary>
    public bool Enter(int limit)
    {
        if (Depth == limit)
        {
            Fail<string>($"The expression is nested deeper than {limit} levels");
            return false;
        }

        Depth++;
        return true;
    }

    public void Leave() => Depth--;

    public TextRange RangeSince(int start) => new(start, Position - start);

    /// <summary>The character at the place, as messages show it.</summary>
    public string Shown() => IsAtEnd ? "the end of the text" : Current < ' ' ? $"the character U+{(int)Current:X4}" : $"'{Current}'";

    /// <summary>Keeps the error unless there is one already.</summary>
    /// <returns>Null, so that a reader can return the result.</returns>
    public T? Fail<T>(string message, int start, int length)
        where T : class
    {
        Error ??= new ExpressionError(message, new TextRange(start, Math.Max(0, Math.Min(length, Text.Length - start))));
        return null;
    }

    /// <summary>Keeps an error about the character at the place.</summary>
    public T? Fail<T>(string message)
        where T : class => Fail<T>(message, Position, 1);
}
