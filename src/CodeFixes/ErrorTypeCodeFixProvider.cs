using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.CodeFixes;

/// <summary>Replaces the type that all exceptions derive from by the error name that matches them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ErrorTypeCodeFixProvider)), Shared]
public sealed class ErrorTypeCodeFixProvider() : MachineCodeFixProvider("SMG1073")
{
    private protected override Task<IReadOnlyList<Offer>> GetOffersAsync(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        List<Offer> offers = [];
        if (context.Root.FindNode(diagnostic.Location.SourceSpan) is { } node && node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is { Parent.Parent: AttributeSyntax entry } argument)
        {
            Add("Errors.All", "MatchAll");
            Add("Errors.TaskFailed", "MatchTaskFailed");

            void Add(string error, string key)
            {
                // As the attribute is qualified, so is its error.
                string qualifier = entry.Name is QualifiedNameSyntax qualified ? qualified.Left + "." : "";
                ExpressionSyntax expression = SyntaxFactory.ParseExpression(qualifier + error);
                offers.Add(new Offer($"Match {error}", key, edits => edits.Replace(argument.Expression, current => expression.WithTriviaFrom(current))));
            }
        }

        return Task.FromResult<IReadOnlyList<Offer>>(offers);
    }
}
