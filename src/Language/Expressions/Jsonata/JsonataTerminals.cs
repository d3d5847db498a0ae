using System.Globalization;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>The name of a field: <c>a</c>, <c>`a b`</c>.</summary>
/// <param name="Value">The name without backquotes.</param>
public sealed record JsonataName(string Value) : JsonataSyntax;

/// <summary>A variable: <c>$a</c>; also <c>$</c>, the context value, and <c>$$</c>, the input of the whole expression.</summary>
/// <param name="Name">The name without the first <c>$</c>: empty for the context value, <c>$</c> for the input.</param>
public sealed record JsonataVariable(string Name) : JsonataSyntax
{
    /// <summary>Whether this is <c>$</c>, the context value.</summary>
    public bool IsContext => Name.Length == 0;

    /// <summary>Whether this is <c>$$</c>, the input of the whole expression.</summary>
    public bool IsRoot => Name == "$";
}

/// <summary>A string; as a step of a path it is the name of a field.</summary>
/// <param name="Value">The text, unescaped.</param>
public sealed record JsonataString(string Value) : JsonataSyntax;

/// <summary>A number without a sign; a minus before it is a <see cref="JsonataNegation"/>.</summary>
/// <param name="Text">The number as written.</param>
public sealed record JsonataNumber(string Text) : JsonataSyntax
{
    /// <summary>The value. JSONata computes in binary numbers of 64 bits.</summary>
    public double Value => Parse(Text);

    /// <summary>.NET Framework, where compilers may run, throws on numbers that are too large, .NET gives infinity.</summary>
    internal static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.PositiveInfinity;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="Value">The value.</param>
public sealed record JsonataBoolean(bool Value) : JsonataSyntax;

/// <summary><c>null</c>.</summary>
public sealed record JsonataNull : JsonataSyntax;

/// <summary>A regular expression: <c>/^a/i</c>.</summary>
/// <param name="Pattern">The pattern as written between the slashes, with its backslashes.</param>
/// <param name="Flags">The letters after the second slash: <c>i</c> ignores case, <c>m</c> takes lines one by one.</param>
public sealed record JsonataRegex(string Pattern, string Flags) : JsonataSyntax;

/// <summary>All fields of an object: <c>*</c>.</summary>
public sealed record JsonataWildcard : JsonataSyntax;

/// <summary>A value and all values in it: <c>**</c>.</summary>
public sealed record JsonataDescendants : JsonataSyntax;

/// <summary>The value from which the step before led here: <c>%</c>.</summary>
public sealed record JsonataParent : JsonataSyntax;

/// <summary>An argument that a partial application leaves open: <c>?</c>.</summary>
public sealed record JsonataPlaceholder : JsonataSyntax;
