namespace StateMachineGen.Language.Tests.Completion;

/// <summary>Choice rules that are being written.</summary>
public class ChoiceTests
{
    private static string Machine(string language) => $$"""
        {
          "QueryLanguage": "{{language}}",
          "StartAt": "Route",
          "States": { "Route": { "Type": "Choice", "Default": "End" }, "End": { "Type": "Succeed" } }
        }
        """;

    [Fact]
    public void A_rule_compares()
    {
        string suggested = Draft.Json(Machine("JSONPath"), "Route", "Choices/[]", """{ "|" }""").Suggested;

        suggested.ShouldStartWith("Comment And Or Not Variable BooleanEquals BooleanEqualsPath IsBoolean");
        suggested.ShouldEndWith("TimestampLessThanPath Assign Next");
    }

    [Fact]
    public void A_rule_within_another_leads_nowhere() =>
        Draft.Json(Machine("JSONPath"), "Route", "Choices", """[ { "And": [ { "|" } ] } ]""").Suggested.ShouldNotContain("Next");

    [Fact]
    public void A_rule_in_JSONata_has_a_condition() =>
        Draft.Json(Machine("JSONata"), "Route", "Choices/[]", """{ "|" }""").Suggested.ShouldBe("Comment Condition Assign Output Next");

    [Theory]
    [InlineData("""{ "Variable": "$.|" }""")]
    [InlineData("""{ "Not": { "Variable": "$.|" } }""")]
    [InlineData("""{ "Or": [ {}, { "NumericEqualsPath": "$.|" } ] }""")]
    public void Paths_of_rules(string marked) => Draft.Json(Machine("JSONPath"), "Route", "Choices/[]", marked, Shapes.Order).Suggested.ShouldBe("customer id lines");

    [Theory]
    [InlineData("""{ "IsPresent": | }""", "true false")]
    [InlineData("""{ "Next": "|" }""", "Route End")]
    public void Values_of_rules(string marked, string expected) => Draft.Json(Machine("JSONPath"), "Route", "Choices/[]", marked).Suggested.ShouldBe(expected);
}
