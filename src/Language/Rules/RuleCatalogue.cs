using System.Collections.Immutable;
using StateMachineGen.Language.Rules.DataFlow;
using StateMachineGen.Language.Rules.Shapes;

namespace StateMachineGen.Language.Rules;

/// <summary>All rules of the language. Rules that only C# can have are in the authoring and analyzer assemblies.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules in the order of their ids.</summary>
    public static ImmutableArray<Rule> All { get; } = Sort(
    [
        .. StructureRules.All,
        .. FieldRules.All,
        .. ComparisonRules.All,
        .. MapRules.All,
        .. NumberRules.All,
        .. TransitionRules.All,
        .. FlowRules.All,
        .. ChoiceAnalysisRules.All,
        .. ErrorHandlingRules.All,
        .. ErrorMatchingRules.All,
        .. PathRules.All,
        .. JsonataRules.All,
        .. VariableRules.All,
        .. DataFlowRules.All,
        .. ShapeRules.All,
        .. ResourceRules.All,
        .. IntegrationRules.All,
        .. LimitRules.All,
        .. AdviceRules.All,
    ]);

    private static ImmutableArray<Rule> Sort(ImmutableArray<Rule> rules) => rules.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
}
