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

/// <summary>Adds errors that Retry or Catch lack.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingErrorCodeFixProvider)), Shared]
public sealed class MissingErrorCodeFixProvider() : MachineCodeFixProvider(
    ErrorHandlingRules.NoErrors.Id, ErrorMatchingRules.TimeoutEscapes.Id, ErrorMatchingRules.DataLimitMayEscape.Id, AdviceRules.LambdaWithoutRetry.Id)
{
    private static readonly string[] s_lambdaErrors =
        ["Errors.Lambda.ClientExecutionTimeout", "Errors.Lambda.Service", "Errors.Lambda.AwsLambda", "Errors.Lambda.SdkClient", "Errors.Lambda.TooManyRequests"];

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Id == AdviceRules.LambdaWithoutRetry.Id)
        {
            return RetryLambda(context);
        }

        if (context.FindAttribute(diagnostic) is not { } entry)
        {
            return [];
        }

        return diagnostic.Id == ErrorHandlingRules.NoErrors.Id ? MatchAll(entry)
            : context.FindArgument(diagnostic) is not { } error ? []
            : diagnostic.Id == ErrorMatchingRules.TimeoutEscapes.Id ? CatchTimeout(entry, error)
            : CatchDataLimit(entry, error);
    }

    private static IEnumerable<Offer> MatchAll(AttributeSyntax entry)
    {
        yield return new Offer("Match all errors", "MatchAll", edits => edits.Replace(entry, current => AttributeEdits.Insert(current, Error(entry, "Errors.All"), index: 0)));
    }

    private static IEnumerable<Offer> CatchTimeout(AttributeSyntax entry, AttributeArgumentSyntax error)
    {
        int index = entry.ArgumentList!.Arguments.IndexOf(error) + 1;
        yield return new Offer(
            "Catch States.Timeout as well", "CatchTimeout", edits => edits.Replace(entry, current => AttributeEdits.Insert(current, Error(entry, "Errors.Timeout"), index)));
    }

    /// <summary>The entry for States.ALL stays the last: it is written anew at the end, and its place is taken by the new one.</summary>
    private static IEnumerable<Offer> CatchDataLimit(AttributeSyntax entry, AttributeArgumentSyntax error)
    {
        AttributeSyntax dataLimit = entry.ReplaceNode(error.Expression, AttributeEdits.ExpressionLike(entry, "Errors.DataLimitExceeded").WithTriviaFrom(error.Expression));
        yield return new Offer("Catch States.DataLimitExceeded as well", "CatchDataLimit", edits =>
        {
            edits.Replace(entry, current => dataLimit.WithTriviaFrom(current));
            AttributeEdits.AddBeside(edits, entry, entry.WithoutTrivia(), isFirst: false);
        });
    }

    private static IEnumerable<Offer> RetryLambda(MachineContext context)
    {
        if (context.Find(context.State?.Attribute) is { } type)
        {
            AttributeSyntax retry = AttributeEdits.CreateLike(type, SyntaxFactory.IdentifierName("Retry"));
            retry = s_lambdaErrors.Aggregate(retry, (current, error) => AttributeEdits.Insert(current, Error(type, error)));
            retry = AttributeEdits.Insert(retry, AttributeEdits.Property("IntervalSeconds", Number(1)));
            retry = AttributeEdits.Insert(retry, AttributeEdits.Property("MaxAttempts", Number(3)));
            retry = AttributeEdits.Insert(retry, AttributeEdits.Property("BackoffRate", Number(2)));
            yield return new Offer("Retry errors of the Lambda service", "RetryLambda", edits => AttributeEdits.AddBeside(edits, type, retry, isFirst: false));
        }
    }

    private static AttributeArgumentSyntax Error(AttributeSyntax model, string error) => SyntaxFactory.AttributeArgument(AttributeEdits.ExpressionLike(model, error));

    private static LiteralExpressionSyntax Number(int value) => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(value));
}
