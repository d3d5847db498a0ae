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
    // Suppressions have ids of their own: SMGS, M for machines, S for states, B for branches, C for conditions, and the digits of the rule.
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_onMachines = Table(
        'M',
        ("CA1515", "The class of a state machine is named by the code that starts it and by the definition's consumers."),
        ("CA1812", "A state machine's class is not created; it stands for its definition."),
        ("CA1852", "A state machine's class is partial with generated code and not created, so sealing it gains nothing."));

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_onStates = Table(
        'S',
        ("CA1034", "The states of a state machine are the classes nested in it."),
        ("CA1515", "A state is named wherever its state machine is, for example to mock it in a test."),
        ("CA1707", "The class name is the state's name in the definition."),
        ("CA1711", "The class name is the state's name in the definition."),
        ("CA1716", "The class name is the state's name in the definition."),
        ("CA1724", "The class name is the state's name in the definition."),
        ("CA1812", "A state's class is created by generated code, or stands for the state only."),
        ("CA1852", "A state's class is partial with generated code, and created by it at most."));

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_onBranches = Table(
        'B',
        ("CA1034", "The branches of a Parallel state are the classes nested in it."),
        ("CA1052", "A branch's class is not created; it stands for its states."),
        ("CA1515", "A branch is named wherever its states are."),
        ("CA1812", "A branch's class is not created; it stands for its states."),
        ("CA1852", "A branch's class is partial with generated code and not created, so sealing it gains nothing."));

    private static readonly ImmutableDictionary<string, SuppressionDescriptor> s_onConditions = Table(
        'C',
        ("IDE0051", "The generator reads the condition into a rule of the Choice."));

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        [.. s_onMachines.Values.Concat(s_onStates.Values).Concat(s_onBranches.Values).Concat(s_onConditions.Values).OrderBy(static descriptor => descriptor.Id, System.StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (KnownSymbols.TryCreate(context.Compilation) is not { } symbols)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (FindSymbol(diagnostic, context) is { } symbol
                && GetTable(symbol, symbols) is { } table
                && table.TryGetValue(diagnostic.Id, out SuppressionDescriptor? descriptor))
            {
                context.ReportSuppression(Suppression.Create(descriptor, diagnostic));
            }
        }
    }

    /// <summary>The design rules report at the name of what is declared.</summary>
    private static ISymbol? FindSymbol(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        CancellationToken cancellationToken = context.CancellationToken;
        SyntaxNode node = tree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan);
        return context.GetSemanticModel(tree).GetDeclaredSymbol(node, cancellationToken);
    }

    private static ImmutableDictionary<string, SuppressionDescriptor>? GetTable(ISymbol symbol, KnownSymbols symbols)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
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

            if (kind is AttributeKind.Branch or AttributeKind.When)
            {
                return kind == AttributeKind.Branch ? s_onBranches : s_onConditions;
            }
        }

        return null;
    }

    private static ImmutableDictionary<string, SuppressionDescriptor> Table(char part, params (string Id, string Reason)[] rules) =>
        rules.ToImmutableDictionary(
            static rule => rule.Id,
            rule => new SuppressionDescriptor("SMGS" + part + rule.Id.TrimStart('C', 'A', 'I', 'D', 'E'), rule.Id, rule.Reason));
}
