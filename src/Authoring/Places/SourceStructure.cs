using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Authoring;

/// <summary>
/// Tells whether the parser could see what a file declares. Behind a syntax error it guesses: braces close other classes than they were meant to, and attributes
/// stand on other declarations or on none. Whatever would be said of such classes follows from an error that the compiler reports.
/// </summary>
public static class SourceStructure
{
    // Weak keys: trees live as long as the IDE holds them.
    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> s_broken = new();

    /// <summary>Whether it is uncertain what a class is: a file with a declaration of it, or of a class around it, has a syntax error.</summary>
    public static bool IsBroken(ITypeSymbol type, CancellationToken cancellationToken)
    {
        for (ITypeSymbol? container = type; container is not null; container = container.ContainingType)
        {
            if (container.DeclaringSyntaxReferences.Any(reference => IsBroken(reference.SyntaxTree, cancellationToken)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a file has a syntax error outside of code: one in the body of a member leaves the declarations around it as they are.</summary>
    public static bool IsBroken(SyntaxTree tree, CancellationToken cancellationToken)
    {
        SyntaxNode root = tree.GetRoot(cancellationToken);
        return root.ContainsDiagnostics && s_broken.GetValue(tree, _ => new StrongBox<bool>(HasErrorOutsideOfCode(root))).Value;
    }

    private static bool HasErrorOutsideOfCode(SyntaxNode root) =>
        CountErrors(root.GetDiagnostics()) > root.DescendantNodes(static node => node.ContainsDiagnostics && !IsCode(node)).Where(IsCode).Sum(CountErrors);

    /// <summary>Errors in a node itself, and not in what the parser skipped behind it, which hangs on to its end.</summary>
    private static int CountErrors(SyntaxNode node) => node.ContainsDiagnostics
        ? CountErrors(node.GetDiagnostics()) - node.GetTrailingTrivia().Sum(static trivia => CountErrors(trivia.GetDiagnostics()))
        : 0;

    private static int CountErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>What ends where it was meant to, whatever is in it.</summary>
    private static bool IsCode(SyntaxNode node) => node
        is BlockSyntax { OpenBraceToken.IsMissing: false, CloseBraceToken.IsMissing: false }
        or ArrowExpressionClauseSyntax
        or EqualsValueClauseSyntax;
}
