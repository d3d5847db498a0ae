using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>Finds the states of a scope that transitions lead to.</summary>
internal sealed class TargetReader(AuthoredScope scope, ReadingContext context)
{
    private readonly Dictionary<ISymbol, AuthoredState> _states =
        scope.States.ToDictionary(static state => (ISymbol)state.Type, SymbolEqualityComparer.Default);

    /// <summary>The state that an attribute of a state leads to; null, with a fault where the compiler has not spoken, when there is none.</summary>
    public AuthoredState? Read(Annotation attribute, AuthoredState state)
    {
        if (attribute.Target is not { } target)
        {
            context.IsIncomplete = true;
            return null;
        }

        if (_states.TryGetValue(target, out AuthoredState? found))
        {
            return found;
        }

        // An entry of a base class is right for some states and wrong for others; what is wrong is that this state derives from it.
        SourcePlace place = state.Attributes.Contains(attribute) || attribute.Kind == AttributeKind.When ? new TargetPlace(attribute) : new CarrierPlace(state.Attribute);
        if (context.Symbols.IsState(target))
        {
            context.ReportUnfit(target, AuthoringRules.TargetInOtherScope, place, target.Name, scope.Type.Name, target.ContainingType?.Name ?? "no machine");
        }
        else
        {
            context.ReportUnfit(target, AuthoringRules.TargetIsNoState, place, target.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        return null;
    }
}
