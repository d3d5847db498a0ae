using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;

namespace StateMachineGen.Analyzers;

/// <summary>
/// Asks whether a transition of any machine leads to a class. Where one leads to a state that is in no machine, the
/// transition is an error that says so, and a second word at the class would be noise. The search is over the whole
/// assembly, but only runs when there is such a class.
/// </summary>
internal sealed class OrphanSearch(INamedTypeSymbol orphan, KnownSymbols symbols, CancellationToken cancellationToken)
{
    /// <summary>Whether a transition leads to the class.</summary>
    public bool IsTarget() => IsTargetIn(symbols.Compilation.Assembly.GlobalNamespace);

    private bool IsTargetIn(INamespaceOrTypeSymbol container)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (ISymbol member in container.GetMembers())
        {
            if ((member is INamedTypeSymbol type && IsTargetOf(type)) || (member is INamespaceOrTypeSymbol nested && IsTargetIn(nested)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTargetOf(INamedTypeSymbol type) =>
        symbols.IsState(type)
        && IsInMachine(type.ContainingType)
        && type.GetAttributes().Any(attribute =>
            symbols.GetKind(attribute) is AttributeKind.Next or AttributeKind.Default or AttributeKind.When or AttributeKind.Catch
            && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass!.TypeArguments[0], orphan));

    private bool IsInMachine(INamedTypeSymbol? container) =>
        container is not null && (symbols.FindStateMachine(container) is not null || IsInMachine(container.ContainingType));
}
