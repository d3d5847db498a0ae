using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StateMachineGen.Authoring;

/// <summary>Reads the C# work of a Task: which ITask it implements, and what its constructor asks for.</summary>
internal static class HandlerReader
{
    /// <summary>The handler of a state's class, or null when it implements no ITask.</summary>
    /// <param name="type">The class.</param>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="isAmbiguous">Whether the class implements ITask more than once.</param>
    public static Handler? Read(INamedTypeSymbol type, KnownSymbols symbols, out bool isAmbiguous)
    {
        isAmbiguous = false;
        INamedTypeSymbol? contract = null;
        foreach (INamedTypeSymbol @interface in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(@interface.OriginalDefinition, symbols.TaskHandler))
            {
                continue;
            }

            isAmbiguous |= contract is not null;
            contract ??= @interface;
        }

        if (contract is null)
        {
            return null;
        }

        IMethodSymbol? constructor = FindConstructor(type);
        ImmutableArray<IParameterSymbol> parameters = constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        return new Handler(
            contract.TypeArguments[0],
            contract.TypeArguments[1],
            [.. parameters.Select(static parameter => new HandlerParameter(parameter.Type, GetDefault(parameter)))],
            FindObstacle(type, constructor));
    }

    /// <summary>
    /// The constructor that asks for most, as service containers choose. The handler is made inside its class, so a private
    /// one will do where there is no other.
    /// </summary>
    private static IMethodSymbol? FindConstructor(INamedTypeSymbol type) =>
        type.InstanceConstructors
            .Where(candidate => !IsCopyConstructor(candidate, type))
            .OrderBy(static candidate => candidate.DeclaredAccessibility == Accessibility.Private)
            .ThenByDescending(static candidate => candidate.Parameters.Length)
            .FirstOrDefault();

    private static string? FindObstacle(INamedTypeSymbol type, IMethodSymbol? constructor)
    {
        foreach (IParameterSymbol parameter in constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                return $"the constructor's parameter '{parameter.Name}' is {(parameter.RefKind == RefKind.Out ? "out" : "ref")}";
            }

            if (parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            {
                return $"the constructor's parameter '{parameter.Name}' is of a type that no service provider can hold";
            }
        }

        if (constructor?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute") == true)
        {
            return null;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
            {
                return $"its member '{required.Name}' is required, and only constructor parameters are provided";
            }
        }

        return null;
    }

    /// <summary>A record's copy constructor is the compiler's and makes no handler.</summary>
    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static string? GetDefault(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue)
        {
            return null;
        }

        ITypeSymbol type = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : parameter.Type;
        return parameter.ExplicitDefaultValue switch
        {
            null => "default!",
            { } value when type.TypeKind == TypeKind.Enum => $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({Literal(value)})",
            { } value => Literal(value),
        };
    }

    private static string Literal(object value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) + Suffix(value),
    };

    private static string Suffix(object value) => value switch
    {
        float => "F",
        double => "D",
        decimal => "M",
        uint => "U",
        long => "L",
        ulong => "UL",
        _ => "",
    };
}
