using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Gives machines and states the nearest name that AWS accepts.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameCodeFixProvider)), Shared]
public sealed class NameCodeFixProvider() : MachineCodeFixProvider(StructureRules.InvalidMachineName.Id, StructureRules.InvalidStateName.Id, MachineNameTwice)
{
    // A rule of C# alone belongs to the analyzers, which this assembly does not reference.
    private const string MachineNameTwice = "SMG1071";

    private protected override Task<IReadOnlyList<Offer>> GetOffersAsync(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        bool isOfMachine = diagnostic.Id != StructureRules.InvalidStateName.Id;
        Annotation? data = isOfMachine ? context.Machine.Attribute : context.State?.Attribute;
        if (context.Find(data) is not { } attribute || (diagnostic.Id == MachineNameTwice && NameOfContainer(context.Machine.Type).Length == 0))
        {
            return Task.FromResult<IReadOnlyList<Offer>>([]);
        }

        string name = diagnostic.Id switch
        {
            MachineNameTwice => NameRules.ToMachineName(NameOfContainer(context.Machine.Type) + context.Machine.Name),
            _ when isOfMachine => NameRules.ToMachineName(context.Machine.Name),
            _ => NameRules.ToStateName(context.State!.Name),
        };
        Offer offer = new(
            $"Change the name to '{name}'",
            "ChangeName",
            edits => edits.Replace(attribute, current => SetName(current, name)));
        return Task.FromResult<IReadOnlyList<Offer>>([offer]);
    }

    private static string NameOfContainer(INamedTypeSymbol type) => type.ContainingType?.Name ?? type.ContainingNamespace.Name;

    private static AttributeSyntax SetName(AttributeSyntax attribute, string name)
    {
        ExpressionSyntax literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        if (attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name") is { } existing)
        {
            return attribute.ReplaceNode(existing.Expression, literal.WithTriviaFrom(existing.Expression));
        }

        AttributeArgumentSyntax argument = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName("Name"), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space))
                .WithName(SyntaxFactory.IdentifierName("Name").WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            literal);
        AttributeArgumentListSyntax list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        SyntaxToken[] separators = list.Arguments.Count == 0
            ? []
            : [.. list.Arguments.GetSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space)];
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList([.. list.Arguments, argument], separators)));
    }
}
