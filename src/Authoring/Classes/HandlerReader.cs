using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Authoring;

/// <summary>Reads the C# work of a Task: which ITask it implements, and what its constructor asks for.</summary>
internal static class HandlerReader
{
    /// <summary>The handler of a state's class, or null when it implements no ITask.</summary>
    /// <param name="type">The class.</param>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <param name="isAmbiguous">Whether the class implements ITask more than once.</param>
    public static Handler? Read(INamedTypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken, out bool isAmbiguous)
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

        IMethodSymbol? constructor = DeclaresConstructor(type, cancellationToken) ? FindConstructor(type) : null;
        ImmutableArray<IParameterSymbol> parameters = constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        return new Handler(
            contract.TypeArguments[0],
            contract.TypeArguments[1],
            [.. parameters.Select(static parameter => new HandlerParameter(parameter.Type, GetDefault(parameter)))],
            FindObstacle(type, constructor, cancellationToken));
    }

    /// <summary>Whether a constructor is written; asking the symbol makes the compiler create all of its members, which most handlers can do without.</summary>
    private static bool DeclaresConstructor(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        FindDeclarations(type, cancellationToken).Any(static declaration =>
            declaration.ParameterList is not null || declaration.Members.Any(SyntaxKind.ConstructorDeclaration));

    private static IEnumerable<TypeDeclarationSyntax> FindDeclarations(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<TypeDeclarationSyntax>();

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

    private static string? FindObstacle(INamedTypeSymbol type, IMethodSymbol? constructor, CancellationToken cancellationToken)
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
            if (MayRequireMembers(current, cancellationToken)
                && current.GetMembers().FirstOrDefault(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
            {
                return $"its member '{required.Name}' is required, and only constructor parameters are provided";
            }
        }

        return null;
    }

    private static bool MayRequireMembers(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.SpecialType != SpecialType.System_Object
        && (type.DeclaringSyntaxReferences.IsEmpty
            || FindDeclarations(type, cancellationToken).Any(static declaration => declaration.Members.Any(static member => member.Modifiers.Any(SyntaxKind.RequiredKeyword))));

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
