using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>Tells whether the compiler has spoken of what a type is. Whatever would be said of it only follows from that.</summary>
public static class HalfWrittenTypes
{
    /// <summary>
    /// Whether it is uncertain what a type is or derives from: a file that declares it has a syntax error, or one of its attributes, base classes or interfaces has a
    /// name that means nothing.
    /// </summary>
    public static bool IsHalfWritten(this ITypeSymbol type, CancellationToken cancellationToken) =>
        type.GetAttributes().Any(HasUnknownName) || HasUnknownBase(type, cancellationToken);

    /// <summary>Whether an attribute has a name that means nothing.</summary>
    internal static bool HasUnknownName(AttributeData attribute) => attribute.AttributeClass is null or { TypeKind: TypeKind.Error };

    /// <summary>Whether it is uncertain what a type derives from, or what any of its base classes is.</summary>
    internal static bool HasUnknownBase(ITypeSymbol type, CancellationToken cancellationToken)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            // The compiler puts what it does not know among the interfaces.
            if (current.TypeKind == TypeKind.Error
                || current.Interfaces.Any(static @interface => @interface.TypeKind == TypeKind.Error)
                || SourceStructure.IsBroken(current, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }
}
