using System.Collections.Generic;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.Intrinsics;

/// <summary>What a field with the suffix <c>.$</c> may hold and a function may take: a call, a path or a literal.</summary>
public abstract record IntrinsicSyntax : ExpressionSyntax
{
    private protected IntrinsicSyntax()
    {
    }

    /// <summary>The node in canonical text.</summary>
    public sealed override string ToString() => IntrinsicPrinter.Print(this);
}

/// <summary>A call of an intrinsic function. The function need not be one that the language knows.</summary>
/// <param name="Name">The function's name, <c>States.Format</c> for example.</param>
/// <param name="Arguments">The arguments in order.</param>
public sealed record IntrinsicCall(string Name, SyntaxList<IntrinsicSyntax> Arguments) : IntrinsicSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Arguments;

    /// <summary>Where the function's name stands; a call begins with it.</summary>
    public TextRange NameRange => new(Range.Start, Name.Length);
}

/// <summary>A path.</summary>
/// <param name="Path">The path; its positions are those in the whole text.</param>
public sealed record IntrinsicPath(JsonPathQuery Path) : IntrinsicSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Path];
}

/// <summary>A number.</summary>
/// <param name="Text">The number as written, so that nothing is lost to a binary type.</param>
public sealed record IntrinsicNumber(string Text) : IntrinsicSyntax;

/// <summary><c>true</c> or <c>false</c>. ASL does not list them among the arguments, but AWS takes them.</summary>
/// <param name="Value">The value.</param>
public sealed record IntrinsicBoolean(bool Value) : IntrinsicSyntax;

/// <summary><c>null</c>.</summary>
public sealed record IntrinsicNull : IntrinsicSyntax;
