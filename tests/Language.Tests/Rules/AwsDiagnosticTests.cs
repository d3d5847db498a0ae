using System.Linq;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Tests.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>What AWS says of a fault, where that is known.</summary>
public class AwsDiagnosticTests
{
    [Theory]
    [InlineData("{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /")]
    [InlineData("""{"StartAt":"A"}""", "SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /")]
    [InlineData("""{"States":{"A":{"Type":"Succeed"}}}""", "SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt] at /")]
    [InlineData("""{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}""", "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /StartAt")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Succeed"},"B":{"Type":"Succeed"}}}""", "MISSING_TRANSITION_TARGET: State \"B\" is not reachable. at /States/B")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}}""", "MISSING_END_STATE: Workflow has no terminal state at null")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true}],"Default":"B"},"B":{"Type":"Succeed"}}}""",
        "SCHEMA_VALIDATION_FAILED: These fields are required: [Next] at /States/A/Choices[0]")]
    public void A_fault_is_said_as_AWS_says_it(string text, string expected)
    {
        Finding finding = Findings.Find(text).Single(each => each.Rule.Severity == RuleSeverity.Error);
        $"{finding.AwsCode}: {finding.AwsMessage} at {finding.AwsLocation ?? "null"}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "STATE_MACHINE_NAME_EMPTY")]
    [InlineData("a b", "STATE_MACHINE_NAME_INVALID")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "STATE_MACHINE_NAME_TOO_LONG")]
    public void AWS_has_several_codes_for_names(string name, string code)
    {
        Finding finding = DefinitionChecker.Check(DocumentTests.Read("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"""), new CreationTarget(name)).Single();
        finding.AwsCode.ShouldBe(code);
        finding.AwsLocation.ShouldBeNull();
    }

    /// <summary>A definition that is too large (SMG6030) is refused by the API before it is looked at.</summary>
    [Fact]
    public void Every_other_rule_whose_breach_AWS_refuses_has_a_code() =>
        RuleCatalogue.All.Where(rule => rule.Severity == RuleSeverity.Error && rule.AwsCode is null).Select(rule => rule.Id).ShouldBe(["SMG6030"]);
}
