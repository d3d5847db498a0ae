using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Removes an error that an entry of Retry or Catch never gets, with the entry when it has no other.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ErrorNameCodeFixProvider)), Shared]
public sealed class ErrorNameCodeFixProvider() : MachineCodeFixProvider(
    ErrorMatchingRules.ShadowedError.Id,
    ErrorMatchingRules.RuntimeIsNotCaught.Id,
    ErrorMatchingRules.ErrorThatCannotOccur.Id,
    ErrorMatchingRules.RetryOfFail.Id)
{
    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // An entry of a base class belongs to other states too, and a type stands for other errors too.
        if (context.FindArgument(diagnostic) is { NameEquals: null, Expression: not TypeOfExpressionSyntax, Parent.Parent: AttributeSyntax entry } argument
            && context.State is { } state
            && state.Attributes.Any(attribute => context.Find(attribute) == entry))
        {
            yield return new Offer($"Remove {argument.Expression}", "RemoveError", edits => Remove(edits, entry, argument));
        }
    }

    private static void Remove(DocumentEdits edits, AttributeSyntax entry, AttributeArgumentSyntax error)
    {
        if (entry.ArgumentList!.Arguments.All(other => other == error || other.NameEquals is not null || edits.IsRemoved(other)))
        {
            AttributeEdits.Remove(edits, entry);
        }
        else
        {
            edits.Remove(error, SyntaxRemoveOptions.KeepNoTrivia);
        }
    }
}
