using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;

namespace StateMachineGen.CodeFixes;

/// <summary>Makes machines, what contains them, states and branches partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialCodeFixProvider)), Shared]
public sealed class MakePartialCodeFixProvider() : MachineCodeFixProvider(AuthoringRules.MachineNotPartial.Id, AuthoringRules.StateNotPartial.Id, AuthoringRules.BranchNotPartial.Id)
{
    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        TypeDeclarationSyntax marked = context.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TypeDeclarationSyntax>()!;
        yield return new Offer($"Make '{marked.Identifier.ValueText}' partial", "MakePartial", edits =>
        {
            foreach (TypeDeclarationSyntax declaration in marked.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            {
                edits.Replace(declaration, AddPartial);
            }
        });
    }

    /// <summary><c>partial</c> is the last modifier, right before the keyword.</summary>
    private static TypeDeclarationSyntax AddPartial(TypeDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return declaration;
        }

        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count == 0)
        {
            partial = partial.WithLeadingTrivia(declaration.Keyword.LeadingTrivia);
            declaration = declaration.WithKeyword(declaration.Keyword.WithLeadingTrivia());
        }

        return declaration.WithModifiers(declaration.Modifiers.Add(partial));
    }
}
