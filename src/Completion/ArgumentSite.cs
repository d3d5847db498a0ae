using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Completion;

/// <summary>Finds the argument that a string expression is, by syntax alone.</summary>
internal static class ArgumentSite
{
    /// <summary>
    /// The argument of an attribute or a call, or an element of an array that is one; of a constant, the argument that its class first uses it as. Null when
    /// the expression is something else.
    /// </summary>
    public static SyntaxNode? Find(ExpressionSyntax expression) => expression.Parent switch
    {
        AttributeArgumentSyntax argument => argument,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } argument => argument,
        ExpressionElementSyntax { Parent: ExpressionSyntax array } => Find(array),
        InitializerExpressionSyntax { Parent: ExpressionSyntax array } => Find(array),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } constant } when field.Modifiers.Any(SyntaxKind.ConstKeyword) =>
            FindUse(constant.Identifier.ValueText, field),
        _ => null,
    };

    private static SyntaxNode? FindUse(string name, FieldDeclarationSyntax field) => field.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault()?
        .DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(identifier => identifier.Identifier.ValueText == name)
        .Select(static identifier => identifier.Parent is MemberAccessExpressionSyntax access && access.Name == identifier ? (ExpressionSyntax)access : identifier)
        .Select(static use => use.Parent is AttributeArgumentSyntax or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax } ? use.Parent : null)
        .FirstOrDefault(static use => use is not null);
}
