using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>How the digits or letters of an integer are chosen.</summary>
internal enum IntegerNumbering
{
    Decimal,
    Letters,
    Roman,
    Words,
}

/// <summary>How letters are written.</summary>
internal enum LetterCase
{
    Lower,
    Upper,
    Title,
}

/// <summary>A picture of an integer, as XPath's <c>format-integer</c> has them: <c>#,##0</c>, <c>w;o</c>, <c>I</c>.</summary>
internal sealed class IntegerPicture
{
    private static readonly Regex s_leadingInteger = new("^[+-]?[0-9]+", RegexOptions.NonBacktracking);

    private readonly IntegerNumbering _numbering;
    private readonly LetterCase _case;
    private readonly bool _isOrdinal;
    private readonly int _zero = '0';
    private readonly List<(int Position, char Character)> _separators = [];
    private readonly int _regularGrouping;

    private IntegerPicture(string primary, bool isOrdinal)
    {
        _isOrdinal = isOrdinal;
        (_numbering, _case) = primary switch
        {
            "A" => (IntegerNumbering.Letters, LetterCase.Upper),
            "a" => (IntegerNumbering.Letters, LetterCase.Lower),
            "I" => (IntegerNumbering.Roman, LetterCase.Upper),
            "i" => (IntegerNumbering.Roman, LetterCase.Lower),
            "W" => (IntegerNumbering.Words, LetterCase.Upper),
            "w" => (IntegerNumbering.Words, LetterCase.Lower),
            "Ww" => (IntegerNumbering.Words, LetterCase.Title),
            _ => (IntegerNumbering.Decimal, LetterCase.Lower),
        };
        if (_numbering == IntegerNumbering.Decimal)
        {
            _zero = ReadDigits(primary);
            _regularGrouping = FindRegularGrouping();
        }
    }

    /// <summary>The number of digits that are written at least.</summary>
    public int MandatoryDigits { get; set; }

    /// <summary>The number of digits that the picture shows besides.</summary>
    public int OptionalDigits { get; private set; }

    /// <summary>The number of digits that are read, where another number follows right behind; null for as many as there are.</summary>
    public int? ParsedDigits { get; set; }

    /// <summary>Whether the separators stand at equal distances, so that they go on to the left.</summary>
    public bool IsRegular => _regularGrouping > 0;

    /// <summary>The last separator, or null.</summary>
    public char? Separator => _separators.Count > 0 ? _separators[0].Character : null;

    public static IntegerPicture Parse(string picture)
    {
        int semicolon = picture.LastIndexOf(';');
        bool isOrdinal = semicolon >= 0 && picture.AsSpan(semicolon + 1).StartsWith("o", StringComparison.Ordinal);
        return new IntegerPicture(semicolon < 0 ? picture : picture[..semicolon], isOrdinal);
    }

    /// <summary>Writes a number that has no fraction.</summary>
    public string Format(double value)
    {
        double size = Math.Abs(value);
        string text = _numbering switch
        {
            IntegerNumbering.Letters => Numerals.WriteLetters(size),
            IntegerNumbering.Roman => Numerals.WriteRoman(size),
            IntegerNumbering.Words => NumberWords.Write(size, _isOrdinal),
            _ => FormatDecimal(size),
        };
        text = (_numbering, _case) switch
        {
            (IntegerNumbering.Words, LetterCase.Upper) => text.ToUpperInvariant(),
            (not IntegerNumbering.Decimal, LetterCase.Lower) => text.ToLowerInvariant(),
            _ => text,
        };
        return value < 0 ? "-" + text : text;
    }

    /// <summary>The number that a text holds; null where it holds none.</summary>
    public double? Read(string text) => _numbering switch
    {
        IntegerNumbering.Letters => Numerals.ReadLetters(text.ToUpperInvariant()),
        IntegerNumbering.Roman => Numerals.ReadRoman(text.ToUpperInvariant()),
        IntegerNumbering.Words => NumberWords.Read(text),
        _ => ReadDecimal(text),
    };

    /// <summary>A regular expression of what can be read.</summary>
    public string ToRegex() => _numbering switch
    {
        IntegerNumbering.Letters => "[a-z]+",
        IntegerNumbering.Roman => "[mdclxvi]+",
        IntegerNumbering.Words => $"(?:{string.Join('|', NumberWords.All.OrderByDescending(word => word.Length))}|and|[-, ])+",
        _ => (ParsedDigits is { } digits ? $"[0-9]{{{digits}}}" : "[0-9]+") + (_isOrdinal ? "(?:th|st|nd|rd)" : ""),
    };

    /// <summary>Reads the digits of the picture from right to left, and tells which character stands for zero.</summary>
    private int ReadDigits(string picture)
    {
        int? zero = null;
        int position = 0;
        foreach (Rune rune in picture.EnumerateRunes().Reverse())
        {
            if (DecimalGroups.ZeroOf(rune.Value) is { } group)
            {
                zero ??= group;
                if (zero != group)
                {
                    throw new JsonataFailure("D3131", "In a decimal digit pattern, all digits must be from the same decimal group");
                }

                MandatoryDigits++;
                position++;
            }
            else if (rune.Value == '#')
            {
                OptionalDigits++;
                position++;
            }
            else
            {
                _separators.Add((position, (char)rune.Value));
            }
        }

        return zero ?? throw new JsonataFailure(
            "D3130",
            $"Formatting or parsing an integer as a sequence starting with {Failures.Quote(picture)} is not supported by this implementation");
    }

    private int FindRegularGrouping()
    {
        if (_separators.Count == 0 || _separators.Any(separator => separator.Character != _separators[0].Character))
        {
            return 0;
        }

        int factor = _separators.Aggregate(0, (divisor, separator) => Divisor(divisor, separator.Position));
        return Enumerable.Range(1, _separators.Count).All(i => _separators.Any(separator => separator.Position == i * factor)) ? factor : 0;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);

    private string FormatDecimal(double value)
    {
        var text = new StringBuilder(NumberText.Format(value).PadLeft(MandatoryDigits, '0'));
        for (int i = 0; i < text.Length && _zero != '0'; i++)
        {
            text[i] = (char)(text[i] + _zero - '0');
        }

        int length = text.Length;
        if (_regularGrouping > 0)
        {
            for (int position = _regularGrouping; position < length; position += _regularGrouping)
            {
                text.Insert(length - position, _separators[0].Character);
            }
        }
        else
        {
            foreach ((int position, char character) in _separators.Where(separator => separator.Position <= length))
            {
                text.Insert(length - position, character);
            }
        }

        return _isOrdinal ? text.Append(OrdinalSuffix(value)).ToString() : text.ToString();
    }

    private static string OrdinalSuffix(double value) => ((int)(value % 100), (int)(value % 10)) switch
    {
        ( >= 10 and < 20, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };

    private double? ReadDecimal(string text)
    {
        string digits = _isOrdinal && text.Length >= 2 ? text[..^2] : text;
        var plain = new StringBuilder(digits.Length);
        foreach (char c in digits)
        {
            if (_separators.All(separator => separator.Character != c))
            {
                plain.Append(_zero != '0' && DecimalGroups.ZeroOf(c) == _zero ? (char)(c - _zero + '0') : c);
            }
        }

        Match number = s_leadingInteger.Match(plain.ToString());
        return number.Success ? double.Parse(number.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }
}
