using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StateMachineGen.Analyzers.Tests.Cases;
using StateMachineGen.Harness;

namespace StateMachineGen.Analyzers.Tests;

public class RuleTests
{
    private static readonly ImmutableArray<RuleCase> s_cases =
    [
        .. StructureCases.All,
        .. ClassCases.All,
        .. TransitionCases.All,
        .. FlowCases.All,
        .. ChoiceCases.All,
        .. ErrorHandlingCases.All,
        .. ErrorMatchingCases.All,
        .. IntegrationCases.All,
        .. AdviceCases.All,
        .. SmellCases.All,
        .. PathCases.All,
        .. JsonataCases.All,
        .. DataFlowCases.All,
        .. ShapeCases.All,
    ];

    public static IEnumerable<TheoryDataRow<RuleCase>> Cases => s_cases.Select(rule => new TheoryDataRow<RuleCase>(rule) { TestDisplayName = rule.ToString() });

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task What_is_wrong_is_reported_once_at_exactly_its_place(RuleCase rule) => await AnalyzerHarness.VerifyAsync(rule.Rule.Id, SourceFiles.Split(rule.Source));

    [Fact]
    public void Every_rule_has_a_source_that_breaks_it() =>
        RuleDescriptors.ByRule.Keys.Select(rule => rule.Id).Order()
            .Except(s_cases.Where(rule => !Markup.Parse(rule.Source).Spans.IsEmpty).Select(rule => rule.Rule.Id))
            .ShouldBeEmpty();

    /// <summary>The analyzer speaks, the generator stays silent: whoever misses the ASL is told why, and whoever is told has no ASL.</summary>
    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task A_machine_has_no_definition_exactly_when_there_is_an_authoring_fault(RuleCase rule)
    {
        Compilation compilation = GeneratorHarness.RunUnchecked(TestCompilation.Create(SourceFiles.Split(Markup.Parse(rule.Source).Source))).Output;

        AnalyzerHarness.GeneratorAndAnalyzerShouldAgree(compilation, await AnalyzerHarness.AnalyzeAsync(compilation, new StateMachineAnalyzer()));
    }
}
