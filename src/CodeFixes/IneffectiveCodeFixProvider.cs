using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.CodeFixes;

/// <summary>Removes attributes and arguments without which the machine does the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IneffectiveCodeFixProvider)), Shared]
public sealed class IneffectiveCodeFixProvider() : MachineCodeFixProvider(
    ValueWithoutMeaning,
    SeveralMachineAttributes,
    MisplacedAttribute,
    FieldTwice,
    MapRules.IneffectiveField.Id,
    MapRules.ReaderWithItemsPath.Id,
    IntegrationRules.HeartbeatOfRequest.Id,
    NumberRules.InlineConcurrency.Id,
    AdviceRules.TimeoutWithoutEffect.Id)
{
    // Rules of C# alone belong to the analyzers, which this assembly does not reference.
    private const string ValueWithoutMeaning = "SMG1011";
    private const string SeveralMachineAttributes = "SMG1012";
    private const string MisplacedAttribute = "SMG1023";
    private const string FieldTwice = "SMG1024";

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.FindAttribute(diagnostic) is not { } attribute)
        {
            yield break;
        }

        AttributeArgumentSyntax? argument = context.FindArgument(diagnostic);
        if (argument?.NameEquals is { } property)
        {
            if (argument.Expression.Span == diagnostic.Location.SourceSpan)
            {
                yield return new Offer($"Remove {property.Name}", "RemoveArgument", edits => AttributeEdits.Remove(edits, argument));
            }
        }
        else if (argument is null || SetsWholeField(argument, diagnostic.Location.SourceSpan))
        {
            yield return new Offer($"Remove [{attribute.Name}]", "RemoveAttribute", edits => AttributeEdits.Remove(edits, attribute));
        }
    }

    /// <summary>Whether an argument of <c>[Field]</c> holds nothing but what is pointed at: the field's name, or its value.</summary>
    private static bool SetsWholeField(AttributeArgumentSyntax argument, TextSpan span) =>
        argument is { Parent.Parent: AttributeSyntax field, Expression: LiteralExpressionSyntax literal }
            && AttributeEdits.NameOf(field).Identifier.ValueText is "Field" or "FieldAttribute"
            && (span == literal.Span || literal.Token.ValueText.Trim().Length == span.Length);
}
