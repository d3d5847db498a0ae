using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Completion;

namespace StateMachineGen.Completion;

/// <summary>The JSON that values of a C# type are written as.</summary>
internal sealed class TypeShape : DataShape
{
    private readonly ITypeSymbol _type;
    private readonly JsonNames _names;

    private TypeShape(ITypeSymbol type, JsonNames names)
    {
        _type = type;
        _names = names;
    }

    /// <inheritdoc/>
    public override IEnumerable<DataMember> Members
    {
        get
        {
            // Types of the platform are written by converters: as texts and numbers, or by keys that no type tells.
            for (ITypeSymbol? type = _type; type is not null && IsOfUser(type); type = type.BaseType)
            {
                foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>().Where(static property =>
                    property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null }))
                {
                    if (_names.Find(property) is { } name)
                    {
                        yield return new DataMember(
                            name, property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), Documentation.SummaryOf(property), () => Create(property.Type, _names));
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public override DataShape? Element => FindElement(_type) is { } element ? Create(element, _names) : null;

    /// <summary>The shape of a type, or null when it has neither members nor elements.</summary>
    public static DataShape? Create(ITypeSymbol? type, JsonNames names)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is not null && (IsOfUser(type) || FindElement(type) is not null) ? new TypeShape(type, names) : null;
    }

    private static bool IsOfUser(ITypeSymbol type) =>
        type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } && FindElement(type) is null && !IsOfPlatform(type);

    private static bool IsOfPlatform(ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space?.ContainingNamespace is { IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }

    private static ITypeSymbol? FindElement(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        { SpecialType: SpecialType.System_String } => null,
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };
}
