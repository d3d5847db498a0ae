using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Connects an unreachable state with the one before it, or removes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnreachableStateCodeFixProvider)), Shared]
public sealed class UnreachableStateCodeFixProvider() : MachineCodeFixProvider(TransitionRules.UnreachableState.Id)
{
    private protected override async Task<IReadOnlyList<Offer>> GetOffersAsync(
        MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        List<Offer> offers = [];
        if (context.State is not { } state)
        {
            return offers;
        }

        ImmutableArray<AuthoredState> siblings = context.Machine.FindScope(state).States;
        int index = siblings.IndexOf(state);
        if (index > 0
            && siblings[index - 1] is { } previous
            && context.Find(previous, AttributeKind.End) is { } end)
        {
            AttributeSyntax next = AttributeEdits.CreateLike(end, AttributeEdits.Generic("Next", state.Type.Name)).WithTriviaFrom(end);
            offers.Add(new Offer($"Go on from '{previous.Type.Name}' to '{state.Type.Name}'", "Connect", edits => edits.Replace(end, _ => next)));
        }

        if (await FindRemovableAsync(context, state, cancellationToken).ConfigureAwait(false) is { } removable)
        {
            string names = string.Join(", ", removable.Select(static declaration => "'" + declaration.Identifier.ValueText + "'"));
            offers.Add(new Offer($"Remove {names}", "Remove", edits =>
            {
                foreach (TypeDeclarationSyntax declaration in removable)
                {
                    edits.Remove(declaration, SyntaxRemoveOptions.KeepUnbalancedDirectives);
                }
            }));
        }

        return offers;
    }

    /// <summary>
    /// The state with the unreachable states that lead to it, because their transitions would not compile without it.
    /// Null when anything else names one of them, or when one is not declared in this document alone.
    /// </summary>
    private static async Task<IReadOnlyList<TypeDeclarationSyntax>?> FindRemovableAsync(
        MachineContext context, AuthoredState state, CancellationToken cancellationToken)
    {
        if (context.Machine.Draft is not { } definition)
        {
            return null;
        }

        HashSet<string> unreachable =
        [
            .. DefinitionChecker.Check(definition, CreationTarget.Unknown)
                .Where(static finding => finding.Rule == TransitionRules.UnreachableState)
                .Select(static finding => finding.Arguments[0]),
        ];
        List<AuthoredState> found = [state];
        List<TypeDeclarationSyntax> declarations = [];
        for (int i = 0; i < found.Count; i++)
        {
            if (FindDeclaration(context, found[i], cancellationToken) is not { } declaration)
            {
                return null;
            }

            declarations.Add(declaration);
            foreach (SyntaxNode reference in await FindReferencesAsync(context, found[i], cancellationToken).ConfigureAwait(false))
            {
                AuthoredState? owner = context.Machine.States.LastOrDefault(
                    candidate => FindDeclaration(context, candidate, cancellationToken)?.Span.Contains(reference.Span) == true && reference.SyntaxTree == context.Root.SyntaxTree);
                if (owner is null || !unreachable.Contains(owner.Name))
                {
                    return null;
                }

                if (!found.Contains(owner))
                {
                    found.Add(owner);
                }
            }
        }

        return [.. declarations.OrderBy(static declaration => declaration.SpanStart)];
    }

    private static TypeDeclarationSyntax? FindDeclaration(MachineContext context, AuthoredState state, CancellationToken cancellationToken)
    {
        SyntaxReference[] written = [.. state.Type.DeclaringSyntaxReferences.Where(static reference => !GeneratedSource.IsGenerated(reference.SyntaxTree))];
        return written.Length == 1 && written[0].SyntaxTree == context.Root.SyntaxTree ? written[0].GetSyntax(cancellationToken) as TypeDeclarationSyntax : null;
    }

    private static async Task<IReadOnlyList<SyntaxNode>> FindReferencesAsync(MachineContext context, AuthoredState state, CancellationToken cancellationToken)
    {
        List<SyntaxNode> references = [];
        foreach (ReferencedSymbol symbol in await SymbolFinder.FindReferencesAsync(
            state.Type, context.Document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (ReferenceLocation location in symbol.Locations)
            {
                if (location.Location.SourceTree is { } tree && !GeneratedSource.IsGenerated(tree))
                {
                    SyntaxNode root = await tree.GetRootAsync(cancellationToken).ConfigureAwait(false);
                    references.Add(root.FindNode(location.Location.SourceSpan));
                }
            }
        }

        return references;
    }
}
