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
/// a key press costs one file and not all of them. An alias of the attribute for all files is rare, and makes all of them be read anew.
/// </summary>
internal sealed class MachineNames(KnownSymbols symbols)
{
    private static readonly string[] s_attributeNames = ["StateMachine", "StateMachineAttribute"];
    private static readonly ConditionalWeakTable<SyntaxTree, SourceFile> s_files = new();

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
        SyntaxTree[] trees = [.. symbols.Compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal)];
        SourceFile[] files = [.. trees.Select(tree => Read(tree, cancellationToken))];
        string[] globalAliases = [.. files.SelectMany(static file => file.GlobalAliases)];
        for (int i = 0; i < files.Length; i++)
        {
            IEnumerable<TypeDeclarationSyntax> candidates =
                globalAliases.Length == 0 ? files[i].Candidates : FindCandidates((CompilationUnitSyntax)trees[i].GetRoot(cancellationToken), globalAliases);
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

    private static SourceFile Read(SyntaxTree tree, CancellationToken cancellationToken) =>
        s_files.TryGetValue(tree, out SourceFile? file) ? file : s_files.GetValue(tree, key => SourceFile.Read((CompilationUnitSyntax)key.GetRoot(cancellationToken)));

    private static IEnumerable<TypeDeclarationSyntax> FindCandidates(CompilationUnitSyntax root, IEnumerable<string> globalAliases)
    {
        HashSet<string> names = new(s_attributeNames.Concat(globalAliases).Concat(FindAliases(root)), StringComparer.Ordinal);
        return root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => type.AttributeLists.Any(list => list.Attributes.Any(attribute => names.Contains(NameOf(attribute.Name)))));
    }

    /// <summary>What the attribute can be called by in a file because of its using directives.</summary>
    private static IEnumerable<string> FindAliases(CompilationUnitSyntax root) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<UsingDirectiveSyntax>()
            .Where(static directive => directive is { Alias: not null, NamespaceOrType: NameSyntax target } && s_attributeNames.Contains(NameOf(target)))
            .Select(static directive => directive.Alias!.Name.Identifier.ValueText)
            .SelectMany(static alias => new[] { alias, TrimSuffix(alias) });

    private static string TrimSuffix(string name) =>
        name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => NameOf(qualified.Right),
        AliasQualifiedNameSyntax alias => NameOf(alias.Name),
        _ => ((SimpleNameSyntax)name).Identifier.ValueText,
    };

    /// <summary>What a file tells without its compilation.</summary>
    /// <param name="Candidates">The classes that may be machines.</param>
    /// <param name="GlobalAliases">What the attribute can be called by in all files because of this one.</param>
    private sealed record SourceFile(TypeDeclarationSyntax[] Candidates, string[] GlobalAliases)
    {
        public static SourceFile Read(CompilationUnitSyntax root) => new(
            [.. FindCandidates(root, [])],
            root.Usings.Any(static directive => directive.GlobalKeyword.ValueText.Length > 0) ? [.. FindAliases(root)] : []);
    }
}
