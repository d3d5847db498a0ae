using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>The machines of a document. Each is read and checked once, however many of its diagnostics are fixed.</summary>
internal sealed class DocumentMachines
{
    private readonly Document _document;
    private readonly SemanticModel _model;
    private readonly KnownSymbols _symbols;
    private readonly Dictionary<INamedTypeSymbol, AuthoredMachine?> _machines = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<AuthoredMachine, Lazy<ImmutableArray<Finding>>> _findings = [];

    private DocumentMachines(Document document, SyntaxNode root, SemanticModel model, KnownSymbols symbols)
    {
        _document = document;
        Root = root;
        _model = model;
        _symbols = symbols;
    }

    /// <summary>The syntax of the document.</summary>
    public SyntaxNode Root { get; }

    /// <summary>Opens a document; null when its project does not use the runtime.</summary>
    public static async Task<DocumentMachines?> OpenAsync(Document document, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return root is not null && model is not null && KnownSymbols.TryCreate(model.Compilation) is { } symbols
            ? new DocumentMachines(document, root, model, symbols)
            : null;
    }

    /// <summary>The machine around a span, with what is there; null when there is none.</summary>
    public MachineContext? Find(TextSpan span, CancellationToken cancellationToken)
    {
        if (Root.FindNode(span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || _model.GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol type
            || (FindWithin(type, cancellationToken) ?? FindAround(type, cancellationToken)) is not { } machine)
        {
            return null;
        }

        if (!_findings.TryGetValue(machine, out Lazy<ImmutableArray<Finding>>? findings))
        {
            findings = new(() => machine.Sketch is { } sketch ? DefinitionChecker.Check(sketch, machine.Target) : ImmutableArray<Finding>.Empty);
            _findings.Add(machine, findings);
        }

        return new MachineContext(_document, Root, machine, machine.FindState(type), machine.FindScope(type), findings);
    }

    private AuthoredMachine? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (!_machines.TryGetValue(type, out AuthoredMachine? machine))
        {
            machine = MachineReader.Read(type, _symbols, cancellationToken);
            _machines.Add(type, machine);
        }

        return machine;
    }

    /// <summary>The machine that a type is or, for a type around machines, contains.</summary>
    private AuthoredMachine? FindWithin(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        Read(type, cancellationToken)
            ?? type.GetTypeMembers().Select(nested => FindWithin(nested, cancellationToken)).FirstOrDefault(static machine => machine is not null);

    /// <summary>The machine that a type is nested in, at whatever depth.</summary>
    private AuthoredMachine? FindAround(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.ContainingType is { } container ? Read(container, cancellationToken) ?? FindAround(container, cancellationToken) : null;
}
