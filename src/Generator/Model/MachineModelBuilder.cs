using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Authoring;
using StateMachineGen.Generator.Emit;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Generator.Model;

/// <summary>Symbols → model: the only place where the generator looks at a compilation.</summary>
internal static class MachineModelBuilder
{
    private const string JsonElement = "global::System.Text.Json.JsonElement";

    private static readonly SymbolDisplayFormat s_typeFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The model of the class that carries the attribute, or null when nothing can be generated into it.</summary>
    public static MachineModel? Build(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        if (context.TargetSymbol is not INamedTypeSymbol type
            || KnownSymbols.TryCreate(context.SemanticModel.Compilation) is not { } symbols
            || MachineReader.Read(type, symbols, cancellationToken, keepPlaces: false) is not { CanBeExtended: true } machine)
        {
            // The analyzer says why.
            return null;
        }

        // A class that carries the attribute twice does not compile; it still must not be emitted twice.
        return context.Attributes.Any(attribute => attribute.ApplicationSyntaxReference is { } reference
            && reference.SyntaxTree == machine.Attribute.Syntax.SyntaxTree && reference.Span == machine.Attribute.Syntax.Span) ? Build(machine) : null;
    }

    private static MachineModel Build(AuthoredMachine machine)
    {
        INamedTypeSymbol type = machine.Type;
        List<TypeDeclaration> containers = [];
        for (INamedTypeSymbol? container = type; container is not null; container = container.ContainingType)
        {
            containers.Insert(0, Declare(container));
        }

        string metadataName = MetadataName.Of(type);
        return new MachineModel(
            type.ContainingNamespace.IsGlobalNamespace ? null : Namespace(type.ContainingNamespace),
            containers.ToEquatableArray(),
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            metadataName,
            HintName(metadataName),
            type.ContainingAssembly.Name,
            machine.Name,
            machine.IsExpress,
            machine.Tracing,
            Display(machine.Input) ?? JsonElement,
            Display(machine.Output) ?? JsonElement,
            Display(machine.Json),
            machine.Document is { } document ? Definition.Write(document) : null,
            machine.TakenNames.OrderBy(static name => name, System.StringComparer.Ordinal).ToEquatableArray(),
            Build(machine.Scope));
    }

    private static ScopeModel Build(AuthoredScope scope) =>
        new(
            scope.Attribute is { Kind: AttributeKind.Branch, Target: null } ? Declare(scope.Type) : null,
            scope.States.Where(static state => state.CanBeExtended).Select(Build).ToEquatableArray(),
            scope.Body is { } body ? Build(body) : null);

    /// <summary>A machine without a definition has no states to bind, and may lack the stubs as well.</summary>
    private static BodyModel? Build(AuthoredBody body)
    {
        if (body.Definition is null || body.Source?.CanBeExtended == false)
        {
            return null;
        }

        // The interface of a machine of this compilation is generated, so that its contract is only in the attribute.
        ImmutableArray<ITypeSymbol> contract = body.Source is { } source
            ? [source.Input!, source.Output!]
            : body.Machine.AllInterfaces.FirstOrDefault(static candidate => candidate is { Name: "IStateMachine", TypeArguments.Length: 3 }) is { } known ? [.. known.TypeArguments.Skip(1)] : [null!, null!];
        return new BodyModel(
            body.Machine.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            Display(contract[0]) ?? JsonElement,
            Display(contract[1]) ?? JsonElement,
            (body.Source is { } machine ? Handlers(machine) : Handlers(body.Manifest ?? "")).ToEquatableArray());
    }

    private static IEnumerable<string> Handlers(AuthoredMachine machine) => MachineManifest.Handlers(machine.Type.ContainingAssembly.Name, Build(machine.Scope));

    private static IEnumerable<string> Handlers(string manifest) =>
        manifest.Split('\n').Where(static line => line.StartsWith(MachineManifest.HandlerKey, System.StringComparison.Ordinal));

    private static StateModel Build(AuthoredState state) =>
        new(
            Declare(state.Type),
            MetadataName.Of(state.Type),
            state.Name,
            state.Handler is { } handler ? Build(handler) : null,
            state.ImplementedHooks,
            state.TakenNames.OrderBy(static name => name, System.StringComparer.Ordinal).ToEquatableArray(),
            state.Scopes.Where(static scope => scope.CanBeExtended).Select(Build).ToEquatableArray());

    private static HandlerModel? Build(Handler handler)
    {
        // A type that does not compile would only be reported a second time, in a file that the user did not write.
        if (handler.Obstacle is not null
            || Display(handler.Input) is not { } input
            || Display(handler.Output) is not { } output
            || handler.Parameters.Any(static parameter => Display(parameter.Type) is null))
        {
            return null;
        }

        return new HandlerModel(
            input, output, handler.Parameters.Select(static parameter => new ParameterModel(Display(parameter.Type)!, parameter.Default)).ToEquatableArray());
    }

    private static TypeDeclaration Declare(INamedTypeSymbol type) =>
        new(
            type switch
            {
                { IsRecord: true, IsValueType: true } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            },
            Escape(type.Name));

    private static string? Display(ITypeSymbol? type) => type is null || HasError(type) ? null : type.ToDisplayString(s_typeFormat);

    /// <summary>Whether the compiler refuses the type as a type argument, which it has then said at the attribute or the interface.</summary>
    private static bool HasError(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer } or { IsStatic: true } or { IsRefLikeType: true } => true,
        IArrayTypeSymbol array => HasError(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasError),
        _ => false,
    };

    private static string Namespace(INamespaceSymbol @namespace) =>
        @namespace.ContainingNamespace.IsGlobalNamespace ? Escape(@namespace.Name) : Namespace(@namespace.ContainingNamespace) + "." + Escape(@namespace.Name);

    /// <summary>Identifiers may hold marks and joiners that names of generated files may not.</summary>
    private static string HintName(string metadataName) =>
        string.Concat(metadataName.Select(static c => c switch
        {
            '+' => ".",
            '.' or '_' => c.ToString(),
            _ when char.IsLetterOrDigit(c) => c.ToString(),
            _ => "_" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture),
        }));

    private static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
