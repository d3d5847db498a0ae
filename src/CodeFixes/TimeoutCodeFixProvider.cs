using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Gives a task that waits for something outside a timeout.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TimeoutCodeFixProvider)), Shared]
public sealed class TimeoutCodeFixProvider() : MachineCodeFixProvider(IntegrationRules.CallbackWithoutTimeout.Id, AdviceRules.JobWithoutTimeout.Id)
{
    /// <summary>How long is right only the user knows; any end is better than the year after which AWS ends the execution.</summary>
    private const int Seconds = 3600;

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find(context.State?.Attribute) is { } task)
        {
            AttributeArgumentSyntax timeout = AttributeEdits.Property(
                "TimeoutSeconds", SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(Seconds)));
            // A Catch that a timeout escapes is worth saying, and has a fix of its own.
            yield return new Offer(
                "Give it a timeout of an hour", "AddTimeout", edits => edits.Replace(task, current => AttributeEdits.Insert(current, timeout)), MayReveal: true);
        }
    }
}
