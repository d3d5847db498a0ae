using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions;

/// <summary>
/// A piece of an expression in any of the three languages: JSONPath, intrinsic functions, JSONata. Nodes are immutable and know
/// where they stand in the text they were read from. Two nodes are equal when they say the same, wherever they stand.
/// </summary>
public abstract record ExpressionSyntax
{
    private protected ExpressionSyntax()
    {
    }

    /// <summary>Where the node stands in its text; empty for nodes made by program.</summary>
    public TextRange Range { get; init; }

    /// <summary>The nodes right beneath this one, in the order of the text.</summary>
    public virtual IEnumerable<ExpressionSyntax> Children => [];

    /// <summary>Whether the other node is of the same kind; records derived from this one compare their own members besides.</summary>
    public virtual bool Equals(ExpressionSyntax? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary>This node and all beneath it, in the order of the text.</summary>
    public IEnumerable<ExpressionSyntax> DescendantsAndSelf()
    {
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(this);
        while (pending.Count > 0)
        {
            ExpressionSyntax node = pending.Pop();
            yield return node;
            foreach (ExpressionSyntax child in node.Children.Reverse())
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The number of nodes on the longest way down. Counted without recursion, as it tells whether recursion is safe.</summary>
    internal int CountLevels()
    {
        int deepest = 0;
        var pending = new Stack<(ExpressionSyntax Node, int Level)>();
        pending.Push((this, 1));
        while (pending.Count > 0)
        {
            (ExpressionSyntax node, int level) = pending.Pop();
            deepest = Math.Max(deepest, level);
            foreach (ExpressionSyntax child in node.Children)
            {
                pending.Push((child, level + 1));
            }
        }

        return deepest;
    }
}
