using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Puts the test that a variable is present before the comparison that needs it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PresenceCodeFixProvider)), Shared]
public sealed class PresenceCodeFixProvider() : MachineCodeFixProvider(ChoiceAnalysisRules.UnguardedComparison.Id)
{
    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } variable
            && FindTest(variable) is { } test
            && !test.Ancestors().OfType<PrefixUnaryExpressionSyntax>().Any())
        {
            // Under a negation the comparison would become true where the variable is missing.
            yield return new Offer($"Test first whether {variable.ArgumentList.Arguments.FirstOrDefault()} is present", "TestPresence", edits => edits.Replace(test, current =>
                SyntaxFactory.BinaryExpression(
                    SyntaxKind.BitwiseAndExpression,
                    SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, variable.WithoutTrivia(), SyntaxFactory.IdentifierName("IsPresent"))
                        .WithLeadingTrivia(current.GetLeadingTrivia())
                        .WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.AmpersandToken).WithTrailingTrivia(SyntaxFactory.Space),
                    current.WithoutLeadingTrivia())));
        }
    }

    /// <summary>The comparison or test that a variable is in: the outermost expression that is no combination of conditions.</summary>
    private static ExpressionSyntax? FindTest(InvocationExpressionSyntax variable)
    {
        ExpressionSyntax test = variable;
        while (test.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax
            || (test.Parent is BinaryExpressionSyntax binary && !binary.IsKind(SyntaxKind.BitwiseAndExpression) && !binary.IsKind(SyntaxKind.BitwiseOrExpression)))
        {
            test = (ExpressionSyntax)test.Parent;
        }

        return test == variable ? null : test;
    }
}
