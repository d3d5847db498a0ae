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

        return contract is null ? null : new Handler(contract.TypeArguments[0], contract.TypeArguments[1], ReadParameters(type));
    }

    private static ImmutableArray<HandlerParameter> ReadParameters(INamedTypeSymbol type)
    {
        IMethodSymbol? constructor = null;
        foreach (IMethodSymbol candidate in type.InstanceConstructors)
        {
            // The one that asks for most, as service containers choose. A private one is for the class itself.
            if (candidate.DeclaredAccessibility is not Accessibility.Private
                && !IsCopyConstructor(candidate, type)
                && (constructor is null || candidate.Parameters.Length > constructor.Parameters.Length))
            {
                constructor = candidate;
            }
        }

        return constructor is null
            ? ImmutableArray<HandlerParameter>.Empty
            : [.. constructor.Parameters.Select(static parameter => new HandlerParameter(parameter.Type, GetDefault(parameter)))];
    }

    /// <summary>A record's copy constructor is the compiler's and makes no handler.</summary>
    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static string? GetDefault(IParameterSymbol parameter) => parameter switch
    {
        { HasExplicitDefaultValue: false } => null,
        { ExplicitDefaultValue: null } => "default",
        { Type.TypeKind: TypeKind.Enum } => "(" + parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + ")("
            + SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue, quoteStrings: true, useHexadecimalNumbers: false) + ")",
        { ExplicitDefaultValue: { } value } => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) + Suffix(value),
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
