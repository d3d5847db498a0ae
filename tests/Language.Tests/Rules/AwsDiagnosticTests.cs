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
    [InlineData("\"Colour\": 1", "Field 'Colour' is not supported at /States/A")]
    [InlineData("\"TimeoutSeconds\": 1", "Field 'TimeoutSeconds' is not supported at /States/A")]
    [InlineData("\"Output\": 1", "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage at /States/A")]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Result\": 1", "The QueryLanguage is set to 'JSONata', but field 'Result' is only supported for the 'JSONPath' QueryLanguage at /States/A")]
    [InlineData("\"QueryLanguage\": \"jsonata\"", "Value should be one of the following: [JSONPath, JSONata] at /States/A/QueryLanguage")]
    [InlineData("\"QueryLanguage\": 1", "Expected value of type [STRING] at /States/A/QueryLanguage")]
    [InlineData("\"OutputPath\": \"a\"", "Value must be a valid JSONPath. at /States/A/OutputPath")]
    [InlineData("\"Parameters\": { \"a\": [ { \"x.$\": \"y\" } ] }", "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters")]
    [InlineData("\"Parameters\": { \"a\": { \"x.$\": 1 } }", "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters")]
    [InlineData("\"Parameters\": { \"x.$\": \"States.No()\" }", "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call at /States/A/Parameters")]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Output\": { \"v\": \"{% phone %}\" }", "Reference to 'phone' at the top level is not supported. at /States/A/Output/v")]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Output\": { \"v\": \"{% $$.a %}\" }", "Reference to '$$' is not supported. at /States/A/Output/v")]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.errorOutput %}\"", "Field '$states.errorOutput' does not exist. at /States/A/Output")]
    public void A_fault_of_a_state_is_said_as_AWS_says_it(string fields, string expected) =>
        SayAsAws($$"""{"StartAt":"A","States":{"A":{"Type":"Pass",{{fields}},"End":true} } }""").ShouldBe(expected);

    [Theory]
    [InlineData("\"MaxConcurrency\": -1", "Minimum value is 0 at /States/A/MaxConcurrency")]
    [InlineData("\"ToleratedFailurePercentage\": 100.5", "Maximum value is 100.0 at /States/A/ToleratedFailurePercentage")]
    [InlineData("\"ToleratedFailurePercentage\": -1", "Minimum value is 0.0 at /States/A/ToleratedFailurePercentage")]
    [InlineData("\"MaxConcurrencyPath\": \"$.a[*]\"", "Value is not a Reference Path at /States/A/MaxConcurrencyPath")]
    [InlineData("\"MaxConcurrencyPath\": \"$$.a\"", "Value is not a Reference Path at /States/A/MaxConcurrencyPath")]
    [InlineData("\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:putObject\" }", "Resource does not match any of the allowed values at /States/A/ItemReader/Resource")]
    [InlineData("\"Retry\": [ { \"ErrorEquals\": [ \"E\", \"States.ALL\" ] } ]", "States.ALL must appear alone and at end of list at /States/A/Retry[0]/ErrorEquals[1]")]
    [InlineData("\"Retry\": [ { \"ErrorEquals\": [ \"States.ALL\" ] }, { \"ErrorEquals\": [ \"E\" ] } ]", "States.ALL must appear alone and at end of list at /States/A/Retry[0]/ErrorEquals[0]")]
    public void A_fault_of_a_Map_is_said_as_AWS_says_it(string fields, string expected) => SayAsAws($$"""
        {"StartAt":"A","States":{"A":{"Type":"Map",{{fields}},"End":true,
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"B","States":{"B":{"Type":"Succeed"} } } } } }
        """).ShouldBe(expected);

    [Theory]
    [InlineData("""{"Colour":1,"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "Field 'Colour' is not supported at /")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{"Version":"1.0","StartAt":"B","States":{"B":{"Type":"Succeed"}}}]}}}""",
        "Field 'Version' is not supported at /States/A/Branches[0]")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}]}}}""",
        "Duplicate State name: A at /States/A/Branches[0]/States/A")]
    public void A_fault_of_a_scope_is_said_as_AWS_says_it(string text, string expected) => SayAsAws(text).ShouldBe(expected);

    private static string SayAsAws(string text)
    {
        Finding finding = Findings.Find(text).Single(each => each.Rule.Severity == RuleSeverity.Error);
        return $"{finding.AwsMessage} at {finding.AwsLocation}";
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
