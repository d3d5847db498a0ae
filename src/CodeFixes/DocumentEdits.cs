using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.CodeFixes;

/// <summary>
/// The edits of one document. When all faults are fixed in one pass, several of them may ask for the same edit; a node that
/// is removed stays removed.
/// </summary>
internal sealed class DocumentEdits(SyntaxNode root, Document document)
{
    private readonly SyntaxEditor _editor = new(root, document.Project.Solution.Services);
    private readonly HashSet<SyntaxNode> _removed = [];
    private readonly Dictionary<ExpressionSyntax, HashSet<TextChange>> _written = [];

    /// <summary>Replaces a node by what is made of its current form.</summary>
    public void Replace<TNode>(TNode node, Func<TNode, SyntaxNode> replace)
        where TNode : SyntaxNode
    {
        if (!IsRemoved(node))
        {
            // The editor knows nodes by annotations: without them another edit would not find what is here now.
            _editor.ReplaceNode(node, (current, _) => current.CopyAnnotationsTo(replace((TNode)current))!);
        }
    }

    /// <summary>Writes other characters inside of a string literal.</summary>
    /// <param name="span">The characters to replace.</param>
    /// <param name="text">What is written in their place, as the literal has it.</param>
    public void Write(TextSpan span, string text)
    {
        ExpressionSyntax literal = root.FindToken(span.Start).Parent!.FirstAncestorOrSelf<ExpressionSyntax>(
            static node => node is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax)!;
        if (!_written.TryGetValue(literal, out HashSet<TextChange>? changes))
        {
            changes = [];
            _written.Add(literal, changes);
        }

        changes.Add(new TextChange(span, text));
    }

    /// <summary>Adds a node behind another one.</summary>
    public void InsertAfter(SyntaxNode node, SyntaxNode added) => _editor.InsertAfter(node, added);

    /// <summary>Removes a node.</summary>
    public void Remove(SyntaxNode node, SyntaxRemoveOptions options)
    {
        if (!IsRemoved(node))
        {
            _removed.Add(node);
            _editor.RemoveNode(node, options);
        }
    }

    /// <summary>Whether a node, or one that it is in, was removed.</summary>
    public bool IsRemoved(SyntaxNode node) => node.AncestorsAndSelf().Any(_removed.Contains);

    /// <summary>The document with all edits.</summary>
    public Document Apply()
    {
        foreach (KeyValuePair<ExpressionSyntax, HashSet<TextChange>> written in _written)
        {
            ExpressionSyntax literal = written.Key;
            SourceText text = SourceText.From(literal.ToString()).WithChanges(written.Value
                .OrderBy(static change => change.Span)
                .Select(change => new TextChange(new TextSpan(change.Span.Start - literal.SpanStart, change.Span.Length), change.NewText!)));
            ExpressionSyntax changed = SyntaxFactory.ParseExpression(text.ToString(), options: literal.SyntaxTree.Options);
            Replace(literal, current => changed.WithTriviaFrom(current));
        }

        _written.Clear();
        return document.WithSyntaxRoot(_editor.GetChangedRoot());
    }
}
