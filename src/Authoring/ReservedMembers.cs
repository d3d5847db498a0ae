using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Authoring;

/// <summary>
/// The members that the generator adds to the user's classes under a name of their own. Everything else is an explicit
/// implementation of an interface and cannot collide with anything.
/// </summary>
public static class ReservedMembers
{
    /// <summary>The constant of a machine that holds the ASL text; the build task reads it from metadata.</summary>
    public const string Definition = "__StateMachineDefinition";

    /// <summary>The constant of a machine that describes it for the build task.</summary>
    public const string Manifest = "__StateMachineManifest";

    /// <summary>The hook of a machine through which its Lambda functions get their services.</summary>
    public const string LambdaServices = "OnCreateLambdaServices";

    /// <summary>The Lambda entry point of a state with a handler.</summary>
    public const string LambdaHandler = "HandleLambdaAsync";

    /// <summary>The hooks of a state, each with the type of its parameter.</summary>
    public static ImmutableArray<(StateHooks Hook, string Name, string Parameter)> Hooks { get; } =
    [
        (StateHooks.Entered, "OnEntered", "StateEntered"),
        (StateHooks.Exited, "OnExited", "StateExited"),
        (StateHooks.Failed, "OnFailed", "StateFailed"),
        (StateHooks.Retried, "OnRetried", "StateRetried"),
    ];

    /// <summary>The members of a class that carry a name, the generator's own and inherited ones left out.</summary>
    internal static ImmutableArray<ISymbol> FindWritten(INamedTypeSymbol type, string name)
    {
        // The names are known from syntax alone; asking for members makes the compiler create all of them.
        return type.MemberNames.Contains(name) ? type.GetMembers(name).RemoveAll(IsOnlyGenerated) : ImmutableArray<ISymbol>.Empty;
    }

    /// <summary>Whether a member implements a partial method with the parameters that the generator declares.</summary>
    internal static bool IsImplementation(ISymbol member, string parameterType, CancellationToken cancellationToken) =>
        member is IMethodSymbol { IsStatic: true, ReturnsVoid: true, IsGenericMethod: false, Parameters.Length: 1 } method
        && method.Parameters[0].Type.Name == parameterType
        && method.DeclaringSyntaxReferences.Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? []).Any(
            reference => reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax
                && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
                && (syntax.Body is not null || syntax.ExpressionBody is not null));

    private static bool IsOnlyGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.All(static reference => GeneratedSource.IsGenerated(reference.SyntaxTree))
        && (member as IMethodSymbol)?.PartialImplementationPart is null;
}
