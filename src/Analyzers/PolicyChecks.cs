using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>Checks the classes around states: base classes whose [Retry] and [Catch] reach nobody, handlers that no state is, and entries whose order nobody wrote.</summary>
internal sealed class PolicyChecks(AuthoredMachine machine, Action<Rule, SourcePlace, ImmutableArray<string>> report, CancellationToken cancellationToken)
{
    public void Check()
    {
        foreach (AuthoredState state in machine.States)
        {
            CheckBase(state);
            CheckOrder(state);
        }

        foreach (AuthoredScope scope in machine.States.SelectMany(static state => state.Scopes).Prepend(machine.Scope).Where(static scope => scope.Body is null))
        {
            foreach (INamedTypeSymbol nested in scope.Type.GetTypeMembers())
            {
                CheckNested(nested);
            }
        }
    }

    /// <summary>A state that derives from a state gets none of its entries; where it has some of its own, that may be what is meant.</summary>
    private void CheckBase(AuthoredState state)
    {
        if (state.Type.BaseType is { SpecialType: not SpecialType.System_Object } @base
            && machine.Symbols.IsState(@base)
            && @base.GetAttributes().Select(machine.Symbols.GetKind).FirstOrDefault(IsEntry) is not AttributeKind.None and var kind
            && !state.Attributes.Any(attribute => attribute.Kind == kind))
        {
            report(CSharpRules.EntriesOfBaseState, new CarrierPlace(state.Attribute), [state.Type.Name, @base.Name, kind.ToString()]);
        }
    }

    /// <summary>Entries are tried in the order of the source. Over several files that is the order of the files' names, which no reader sees.</summary>
    private void CheckOrder(AuthoredState state)
    {
        if (state.Type.DeclaringSyntaxReferences.Length == 1)
        {
            return;
        }

        IEnumerable<(AttributeKind Kind, SyntaxNode Syntax)> entries = state.Attributes
            .Concat(state.Scopes.Where(static scope => scope.Body is null).Select(static scope => scope.Attribute))
            .Where(static attribute => IsEntry(attribute.Kind) || attribute.Kind is AttributeKind.When or AttributeKind.Branch)
            .Select(static attribute => (attribute.Kind, (SyntaxNode)attribute.Syntax));
        foreach (IGrouping<AttributeKind, SyntaxNode> kind in entries.Concat(FindRules(state)).GroupBy(static entry => entry.Kind, static entry => entry.Syntax))
        {
            SyntaxNode[] ordered = [.. kind.OrderBy(static syntax => syntax.SyntaxTree.FilePath, StringComparer.Ordinal)];
            if (ordered[0].SyntaxTree != ordered[ordered.Length - 1].SyntaxTree)
            {
                SyntaxNode other = ordered.First(syntax => syntax.SyntaxTree != ordered[0].SyntaxTree);
                report(CSharpRules.EntriesInSeveralFiles, new FixedPlace(other.GetLocation()), [kind.Key.ToString(), state.Type.Name]);
            }
        }
    }

    /// <summary>The rules of a Choice that are written as properties.</summary>
    private IEnumerable<(AttributeKind Kind, SyntaxNode Syntax)> FindRules(AuthoredState state) =>
        state.StateType != Language.Document.StateType.Choice
            ? []
            : state.Type.GetMembers().OfType<IPropertySymbol>().SelectMany(static property => property.GetAttributes())
                .Where(attribute => machine.Symbols.GetKind(attribute) == AttributeKind.When)
                .Select(attribute => (AttributeKind.When, attribute.ApplicationSyntaxReference!.GetSyntax(cancellationToken)));

    private void CheckNested(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || type.IsStatic || machine.Symbols.IsState(type))
        {
            return;
        }

        if (type.GetAttributes().Select(machine.Symbols.GetKind).FirstOrDefault(IsEntry) is not AttributeKind.None and var kind)
        {
            if (!machine.Symbols.Has(type, AttributeKind.Branch) && !IsUsedAsBase(type))
            {
                report(CSharpRules.UnusedPolicy, new SymbolPlace(type), [type.Name, kind.ToString()]);
            }
        }
        else if (!type.IsAbstract && IsHandler(type) && !IsUsedAsBase(type))
        {
            report(CSharpRules.HandlerWithoutTask, new SymbolPlace(type), [type.Name]);
        }
    }

    private bool IsHandler(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(@interface => SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, machine.Symbols.TaskHandler));

    /// <summary>Whether any class of the compilation may derive from a class. Names are compared, so that nothing has to be bound.</summary>
    private bool IsUsedAsBase(INamedTypeSymbol type) =>
        machine.States.Any(state => KnownSymbols.DerivesFrom(state.Type, type))
        || machine.Symbols.Compilation.SyntaxTrees.Any(tree => NamesAsBase(tree.GetRoot(cancellationToken), type.Name));

    private static bool NamesAsBase(SyntaxNode root, string name) =>
        root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax or BaseListSyntax)
            .OfType<BaseListSyntax>()
            .SelectMany(static list => list.Types)
            .Any(@base => @base.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(simple => simple.Identifier.ValueText == name));

    private static bool IsEntry(AttributeKind kind) => kind is AttributeKind.Retry or AttributeKind.Catch;
}
