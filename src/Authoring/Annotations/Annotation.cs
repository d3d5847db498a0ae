using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Authoring;

/// <summary>
/// An attribute of ours as a class carries it, with what it says. It has the same content whether it was read from what
/// the compiler bound or from its syntax.
/// </summary>
/// <param name="Kind">Which attribute it is.</param>
/// <param name="Syntax">How it is written.</param>
/// <param name="Target">Its type argument, the target of a transition; null when it has none.</param>
/// <param name="Positional">Its arguments without name; the entries of a params array each for itself.</param>
/// <param name="Named">Its arguments with name.</param>
/// <param name="IsComplete">Whether the compiler accepts the arguments.</param>
/// <param name="IsForeign">Whether it stands in another assembly, on a base class; then <paramref name="Syntax"/> is that of the state's own type.</param>
public sealed record Annotation(
    AttributeKind Kind,
    AttributeSyntax Syntax,
    ITypeSymbol? Target,
    ImmutableArray<AnnotationValue> Positional,
    ImmutableArray<KeyValuePair<string, AnnotationValue>> Named,
    bool IsComplete,
    bool IsForeign = false)
{
    /// <summary>The value of an argument with name; absent when the attribute does not set it.</summary>
    public AnnotationValue Find(string name)
    {
        foreach (KeyValuePair<string, AnnotationValue> argument in Named)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return default;
    }
}
