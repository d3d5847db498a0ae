using System.Collections.Generic;
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

    /// <summary>
    /// The members of a class, nested types among them, that keep the generator from adding one of this name. An overload
    /// with other parameters does not, and neither does the implementation of a hook.
    /// </summary>
    /// <param name="type">The class.</param>
    /// <param name="name">The generated member's name.</param>
    /// <param name="hookParameter">The type of the parameter when the member is a hook.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    internal static IEnumerable<ISymbol> FindCollisions(INamedTypeSymbol type, string name, string? hookParameter, CancellationToken cancellationToken) =>
        FindWritten(type, name).Where(member => hookParameter is null
            || member is not IMethodSymbol method
            || (method.Parameters.Length == 1
                && method.Parameters[0].Type.Name == hookParameter
                && method.Parameters[0].RefKind == ExpectedRefKind(hookParameter)
                && !IsImplementation(member, hookParameter, cancellationToken)));

    /// <summary>Whether a class implements a hook.</summary>
    internal static bool Implements(INamedTypeSymbol type, string hook, string parameterType, CancellationToken cancellationToken) =>
        FindWritten(type, hook).Any(member => IsImplementation(member, parameterType, cancellationToken));

    /// <summary>Names are known from syntax alone; asking for members makes the compiler create all of them.</summary>
    private static IEnumerable<ISymbol> FindWritten(INamedTypeSymbol type, string name)
    {
        IEnumerable<ISymbol> members = type.MemberNames.Contains(name) ? type.GetMembers(name) : type.GetTypeMembers(name);
        return members.Where(static member => !IsOnlyGenerated(member));
    }

    /// <summary>The services of Lambda functions are handed out, everything else is handed in.</summary>
    private static RefKind ExpectedRefKind(string parameterType) => parameterType == "IServiceProvider" ? RefKind.Ref : RefKind.None;

    private static bool IsImplementation(ISymbol member, string parameterType, CancellationToken cancellationToken) =>
        member is IMethodSymbol { IsStatic: true, ReturnsVoid: true, IsGenericMethod: false, Parameters.Length: 1 } method
        && method.Parameters[0].Type.Name == parameterType
        && method.Parameters[0].RefKind == ExpectedRefKind(parameterType)
        && method.DeclaringSyntaxReferences.Concat(method.PartialImplementationPart?.DeclaringSyntaxReferences ?? []).Any(
            reference => reference.GetSyntax(cancellationToken) is MethodDeclarationSyntax syntax
                && syntax.Modifiers.Any(SyntaxKind.PartialKeyword)
                && (syntax.Body is not null || syntax.ExpressionBody is not null));

    private static bool IsOnlyGenerated(ISymbol member) =>
        member.DeclaringSyntaxReferences.All(static reference => GeneratedSource.IsGenerated(reference.SyntaxTree))
        && (member as IMethodSymbol)?.PartialImplementationPart is null;
}
