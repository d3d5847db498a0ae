using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>A picture of positive or of negative decimal numbers, taken apart and checked.</summary>
internal sealed class DecimalSubPicture
{
    private const string PassiveCode = "D3086";

    private const string PassiveMessage =
        "The sub-picture must not contain a passive character that is preceded by an active character and " +
        "that is followed by another active character";

    private readonly DecimalSymbols _symbols;
    private readonly string _active;
    private readonly string _mantissa;

    public DecimalSubPicture(string picture, DecimalSymbols symbols)
    {
        _symbols = symbols;
        Picture = picture;
        int start = IndexOfActive(picture);
        int end = picture.Length;
        while (end > start && !IsActiveAtEdge(picture[end - 1]))
        {
            end--;
        }

        Prefix = start < picture.Length ? picture[..start] : "";
        Suffix = start < picture.Length ? picture[end..] : "";
        _active = start < picture.Length ? picture[start..end] : picture;
        int exponent = _active.IndexOf(symbols.ExponentSeparator, StringComparison.Ordinal);
        _mantissa = exponent < 0 ? _active : _active[..exponent];
        Exponent = exponent < 0 ? null : _active[(exponent + symbols.ExponentSeparator.Length)..];
        int point = _mantissa.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        Integer = point < 0 ? _mantissa : _mantissa[..point];
        Fraction = point < 0 ? "" : _mantissa[(point + symbols.DecimalSeparator.Length)..];
        Check();
        Measure();
    }

    public string Picture { get; }

    public string Prefix { get; private init; }

    public string Suffix { get; }

    public string Integer { get; }

    public string Fraction { get; }

    /// <summary>What stands for the exponent; null when there is none.</summary>
    public string? Exponent { get; }

    public int MinIntegerDigits { get; private set; }

    public int MinFractionDigits { get; private set; }

    public int MaxFractionDigits { get; private set; }

    /// <summary>The number of digits before the point of a number with an exponent.</summary>
    public int ScalingFactor { get; private set; }

    public int MinExponentDigits => Exponent?.Count(_symbols.IsFamilyDigit) ?? 0;

    /// <summary>How many digits stand to the right of each separator in the integer part.</summary>
    public IReadOnlyList<int> IntegerGroups => CountDigits(Integer, isToLeft: false);

    /// <summary>How many digits stand to the left of each separator in the fraction.</summary>
    public IReadOnlyList<int> FractionGroups => CountDigits(Fraction, isToLeft: true);

    /// <summary>The picture of negative numbers, where there is only one for positive ones.</summary>
    public DecimalSubPicture WithMinus() => new(Picture, _symbols) { Prefix = _symbols.MinusSign + Prefix };

    /// <summary>The distance of separators that stand at equal ones and so go on to the left; 0 for others.</summary>
    public int RegularGrouping()
    {
        IReadOnlyList<int> groups = IntegerGroups;
        int factor = groups.Aggregate(0, Divisor);
        return groups.Count > 0 && Enumerable.Range(1, groups.Count).All(i => groups.Contains(i * factor)) ? factor : 0;
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);

    private int IndexOfActive(string picture)
    {
        for (int i = 0; i < picture.Length; i++)
        {
            if (IsActiveAtEdge(picture[i]))
            {
                return i;
            }
        }

        return picture.Length;
    }

    private bool IsActiveAtEdge(char c) => _symbols.IsActive(c) && !_symbols.ExponentSeparator.Contains(c, StringComparison.Ordinal);

    private List<int> CountDigits(string part, bool isToLeft)
    {
        List<int> positions = [];
        for (int i = part.IndexOf(_symbols.GroupingSeparator, StringComparison.Ordinal);
            i >= 0;
            i = part.IndexOf(_symbols.GroupingSeparator, i + 1, StringComparison.Ordinal))
        {
            positions.Add((isToLeft ? part[..i] : part[i..]).Count(_symbols.IsAnyDigit));
        }

        return positions;
    }

    private void Measure()
    {
        MinIntegerDigits = Integer.Count(_symbols.IsFamilyDigit);
        ScalingFactor = MinIntegerDigits;
        MinFractionDigits = Fraction.Count(_symbols.IsFamilyDigit);
        MaxFractionDigits = Fraction.Count(_symbols.IsAnyDigit);
        if (MinIntegerDigits == 0 && MaxFractionDigits == 0)
        {
            MinFractionDigits = Exponent is null ? 0 : 1;
            MaxFractionDigits = MinFractionDigits;
            MinIntegerDigits = 1 - MinFractionDigits;
        }

        if (Exponent is not null && MinIntegerDigits == 0 && Integer.Contains(_symbols.Digit, StringComparison.Ordinal))
        {
            MinIntegerDigits = 1;
        }

        if (MinIntegerDigits == 0 && MinFractionDigits == 0)
        {
            MinFractionDigits = 1;
        }
    }

    private void Check()
    {
        string grouping = _symbols.GroupingSeparator;
        Refuse(_active == Picture && Picture.Length > 0 && !Picture.Any(_symbols.IsActive), PassiveCode, PassiveMessage);
        int point = Picture.IndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal);
        bool isPercent = Has(_symbols.Percent);
        bool isPerMille = Has(_symbols.PerMille);
        Refuse(
            IsRepeated(_symbols.DecimalSeparator),
            "D3081",
            "The sub-picture must not contain more than one instance of the 'decimal-separator' character");
        Refuse(IsRepeated(_symbols.Percent), "D3082", "The sub-picture must not contain more than one instance of the 'percent' character");
        Refuse(
            IsRepeated(_symbols.PerMille),
            "D3083",
            "The sub-picture must not contain more than one instance of the 'per-mille' character");
        Refuse(isPercent && isPerMille, "D3084", "The sub-picture must not contain both a 'percent' and a 'per-mille' character");
        Refuse(
            _active.Any(c => !_symbols.IsActive(c)),
            PassiveCode,
            PassiveMessage);
        Refuse(
            !_mantissa.Any(_symbols.IsAnyDigit),
            "D3085",
            "The mantissa part of a sub-picture must contain at least one character that is " +
            "either an 'optional digit character' or a member of the 'decimal digit family'");
        Refuse(
            point >= 0 && (Has(grouping + _symbols.DecimalSeparator) || Has(_symbols.DecimalSeparator + grouping)),
            "D3087",
            "The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a 'decimal-separator' character");
        Refuse(
            point < 0 && Integer.EndsWith(grouping, StringComparison.Ordinal),
            "D3088",
            "The sub-picture must not contain a 'grouping-separator' at the end of the integer part");
        Refuse(
            Has(grouping + grouping),
            "D3089",
            "The sub-picture must not contain two adjacent instances of the 'grouping-separator' character");
        Refuse(
            Integer.IndexOf(_symbols.Digit, StringComparison.Ordinal) is > 0 and int first && Integer[..first].Any(_symbols.IsFamilyDigit),
            "D3090",
            "The integer part of the sub-picture must not contain a member of the 'decimal digit family' " +
            "that is followed by an instance of the 'optional digit character'");
        Refuse(
            Fraction.LastIndexOf(_symbols.Digit, StringComparison.Ordinal) is >= 0 and int last
                && Fraction[last..].Any(_symbols.IsFamilyDigit),
            "D3091",
            "The fractional part of the sub-picture must not contain an instance of the 'optional digit character' " +
            "that is followed by a member of the 'decimal digit family'");
        Refuse(
            Exponent?.Length > 0 && (isPercent || isPerMille),
            "D3092",
            "A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character " +
            "treated as an 'exponent-separator'");
        Refuse(
            Exponent is not null && (Exponent.Length == 0 || !Exponent.All(_symbols.IsFamilyDigit)),
            "D3093",
            "The exponent part of the sub-picture must comprise only of one or more characters " +
            "that are members of the 'decimal digit family'");
    }

    private bool Has(string part) => Picture.Contains(part, StringComparison.Ordinal);

    private bool IsRepeated(string symbol) =>
        Picture.IndexOf(symbol, StringComparison.Ordinal) != Picture.LastIndexOf(symbol, StringComparison.Ordinal);

    private static void Refuse(bool isFaulty, string code, [ConstantExpected] string message)
    {
        if (isFaulty)
        {
            throw new JsonataFailure(code, message);
        }
    }
}
