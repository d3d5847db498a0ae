using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Authoring;

namespace StateMachineGen.CodeFixes;

/// <summary>The machine, and the state if there is one, that a diagnostic is about.</summary>
/// <param name="Document">The document of the diagnostic.</param>
/// <param name="Root">Its syntax.</param>
/// <param name="Machine">The machine.</param>
/// <param name="State">The state, or null when the diagnostic is about the machine itself.</param>
/// <param name="Scope">The scope whose states are nested in the class of the diagnostic, or null when it holds none.</param>
/// <param name="Symbols">The symbols of the runtime.</param>
internal sealed record MachineContext(
    Document Document, SyntaxNode Root, AuthoredMachine Machine, AuthoredState? State, AuthoredScope? Scope, KnownSymbols Symbols)
{
    /// <summary>Reads the machine around a span; null when there is none.</summary>
    public static async Task<MachineContext?> ReadAsync(Document document, TextSpan span, CancellationToken cancellationToken)
    {
        SyntaxNode? root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        SemanticModel? model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || model is null
            || KnownSymbols.TryCreate(model.Compilation) is not { } symbols
            || root.FindNode(span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol type)
        {
            return null;
        }

        AuthoredMachine? machine = FindMachine(type, symbols, cancellationToken)
            ?? FindMachineAround(type, symbols, cancellationToken);
        return machine is null ? null : new MachineContext(document, root, machine, machine.FindState(type), machine.FindScope(type), symbols);
    }

    /// <summary>The machine that a type is or, for a type around machines, contains.</summary>
    private static AuthoredMachine? FindMachine(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken) =>
        MachineReader.Read(type, symbols, cancellationToken)
            ?? type.GetTypeMembers().Select(nested => FindMachine(nested, symbols, cancellationToken)).FirstOrDefault(static machine => machine is not null);

    /// <summary>The machine that a type is nested in, at whatever depth.</summary>
    private static AuthoredMachine? FindMachineAround(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken) =>
        type.ContainingType is { } container
            ? MachineReader.Read(container, symbols, cancellationToken) ?? FindMachineAround(container, symbols, cancellationToken)
            : null;

    /// <summary>The syntax of an attribute, or null when it stands in another document.</summary>
    public AttributeSyntax? Find(Annotation? attribute) => attribute?.Syntax is { } syntax && syntax.SyntaxTree == Root.SyntaxTree ? syntax : null;

    /// <summary>The syntax of the only attribute of a kind on a state, or null.</summary>
    public AttributeSyntax? Find(AuthoredState state, AttributeKind kind) =>
        Find(state.Attributes.FirstOrDefault(attribute => attribute.Kind == kind));
}
