namespace StateMachineGen.Language.Tests.Rules;

public class ChoiceRuleChecksTests
{
    private const string IsNull = """{ "Variable": "$.a", "IsNull": true }""";

    [Theory]
    [InlineData("\"Variable\": \"$.a\", \"NumericEquals\": 1, \"IsNull\": true", "/IsNull → \"IsNull\"", "this one has both NumericEquals and IsNull")]
    [InlineData("\"And\": [ " + IsNull + " ], \"Or\": [ " + IsNull + " ]", "/Or → \"Or\"", "this one has both And and Or")]
    [InlineData("\"Variable\": \"$.a\", \"IsNull\": true, \"Not\": " + IsNull, "/Not → \"Not\"", "this one has both IsNull and Not")]
    [InlineData("\"Variable\": \"$.a\", \"Not\": " + IsNull, "/Variable → \"Variable\"", "this one has Not, which compares no Variable")]
    [InlineData("\"Variable\": \"$.a\", \"NumericNotEquals\": 1", "/NumericNotEquals → \"NumericNotEquals\"", "there is no operator 'NumericNotEquals'; did you mean NumericEquals?")]
    [InlineData("\"Variable\": \"$.a\", \"Between\": 1", "/Between → \"Between\"", "there is no operator 'Between'")]
    public void A_rule_has_one_operator(string rule, string place, string message)
    {
        string text = Choice($$"""{ {{rule}}, "Next": "Z" }""");

        Findings.Check(text).ShouldBe(["SMG1034 /States/C/Choices[0]" + place]);
        Findings.Find(text)[0].Message.ShouldBe("A choice rule has one comparison operator, or And, Or or Not: " + message);
    }

    [Theory]
    [InlineData("""{ "Comment": "c", "Next": "Z" }""", "SMG1034 /States/C/Choices[0] → { \"Comment\": \"c\", \"Next\": \"Z\" }")]
    [InlineData("""{ "And": [ { "Variable": "$.a" } ], "Next": "Z" }""", "SMG1034 /States/C/Choices[0]/And[0] → { \"Variable\": \"$.a\" }")]
    [InlineData("""{ "Not": { "And": [ ] }, "Next": "Z" }""", "SMG1035 /States/C/Choices[0]/Not/And → [ ]")]
    [InlineData("""{ "Or": {}, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Or → {}")]
    [InlineData("""{ "Or": [ 1 ], "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Or[0] → 1")]
    [InlineData("""{ "Not": [ { "Variable": "$.a", "IsNull": true } ], "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Not → [ { \"Variable\": \"$.a\", \"IsNull\": true } ]")]
    [InlineData("""{ "IsNull": true, "Next": "Z" }""", "SMG1030 /States/C/Choices[0] → \"IsNull\"")]
    [InlineData("""{ "Variable": 1, "IsNull": true, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Variable → 1")]
    [InlineData("""{ "Variable": "$.a", "IsNull": "true", "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/IsNull → \"true\"")]
    [InlineData("""{ "Variable": "$.a", "BooleanEquals": 1, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/BooleanEquals → 1")]
    [InlineData("""{ "Variable": "$.a", "NumericLessThan": "1", "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/NumericLessThan → \"1\"")]
    [InlineData("""{ "Variable": "$.a", "NumericLessThan": "${Limit}", "Next": "Z" }""", null)]
    [InlineData("""{ "Variable": "$.a", "NumericEquals": 9007199254740992, "Next": "Z" }""", "SMG6012 /States/C/Choices[0]/NumericEquals → 9007199254740992")]
    [InlineData("""{ "Variable": "$.a", "NumericEquals": -9007199254740991, "Next": "Z" }""", null)]
    [InlineData("""{ "Variable": "$.a", "StringEquals": 1, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/StringEquals → 1")]
    [InlineData("""{ "Variable": "$.a", "TimestampEquals": 1, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/TimestampEquals → 1")]
    [InlineData("""{ "Variable": "$.a", "StringEqualsPath": null, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/StringEqualsPath → null")]
    [InlineData("""{ "Variable": "$.a", "IsNull": true, "Assign": 1, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Assign → 1")]
    [InlineData("""{ "Variable": "$.a", "StringMatches": "a\\\\*\\*", "Next": "Z" }""", null)]
    [InlineData("""{ "Variable": "$.a", "StringMatches": "a*\\", "Next": "Z" }""", "SMG1038 /States/C/Choices[0]/StringMatches → \\\\")]
    public void A_rule_is_made_of_what_its_operator_takes(string rule, string? finding) => Findings.Check(Choice(rule)).ShouldBe(finding is null ? [] : [finding]);

    [Theory]
    [InlineData("""{ "Next": "Z" }""", "SMG1030 /States/C/Choices[0] → { \"Next\": \"Z\" }")]
    [InlineData("""{ "Condition": "a", "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Condition → \"a\"")]
    [InlineData("""{ "Condition": 1, "Next": "Z" }""", "SMG1031 /States/C/Choices[0]/Condition → 1")]
    [InlineData("""{ "Condition": "{% $states.input.a %}", "Next": "Z" }""", null)]
    [InlineData("""{ "Condition": "{% $states.input.a %}", "Assign": { "a": 1 }, "Next": "Z" }""", null)]
    [InlineData("""{ "Variable": "$.a", "IsNull": true, "Next": "Z" }""", "SMG1013 /States/C/Choices[0]/Variable → \"Variable\"")]
    public void Under_JSONata_a_rule_has_a_condition(string rule, string? finding) =>
        Findings.Check(Choice(rule).Replace("{ \"StartAt\"", "{ \"QueryLanguage\": \"JSONata\", \"StartAt\"")).ShouldBe(finding is null ? [] : [finding]);

    private static string Choice(string rule) => $$"""{ "StartAt": "C", "States": { "C": { "Type": "Choice", "Choices": [ {{rule}} ], "Default": "Z" }, "Z": { "Type": "Succeed" } } }""";
}
