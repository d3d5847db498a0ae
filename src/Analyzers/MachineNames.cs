using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;

namespace StateMachineGen.Analyzers;

/// <summary>
/// Finds machines of one compilation whose definitions would be one file. Which classes may be machines is read from syntax and remembered for each file, so that
/// a key press costs one file and not all of them; a machine whose attribute has an alias is left to the build, which finds it as well.
/// </summary>
internal sealed class MachineNames(KnownSymbols symbols)
{
    private static readonly ConditionalWeakTable<SyntaxTree, TypeDeclarationSyntax[]> s_candidates = new();

    private ImmutableDictionary<string, INamedTypeSymbol>? _owners;

    /// <summary>The machine that comes before another one in the source and has a name that is the same but for case; null when there is none.</summary>
    public INamedTypeSymbol? FindEarlier(AuthoredMachine machine, CancellationToken cancellationToken)
    {
        ImmutableDictionary<string, INamedTypeSymbol> owners = _owners ??= FindOwners(cancellationToken);
        return owners.TryGetValue(machine.Name, out INamedTypeSymbol? owner) && !SymbolEqualityComparer.Default.Equals(owner, machine.Type) ? owner : null;
    }

    private ImmutableDictionary<string, INamedTypeSymbol> FindOwners(CancellationToken cancellationToken)
    {
        ImmutableDictionary<string, INamedTypeSymbol>.Builder owners = ImmutableDictionary.CreateBuilder<string, INamedTypeSymbol>(StringComparer.OrdinalIgnoreCase);
        foreach (SyntaxTree tree in symbols.Compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal))
        {
            if (!s_candidates.TryGetValue(tree, out TypeDeclarationSyntax[]? candidates))
            {
                candidates = s_candidates.GetValue(tree, key => [.. FindCandidates(key.GetRoot(cancellationToken))]);
            }

            foreach (TypeDeclarationSyntax candidate in candidates)
            {
                if (symbols.FindDeclared(candidate, cancellationToken) is { } type && symbols.FindMachineName(type) is { } name && !owners.ContainsKey(name))
                {
                    owners.Add(name, type);
                }
            }
        }

        return owners.ToImmutable();
    }

    private static IEnumerable<TypeDeclarationSyntax> FindCandidates(SyntaxNode root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => type.AttributeLists.Any(static list => list.Attributes.Any(static attribute => IsStateMachine(attribute.Name))));

    private static bool IsStateMachine(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsStateMachine(qualified.Right),
        AliasQualifiedNameSyntax alias => IsStateMachine(alias.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText is "StateMachine" or "StateMachineAttribute",
        _ => false,
    };
}
