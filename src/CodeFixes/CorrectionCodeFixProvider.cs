using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.CodeFixes;

/// <summary>Makes the correction that a finding brings along: inside of the string literal where it is written, or in the name of an attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectionCodeFixProvider)), Shared]
public sealed class CorrectionCodeFixProvider() : MachineCodeFixProvider(
    StructureRules.UnsupportedField.Id,
    FieldRules.ValueNotInList.Id,
    ComparisonRules.OneOperator.Id,
    ComparisonRules.DanglingBackslash.Id,
    MapRules.InvalidLabel.Id,
    TransitionRules.MissingTarget.Id,
    ErrorMatchingRules.UnknownErrorName.Id,
    PathRules.InvalidTemplateValue.Id,
    PathRules.InvalidErrorPath.Id,
    PathRules.UnevaluatedPath.Id,
    PathRules.StaticResult.Id,
    JsonataRules.HalfOpenExpression.Id,
    JsonataRules.TextAroundExpression.Id,
    JsonataRules.UnknownStatesMember.Id,
    JsonataRules.UnknownFunction.Id,
    VariableRules.UnknownVariable.Id,
    IntegrationRules.UnknownIntegration.Id,
    IntegrationRules.UnsupportedPattern.Id,
    IntegrationRules.UnknownResultField.Id,
    IntegrationRules.PayloadOfFunction.Id,
    NumberRules.Deprecated.Id)
{
    private const int MaxShown = 40;

    private protected override IEnumerable<Offer> GetOffers(MachineContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        Correction? correction = context.Findings.Value
            .Where(finding => finding.Correction is not null && finding.Rule.Id == diagnostic.Id)
            .FirstOrDefault(finding => context.Machine.Locate(finding.Place, finding.Within, cancellationToken) is { } location
                && location.SourceTree == context.Root.SyntaxTree
                && location.SourceSpan == diagnostic.Location.SourceSpan)?.Correction;
        if (correction is null)
        {
            yield break;
        }

        if (context.Machine.Rewrite(correction, cancellationToken) is { } edit)
        {
            if (edit.Tree == context.Root.SyntaxTree)
            {
                yield return new Offer(Describe(correction), "Correct", edits => edits.Write(edit.Span, edit.Text));
            }
        }
        else if (correction.Place is JsonMemberSyntax field
            && context.State is { } state
            && context.Find(state.Attributes.FirstOrDefault(attribute => attribute.Kind.ToString() == field.Name)) is { } named)
        {
            yield return new Offer(Describe(correction), "Correct", edits => edits.Replace(named, current => AttributeEdits.Rename(current, correction.Text)));
        }
    }

    private static string Describe(Correction correction) => correction switch
    {
        { Within.Length: 0 } => $"Add '{correction.Text.Trim()}'",
        { Text.Length: 0 } => $"Remove '{Cut(correction.Before)}'",
        _ => $"Change '{Cut(correction.Before)}' to '{Cut(correction.Text)}'",
    };

    private static string Cut(string text) => text.Length <= MaxShown ? text : text.Remove(MaxShown - 1) + "…";
}
