using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Gives <c>States.ALL</c> an entry of its own, or takes the other errors of its entry away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StatesAllCodeFixProvider)), Shared]
public sealed class StatesAllCodeFixProvider() : MachineCodeFixProvider(ErrorHandlingRules.StatesAllNotAlone.Id)
{
    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        AttributeSyntax? marked = context.FindAttribute(diagnostic);
        Annotation? entry = context.State?.Attributes.FirstOrDefault(attribute => context.Find(attribute) == marked);
        if (entry is null || marked is not { ArgumentList.Arguments: var arguments } || Find(entry, arguments) is not { } all)
        {
            yield break;
        }

        AttributeSyntax alone = Keep(marked, argument => argument == all);
        AttributeSyntax others = Keep(marked, argument => argument.Expression is not null && !IsForAll(entry, arguments, argument));
        if (context.Find(context.State!.Attributes.Last(attribute => attribute.Kind == entry.Kind)) is { } last)
        {
            yield return new Offer("Give States.ALL an entry of its own", "SplitStatesAll", edits =>
            {
                edits.Replace(marked, _ => others.WithTriviaFrom(marked));
                if (last == marked || !HasOwnEntry(context.State, entry))
                {
                    AttributeEdits.AddBeside(edits, last, alone.WithoutTrivia(), isFirst: false);
                }
            });
        }

        yield return new Offer("Remove the errors beside States.ALL", "KeepStatesAll", edits => edits.Replace(marked, _ => alone.WithTriviaFrom(marked)));
    }

    private static bool HasOwnEntry(AuthoredState state, Annotation entry) =>
        state.Attributes.Any(attribute => attribute.Kind == entry.Kind && attribute.Positional.Length == 1 && attribute.Positional[0].Text == ErrorNames.All);

    private static AttributeArgumentSyntax? Find(Annotation entry, SeparatedSyntaxList<AttributeArgumentSyntax> arguments) =>
        arguments.FirstOrDefault(argument => IsForAll(entry, arguments, argument));

    /// <summary>Errors are arguments without name, one for each value; an array that is written out is left to the user.</summary>
    private static bool IsForAll(Annotation entry, SeparatedSyntaxList<AttributeArgumentSyntax> arguments, AttributeArgumentSyntax argument)
    {
        int index = arguments.Where(static other => other.NameEquals is null).ToList().IndexOf(argument);
        return index >= 0 && index < entry.Positional.Length && entry.Positional[index].Text == ErrorNames.All;
    }

    /// <summary>The entry with some of its errors, and with all that it says besides.</summary>
    private static AttributeSyntax Keep(AttributeSyntax entry, Func<AttributeArgumentSyntax, bool> keeps)
    {
        AttributeArgumentSyntax[] kept = [.. entry.ArgumentList!.Arguments.Where(argument => argument.NameEquals is not null || keeps(argument)).Select(static argument => argument.WithoutTrivia())];
        return entry.WithArgumentList(entry.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
            kept,
            Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Math.Max(0, kept.Length - 1)))));
    }
}
