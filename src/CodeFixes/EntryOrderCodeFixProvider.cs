using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Puts the entry of Retry or Catch that takes the errors of others behind them, or removes those that are never used.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EntryOrderCodeFixProvider)), Shared]
public sealed class EntryOrderCodeFixProvider() : MachineCodeFixProvider(ErrorHandlingRules.EntryAfterStatesAll.Id, ErrorMatchingRules.ShadowedEntry.Id)
{
    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        AttributeSyntax? marked = context.FindAttribute(diagnostic);
        Annotation? data = context.State?.Attributes.FirstOrDefault(attribute => context.Find(attribute) == marked);
        if (marked is null || data is null)
        {
            return [];
        }

        Annotation[] entries = [.. context.State!.Attributes.Where(attribute => attribute.Kind == data.Kind && context.Find(attribute) is not null)];
        return diagnostic.Id == ErrorHandlingRules.EntryAfterStatesAll.Id ? FixStatesAll(context, entries) : FixShadowed(context, entries, marked);
    }

    private static IEnumerable<Offer> FixStatesAll(MachineContext context, Annotation[] entries)
    {
        AttributeSyntax[] found = [.. entries.SkipWhile(static entry => !Names(entry, ErrorNames.All)).Select(entry => context.Find(entry)!)];
        if (found.Length > 1)
        {
            if (entries.Count(static entry => Names(entry, ErrorNames.All)) == 1)
            {
                yield return new Offer("Move the entry for States.ALL to the end", "MoveStatesAll", edits => MoveToEnd(edits, found));
            }

            yield return new Offer("Remove the entries after States.ALL", "RemoveAfterStatesAll", edits => AttributeEdits.Remove(edits, [.. found.Skip(1)]));
        }
    }

    private static IEnumerable<Offer> FixShadowed(MachineContext context, Annotation[] entries, AttributeSyntax marked)
    {
        // Behind States.ALL nothing is ever used.
        Annotation[] used = [.. entries.TakeWhile(static entry => !Names(entry, ErrorNames.All))];
        Annotation? taking = used.TakeWhile(entry => context.Find(entry) != marked).FirstOrDefault(static entry => Names(entry, ErrorNames.TaskFailed) || Names(entry, ErrorNames.Timeout));
        if (taking is not null)
        {
            AttributeSyntax[] found = [.. used.SkipWhile(entry => entry != taking).Select(entry => context.Find(entry)!)];
            string name = Names(taking, ErrorNames.TaskFailed) ? ErrorNames.TaskFailed : ErrorNames.Timeout;
            yield return new Offer($"Try the entry for {name} last", "MoveTaking", edits => MoveToEnd(edits, found));
        }

        yield return new Offer("Remove the entry that is never used", "RemoveShadowed", edits => AttributeEdits.Remove(edits, marked));
    }

    /// <summary>Each place takes the next entry and the last one takes the first, so brackets and comments stay where they are.</summary>
    private static void MoveToEnd(DocumentEdits edits, AttributeSyntax[] entries)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            AttributeSyntax next = entries[(i + 1) % entries.Length];
            edits.Replace(entries[i], current => next.WithTriviaFrom(current));
        }
    }

    private static bool Names(Annotation entry, string name) => entry.Positional.Any(error => error.Text == name);
}
