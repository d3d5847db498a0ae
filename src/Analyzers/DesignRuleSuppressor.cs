using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StateMachineGen.Authoring;

namespace StateMachineGen.Analyzers;

/// <summary>
/// Silences design rules of the platform on machines and states, where our attributes explain what the rules find odd: a
/// class that is never created by the user's code, or one that is nested and public.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DesignRuleSuppressor : DiagnosticSuppressor
{
    // Suppressions have ids of their own: SMGS, M for machines or S for states, and the digits of the rule.
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_onMachines = Table(
        'M',
        ("CA1515", "The class of a state machine is named by the code that starts it and by the definition's consumers."),
        ("CA1812", "A state machine's class is not created; it stands for its definition."),
        ("CA1852", "A state machine's class is partial with generated code and not created, so sealing it gains nothing."));

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_onStates = Table(
        'S',
        ("CA1034", "The states of a state machine are the classes nested in it."),
        ("CA1515", "A state is named wherever its state machine is, for example to mock it in a test."),
        ("CA1711", "The class name is the state's name in the definition."),
        ("CA1716", "The class name is the state's name in the definition."),
        ("CA1724", "The class name is the state's name in the definition."),
        ("CA1812", "A state's class is created by generated code, or stands for the state only."),
        ("CA1852", "A state's class is partial with generated code, and created by it at most."));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [.. s_onMachines.Values.Concat(s_onStates.Values).OrderBy(static descriptor => descriptor.Id, System.StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownSymbols.TryCreate(context.Compilation) is not { } symbols)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (FindType(diagnostic, context) is { } type
                && GetTable(type, symbols) is { } table
                && table.TryGetValue(diagnostic.Id, out SuppressionDescriptor? descriptor))
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }

    /// <summary>The design rules report at the name of the type.</summary>
    private static INamedTypeSymbol? FindType(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        CancellationToken cancellationToken = context.CancellationToken;
        SyntaxNode node = tree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan);
        return context.GetSemanticModel(tree).GetDeclaredSymbol(node, cancellationToken) as INamedTypeSymbol;
    }

    private static ImmutableDictionary<string, SuppressionDescriptor>? GetTable(INamedTypeSymbol type, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            AttributeKind kind = symbols.GetKind(attribute);
            if (kind == AttributeKind.StateMachine)
            {
                return s_onMachines;
            }

            if (KnownSymbols.IsStateType(kind))
            {
                return s_onStates;
            }
        }

        return null;
    }

    private static ImmutableDictionary<string, SuppressionDescriptor> Table(char part, params (string Id, string Reason)[] rules) =>
        rules.ToImmutableDictionary(
            static rule => rule.Id,
            rule => new SuppressionDescriptor("SMGS" + part + rule.Id.Substring(2), rule.Id, rule.Reason));
}
