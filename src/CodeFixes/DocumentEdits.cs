using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace StateMachineGen.CodeFixes;

/// <summary>
/// The edits of one document. When all faults are fixed in one pass, several of them may ask for the same edit; a node that
/// is removed stays removed.
/// </summary>
internal sealed class DocumentEdits(SyntaxNode root, Document document)
{
    private readonly SyntaxEditor _editor = new(root, document.Project.Solution.Services);
    private readonly HashSet<SyntaxNode> _removed = [];

    /// <summary>Replaces a node by what is made of its current form.</summary>
    public void Replace<TNode>(TNode node, Func<TNode, SyntaxNode> replace)
        where TNode : SyntaxNode
    {
        if (!IsRemoved(node))
        {
            _editor.ReplaceNode(node, (current, _) => replace((TNode)current));
        }
    }

    /// <summary>Removes a node.</summary>
    public void Remove(SyntaxNode node, SyntaxRemoveOptions options)
    {
        if (!IsRemoved(node))
        {
            _removed.Add(node);
            _editor.RemoveNode(node, options);
        }
    }

    /// <summary>The document with all edits.</summary>
    public Document Apply() => document.WithSyntaxRoot(_editor.GetChangedRoot());

    private bool IsRemoved(SyntaxNode node) => node.AncestorsAndSelf().Any(_removed.Contains);
}
