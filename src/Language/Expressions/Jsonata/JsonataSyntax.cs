using System.Collections.Generic;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>
/// A piece of a JSONata expression. The tree says what the source says, but for blanks, comments and spellings. In particular a pair of
/// parentheses is a <see cref="JsonataBlock"/>, and a sort, a filter or a group is a node around what it applies to.
/// </summary>
public abstract record JsonataSyntax : ExpressionSyntax
{
    private protected JsonataSyntax()
    {
    }

    /// <summary>The node in canonical text.</summary>
    public sealed override string ToString() => JsonataPrinter.Print(this);
}

/// <summary>Steps that lead from value to value: <c>a.b.c</c>.</summary>
/// <param name="Steps">
/// The steps, at least two. A <see cref="JsonataString"/> among them is the name of a field. Where the first step is itself around a
/// path, as in <c>a.b^(c).d</c>, JSONata sees one long path.
/// </param>
public sealed record JsonataPath(SyntaxList<JsonataSyntax> Steps) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Steps;
}

/// <summary>A filter or an index: <c>a[b]</c>, <c>a[0]</c>.</summary>
/// <param name="Target">What is filtered.</param>
/// <param name="Predicate">The condition or index.</param>
public sealed record JsonataFilter(JsonataSyntax Target, JsonataSyntax Predicate) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Target, Predicate];
}

/// <summary>A demand for an array even of one value: <c>a[]</c>.</summary>
/// <param name="Target">What is kept an array.</param>
public sealed record JsonataKeepArray(JsonataSyntax Target) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Target];
}

/// <summary>A sort: <c>a^(&gt;b, c)</c>.</summary>
/// <param name="Target">What is sorted.</param>
/// <param name="Terms">What it is sorted by, at least one term.</param>
public sealed record JsonataSort(JsonataSyntax Target, SyntaxList<JsonataSortTerm> Terms) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Target, .. Terms];
}

/// <summary>A term of a sort.</summary>
/// <param name="IsDescending">Whether the greatest value comes first: <c>&gt;</c>. Nothing and <c>&lt;</c> mean the same.</param>
/// <param name="Key">The value to sort by.</param>
public sealed record JsonataSortTerm(bool IsDescending, JsonataSyntax Key) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Key];
}

/// <summary>A grouping of values into an object: <c>a{b: c}</c>.</summary>
/// <param name="Target">What is grouped.</param>
/// <param name="Pairs">The names and values of the groups.</param>
public sealed record JsonataGroup(JsonataSyntax Target, SyntaxList<JsonataPair> Pairs) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Target, .. Pairs];
}

/// <summary>A name and a value in an object constructor or a grouping.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">The value.</param>
public sealed record JsonataPair(JsonataSyntax Key, JsonataSyntax Value) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Key, Value];
}

/// <summary>An object constructor: <c>{"a": b}</c>.</summary>
/// <param name="Pairs">The names and values.</param>
public sealed record JsonataObject(SyntaxList<JsonataPair> Pairs) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Pairs;
}

/// <summary>An array constructor: <c>[a, 1..3]</c>.</summary>
/// <param name="Items">The elements; a <see cref="JsonataRange"/> stands for several.</param>
public sealed record JsonataArray(SyntaxList<JsonataSyntax> Items) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Items;
}

/// <summary>Integers from one to another: <c>1..3</c>. It stands in array constructors only.</summary>
/// <param name="First">The first integer.</param>
/// <param name="Last">The last integer.</param>
public sealed record JsonataRange(JsonataSyntax First, JsonataSyntax Last) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [First, Last];
}

/// <summary>Expressions in parentheses, of which the last one gives the value: <c>($a := 1; $a)</c>.</summary>
/// <param name="Expressions">The expressions; there may be none.</param>
public sealed record JsonataBlock(SyntaxList<JsonataSyntax> Expressions) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Expressions;
}

/// <summary>A binding of the value of each step to a variable: <c>a@$v</c>.</summary>
/// <param name="Target">The step.</param>
/// <param name="Variable">The variable.</param>
public sealed record JsonataFocus(JsonataSyntax Target, JsonataVariable Variable) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Target, Variable];
}

/// <summary>A binding of the position of each value to a variable: <c>a#$i</c>.</summary>
/// <param name="Target">The step.</param>
/// <param name="Variable">The variable.</param>
public sealed record JsonataPosition(JsonataSyntax Target, JsonataVariable Variable) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Target, Variable];
}
