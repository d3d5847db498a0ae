using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Gives machines and states a name that AWS accepts: the nearest to their own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameCodeFixProvider)), Shared]
public sealed class NameCodeFixProvider() : MachineCodeFixProvider(
    StructureRules.InvalidMachineName.Id, StructureRules.InvalidStateName.Id, StructureRules.DuplicateStateName.Id, MachineNameTwice)
{
    // A rule of C# alone belongs to the analyzers, which this assembly does not reference.
    private const string MachineNameTwice = "SMG1071";

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        bool isOfState = diagnostic.Id == StructureRules.InvalidStateName.Id || diagnostic.Id == StructureRules.DuplicateStateName.Id;
        Annotation? data = isOfState ? context.State?.Attribute : context.Machine.Attribute;
        if (context.Find(data) is { } attribute && FindName(context, diagnostic.Id) is { } name)
        {
            yield return new Offer($"Change the name to '{name}'", "ChangeName", edits => edits.Replace(attribute, current => SetName(current, name)));
        }
    }

    private static string? FindName(MachineContext context, string id)
    {
        if (id == MachineNameTwice)
        {
            string container = NameOfContainer(context.Machine.Type);
            return container.Length == 0 ? null : NameRules.ToMachineName(container + context.Machine.Name);
        }

        if (id == StructureRules.InvalidMachineName.Id)
        {
            return NameRules.ToMachineName(context.Machine.Name);
        }

        // Two states of one name are told apart by their classes, or else by what these are nested in.
        AuthoredState state = context.State!;
        return id == StructureRules.InvalidStateName.Id ? NameRules.ToStateName(state.Name)
            : NameRules.ToStateName(state.Name == state.Type.Name ? state.Type.ContainingType.Name + state.Name : state.Type.Name);
    }

    private static string NameOfContainer(INamedTypeSymbol type) => type.ContainingType?.Name ?? type.ContainingNamespace.Name;

    private static AttributeSyntax SetName(AttributeSyntax attribute, string name)
    {
        ExpressionSyntax literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(name));
        return attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name") is { } existing
            ? attribute.ReplaceNode(existing.Expression, literal.WithTriviaFrom(existing.Expression))
            : AttributeEdits.Insert(attribute, AttributeEdits.Property("Name", literal));
    }
}
