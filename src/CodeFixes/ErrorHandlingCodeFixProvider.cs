using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Puts the entry for <c>States.ALL</c> last.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ErrorHandlingCodeFixProvider)), Shared]
public sealed class ErrorHandlingCodeFixProvider() : MachineCodeFixProvider(ErrorHandlingRules.EntryAfterStatesAll.Id)
{
    private protected override Task<IReadOnlyList<Offer>> GetOffersAsync(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        List<Offer> offers = [];
        AttributeSyntax? marked = context.Root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();
        Annotation? data = context.State?.Attributes.FirstOrDefault(attribute => context.Find(attribute) == marked);
        if (marked is null || data is null)
        {
            return Task.FromResult<IReadOnlyList<Offer>>(offers);
        }

        Annotation[] entries =
            [.. context.State!.Attributes.Where(attribute => attribute.Kind == data.Kind).SkipWhile(static attribute => !IsForAll(attribute))];
        AttributeSyntax?[] syntax = [.. entries.Select(entry => context.Find(entry))];
        if (syntax.Length > 1 && syntax.All(static entry => entry is not null))
        {
            AttributeSyntax[] found = [.. syntax.Select(static entry => entry!)];
            if (entries.Skip(1).All(static entry => !IsForAll(entry)))
            {
                offers.Add(new Offer("Move the entry for States.ALL to the end", "MoveStatesAll", edits =>
                {
                    // Each place takes the next entry and the last one takes the first, so brackets and comments stay where they are.
                    for (int i = 0; i < found.Length; i++)
                    {
                        AttributeSyntax next = found[(i + 1) % found.Length];
                        edits.Replace(found[i], current => next.WithTriviaFrom(current));
                    }
                }));
            }

            offers.Add(new Offer("Remove the entries after States.ALL", "RemoveAfterStatesAll", edits => AttributeEdits.Remove(edits, [.. found.Skip(1)])));
        }

        return Task.FromResult<IReadOnlyList<Offer>>(offers);
    }

    private static bool IsForAll(Annotation entry) => entry.Positional.Any(static error => error.Text == ErrorNames.All);
}
