using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.CodeFixes;

/// <summary>Replaces the type that all exceptions derive from by the error name that matches them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ErrorTypeCodeFixProvider)), Shared]
public sealed class ErrorTypeCodeFixProvider() : MachineCodeFixProvider(BaseOfAllExceptions)
{
    // A rule of C# alone belongs to the analyzers, which this assembly does not reference.
    private const string BaseOfAllExceptions = "SMG1073";

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.FindArgument(diagnostic) is { Parent.Parent: AttributeSyntax entry } argument)
        {
            yield return Match("Errors.All", "MatchAll");
            yield return Match("Errors.TaskFailed", "MatchTaskFailed");

            Offer Match(string error, string key) => new(
                $"Match {error}", key, edits => edits.Replace(argument.Expression, current => AttributeEdits.ExpressionLike(entry, error).WithTriviaFrom(current)));
        }
    }
}
