using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace StateMachineGen.CodeFixes;

/// <summary>
/// What all fixes share: finding the machine, trying each change before it is offered, and fixing all of a document in
/// one pass. A fix itself only says what to change.
/// </summary>
public abstract class MachineCodeFixProvider : CodeFixProvider
{
    private protected MachineCodeFixProvider(params string[] ids) => FixableDiagnosticIds = [.. ids];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        if (await DocumentMachines.OpenAsync(document, context.CancellationToken).ConfigureAwait(false) is not { } machines)
        {
            return document;
        }

        DocumentEdits edits = new(machines.Root, document);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (machines.Find(diagnostic.Location.SourceSpan, context.CancellationToken) is not { } machine)
            {
                continue;
            }

            foreach (Offer offer in await GetOffersAsync(machine, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                if (offer.Key == context.CodeActionEquivalenceKey)
                {
                    offer.Apply(edits);
                }
            }
        }

        return edits.Apply();
    });

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        DocumentMachines? machines = await DocumentMachines.OpenAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (machines?.Find(diagnostic.Location.SourceSpan, context.CancellationToken) is not { } machine)
            {
                continue;
            }

            foreach (Offer offer in await GetOffersAsync(machine, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                DocumentEdits edits = new(machine.Root, context.Document);
                offer.Apply(edits);
                Document changed = edits.Apply();
                if (await FixTrial.HelpsAsync(machine, changed, diagnostic.Id, offer.MayReveal, context.CancellationToken).ConfigureAwait(false))
                {
                    context.RegisterCodeFix(CodeAction.Create(offer.Title, _ => Task.FromResult(changed), offer.Key), diagnostic);
                }
            }
        }
    }

    /// <summary>The changes that would mend a diagnostic, the most likely first.</summary>
    private protected virtual Task<IReadOnlyList<Offer>> GetOffersAsync(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Offer>>([.. GetOffers(context, diagnostic, cancellationToken)]);

    /// <summary>The same, of a fix that asks nothing of the rest of the solution.</summary>
    private protected virtual IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken) => [];
}
