using System.Collections.Generic;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>A side of a comparison or an argument of a function: a path or a literal.</summary>
public abstract record JsonPathOperand : JsonPathSyntax
{
    private protected JsonPathOperand()
    {
    }
}

/// <summary>A string: <c>'a'</c> or <c>"a"</c>.</summary>
/// <param name="Value">The text, unescaped.</param>
public sealed record JsonPathString(string Value) : JsonPathOperand;

/// <summary>
/// A word without quotes where a literal is expected: <c>@.language == es</c>. Old versions of the library read it as a string, and
/// definitions from that time hold such words.
/// </summary>
/// <param name="Text">The word.</param>
public sealed record JsonPathWord(string Text) : JsonPathOperand;

/// <summary>A number.</summary>
/// <param name="Text">The number as written, so that nothing is lost to a binary type.</param>
public sealed record JsonPathNumber(string Text) : JsonPathOperand;

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="Value">The value.</param>
public sealed record JsonPathBoolean(bool Value) : JsonPathOperand;

/// <summary><c>null</c>.</summary>
public sealed record JsonPathNull : JsonPathOperand;

/// <summary>A regular expression: <c>/^a/i</c>.</summary>
/// <param name="Pattern">The pattern as written between the slashes, with its backslashes.</param>
/// <param name="Flags">The letters after the second slash.</param>
public sealed record JsonPathRegex(string Pattern, string Flags) : JsonPathOperand;

/// <summary>An array of literals: <c>['a', 1]</c>.</summary>
/// <param name="Items">The elements.</param>
public sealed record JsonPathArray(SyntaxList<JsonPathOperand> Items) : JsonPathOperand
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Items;
}

/// <summary>An object of literals: <c>{'a': 1}</c>.</summary>
/// <param name="Members">The members.</param>
public sealed record JsonPathObject(SyntaxList<JsonPathMember> Members) : JsonPathOperand
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Members;
}

/// <summary>A member of an object literal.</summary>
/// <param name="Name">The name, unescaped.</param>
/// <param name="Value">The value.</param>
public sealed record JsonPathMember(string Name, JsonPathOperand Value) : JsonPathSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Value];
}
