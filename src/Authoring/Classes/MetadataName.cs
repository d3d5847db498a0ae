using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>Names of types as metadata and reflection spell them.</summary>
public static class MetadataName
{
    /// <summary>The name of a type with its namespace and the types around it, as <see cref="Compilation.GetTypeByMetadataName"/> takes it.</summary>
    public static string Of(INamedTypeSymbol type) =>
        type.ContainingType is { } container ? Of(container) + "+" + type.MetadataName
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName
        : Of(type.ContainingNamespace) + "." + type.MetadataName;

    private static string Of(INamespaceSymbol @namespace) =>
        @namespace.ContainingNamespace.IsGlobalNamespace ? @namespace.MetadataName : Of(@namespace.ContainingNamespace) + "." + @namespace.MetadataName;
}
