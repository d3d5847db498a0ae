using System.Linq;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>What fields hold, which are needed, and which exclude each other.</summary>
public class FieldChecksTests
{
    private const string Scope = """ "StartAt": "I", "States": { "I": { "Type": "Succeed" } } """;

    [Theory]
    [InlineData("Comment", "5", "SMG1031", "Comment must be a string, not 5")]
    [InlineData("Version", "\"1.1\"", "SMG1032", "Version must be 1.0, not \"1.1\"")]
    [InlineData("Version", "1.0", "SMG1032", "Version must be 1.0, not 1.0")]
    [InlineData("QueryLanguage", "\"JSONPATH\"", "SMG1032", "QueryLanguage must be JSONPath or JSONata, not \"JSONPATH\"")]
    [InlineData("TimeoutSeconds", "\"5\"", "SMG6001", "TimeoutSeconds must be an integer from 1 to 99,999,999, not \"5\"")]
    public void Fields_of_machines_have_values_that_they_take(string field, string value, string id, string message)
    {
        string text = $$"""{ "{{field}}": {{value}}, {{Scope}} }""";

        Findings.Check(text).ShouldBe([$"{id} /{field} → {value}"]);
        Findings.Find(text)[0].Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("Pass", "\"Comment\": {}", "SMG1031 /States/A/Comment → {}")]
    [InlineData("Pass", "\"Assign\": \"x\"", "SMG1031 /States/A/Assign → \"x\"")]
    [InlineData("Pass", "\"Assign\": [ 1 ]", "SMG1031 /States/A/Assign → [ 1 ]")]
    [InlineData("Pass", "\"Parameters\": \"a\"", "SMG1037 /States/A/Parameters → \"a\"")]
    [InlineData("Pass", "\"Parameters\": [ { \"a.$\": \"$.a\" } ]", null)]
    [InlineData("Pass", "\"Parameters\": \"${Template}\", \"Assign\": \"${Variables}\"", null)]
    [InlineData("Pass", "\"Next\": \"Z\", \"End\": \"no\"", "SMG1031 /States/A/End → \"no\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"ResultSelector\": \"x\"", "SMG1037 /States/A/ResultSelector → \"x\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Credentials\": \"arn:role\"", "SMG1031 /States/A/Credentials → \"arn:role\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Credentials\": { \"Role\": \"arn:role\" }", "SMG1030 /States/A/Credentials → \"Credentials\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Credentials\": { \"RoleArn\": [] }", "SMG1031 /States/A/Credentials/RoleArn → []")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Credentials\": { \"RoleArn.$\": \"$.role\" }", null)]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"TimeoutSeconds\": 5, \"TimeoutSecondsPath\": \"$.t\"", "SMG1033 /States/A/TimeoutSecondsPath → \"TimeoutSecondsPath\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"HeartbeatSecondsPath\": \"$.t\", \"HeartbeatSeconds\": 5", "SMG1033 /States/A/HeartbeatSeconds → \"HeartbeatSeconds\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Retry\": [ { \"ErrorEquals\": [ \"E\" ], \"JitterStrategy\": \"full\" } ]", "SMG1032 /States/A/Retry[0]/JitterStrategy → \"full\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Catch\": [ { \"ErrorEquals\": [ \"E\" ], \"Next\": \"Z\", \"ResultPath\": 5 } ]", "SMG1031 /States/A/Catch[0]/ResultPath → 5")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Catch\": [ { \"ErrorEquals\": [ \"E\" ], \"Next\": \"Z\", \"ResultPath\": null } ]", null)]
    [InlineData("Wait", "\"Comment\": \"c\"", "SMG1030 /States/A → \"A\"")]
    [InlineData("Wait", "\"Second\": 1", "SMG1013 /States/A/Second → \"Second\"")]
    [InlineData("Wait", "\"Seconds\": 1, \"SecondsPath\": \"$.s\", \"Timestamp\": \"2030-01-31T12:00:00Z\"", "SMG1033 /States/A/Timestamp → \"Timestamp\"")]
    [InlineData("Parallel", "\"Comment\": \"c\"", "SMG1030 /States/A → \"A\"")]
    [InlineData("Parallel", "\"Branches\": {}", "SMG1031 /States/A/Branches → {}")]
    [InlineData("Parallel", "\"Branches\": []", "SMG1035 /States/A/Branches → []")]
    [InlineData("Parallel", "\"Branches\": [ {" + Scope + "}, 1 ]", "SMG1031 /States/A/Branches[1] → 1")]
    [InlineData("Parallel", "\"Branches\": \"${Branches}\"", null)]
    public void Fields_of_states_have_values_that_they_take(string type, string fields, string? finding)
    {
        string next = fields.Contains("\"Next\": \"Z\", \"End\"") ? "" : ", \"Next\": \"Z\"";

        Findings.Check($$"""{ "StartAt": "A", "States": { "A": { "Type": "{{type}}", {{fields}}{{next}} }, "Z": { "Type": "Succeed" } } }""")
            .ShouldBe(finding is null ? [] : [finding]);
    }

    [Theory]
    [InlineData("\"Error\": 1", "SMG1031 /States/A/Error → 1")]
    [InlineData("\"Error\": \"E\", \"ErrorPath\": \"$.e\"", "SMG1033 /States/A/ErrorPath → \"ErrorPath\"")]
    [InlineData("\"CausePath\": \"$.e\", \"Cause\": \"C\"", "SMG1033 /States/A/Cause → \"Cause\"")]
    [InlineData("\"Error\": \"E\", \"CausePath\": \"$.e\"", null)]
    public void A_Fail_says_its_error_once(string fields, string? finding) =>
        Findings.Check($$"""{ "StartAt": "A", "States": { "A": { "Type": "Fail", {{fields}} } } }""").ShouldBe(finding is null ? [] : [finding]);

    [Theory]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Arguments\": \"x\"", "SMG1031 /States/A/Arguments → \"x\"")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Arguments\": [ 1 ]", "SMG1031 /States/A/Arguments → [ 1 ]")]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"Arguments\": \"{% $states.input.a %}\", \"TimeoutSeconds\": \"{% $states.input.t %}\"", null)]
    [InlineData("Task", "\"Resource\": \"${Work}\", \"TimeoutSeconds\": \"t\"", "SMG6001 /States/A/TimeoutSeconds → \"t\"")]
    [InlineData("Pass", "\"Assign\": \"{% {} %}\"", "SMG1031 /States/A/Assign → \"{% {} %}\"")]
    [InlineData("Wait", "\"Comment\": \"c\"", "SMG1030 /States/A → \"A\"")]
    [InlineData("Wait", "\"SecondsPath\": \"$.s\"", "SMG1013 /States/A/SecondsPath → \"SecondsPath\"")]
    [InlineData("Wait", "\"Seconds\": 1, \"SecondsPath\": \"$.s\"", "SMG1013 /States/A/SecondsPath → \"SecondsPath\"")]
    [InlineData("Wait", "\"Timestamp\": \"{% $states.input.t %}\"", null)]
    [InlineData("Wait", "\"Timestamp\": \"now\"", "SMG1036 /States/A/Timestamp → \"now\"")]
    [InlineData("Wait", "\"Seconds\": \"{% broken\"", "SMG4023 /States/A/Seconds → {%")]
    public void Under_JSONata_some_fields_take_expressions(string type, string fields, string? finding) =>
        Findings.Check($$"""{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "{{type}}", {{fields}}, "End": true } } }""")
            .ShouldBe(finding is null ? [] : [finding]);

    [Fact]
    public void What_is_missing_is_said_in_the_fields_of_the_query_language()
    {
        Findings.Find("""{ "StartAt": "A", "States": { "A": { "Type": "Wait", "End": true } } }""").Single().Message
            .ShouldBe("One of Seconds, SecondsPath, Timestamp and TimestampPath is missing on the Wait state 'A'");
        Findings.Find("""{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Wait", "End": true } } }""").Single().Message
            .ShouldBe("One of Seconds and Timestamp is missing on the Wait state 'A'");
        Findings.Find("""{ "StartAt": "A", "States": { "A": { "Type": "Map", "End": true } } }""").Single().Message.ShouldBe("ItemProcessor is missing on the Map state 'A'");
    }

    [Theory]
    [InlineData("2030-01-31T12:00:00Z", null)]
    [InlineData("2030-01-31T12:00:00.123456789+01:00", null)]
    [InlineData("2028-02-29T23:59:60-23:59", null)]
    [InlineData("${Day}T00:00:00Z", null)]
    [InlineData("2030-01-31t12:00:00z", "its T and Z must be upper case")]
    [InlineData("2030-01-31 12:00:00Z", "a T must stand between date and time")]
    [InlineData("2030-01-31T12:00:00", "it needs Z or an offset such as +01:00 at its end")]
    [InlineData("2030-01-31", "it needs a time such as T00:00:00Z after the date")]
    [InlineData("2030-02-29T12:00:00Z", "a timestamp is written as 2030-01-31T12:00:00Z")]
    [InlineData("2030-01-31T24:00:00Z", "a timestamp is written as 2030-01-31T12:00:00Z")]
    [InlineData("2030-01-31T12:00:00.Z", "a timestamp is written as 2030-01-31T12:00:00Z")]
    [InlineData("2030-01-31T12:00:00+0100", "a timestamp is written as 2030-01-31T12:00:00Z")]
    [InlineData("", "a timestamp is written as 2030-01-31T12:00:00Z")]
    public void A_timestamp_is_written_as_RFC_3339_says(string time, string? fault)
    {
        string wait = $$"""{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "{{time}}", "End": true } } }""";
        string choice = $$"""{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [ { "Variable": "$.t", "TimestampLessThan": "{{time}}", "Next": "Z" } ], "Default": "Z" }, "Z": { "Type": "Succeed" } } }""";
        string[] expected = fault is null ? [] : [$"\"{time}\" is no RFC 3339 timestamp: {fault}"];

        Findings.Find(wait).Select(finding => finding.Message).ShouldBe(expected);
        Findings.Find(choice).Select(finding => finding.Message).ShouldBe(expected);
        Findings.Find(wait).ShouldAllBe(finding => finding.Rule == FieldRules.InvalidTimestamp);
    }

    [Fact]
    public void Names_occur_once_in_an_object() =>
        Findings.Check("""
            { "Comment": "a", "Comment": "b", "StartAt": "P", "States": {
              "P": { "Type": "Parallel", "Branches": [ { "StartAt": "A", "StartAt": "A", "States": {
                "A": { "Type": "Pass", "Parameters": { "x": [ { "y": 1, "y": 2 } ] }, "End": true, "End": true } } } ], "End": true } } }
            """).ShouldBe(
            [
                "SMG1042 /Comment → \"Comment\"",
                "SMG1042 /States/P/Branches[0]/StartAt → \"StartAt\"",
                "SMG1042 /States/P/Branches[0]/States/A/End → \"End\"",
                "SMG1042 /States/P/Branches[0]/States/A/Parameters/x[0]/y → \"y\"",
            ]);

    [Theory]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"${Work}\", \"TimeoutSeconds\": 5, \"HeartbeatSeconds\": 5", "SMG6010 /States/A/HeartbeatSeconds → 5")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"${Work}\", \"Retry\": [ { \"ErrorEquals\": [ \"E\" ], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": 5 } ]", "SMG3010 /States/A/Retry[0]/MaxDelaySeconds → 5")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"${Work}\", \"Retry\": [ { \"ErrorEquals\": [ \"E\" ], \"IntervalSeconds\": 5, \"MaxDelaySeconds\": 6 } ]", null)]
    [InlineData("\"Type\": \"Wait\", \"Seconds\": 31536001", "SMG6015 /States/A/Seconds → 31536001")]
    [InlineData("\"Type\": \"Wait\", \"Seconds\": 31536000", null)]
    [InlineData("\"Type\": \"Pass\", \"Result\": 1, \"Parameters\": {}", "SMG1043 /States/A/Parameters → \"Parameters\"")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"${Work}\", \"ResultSelector\": {}, \"ResultPath\": null", "SMG1043 /States/A/ResultSelector → \"ResultSelector\"")]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"${Work}\", \"ResultSelector\": {}, \"ResultPath\": null, \"Assign\": { \"x.$\": \"$\" }", null)]
    [InlineData("\"Type\": \"Task\", \"Resource\": \"${Work}\", \"ResultSelector\": {}, \"ResultPath\": \"$.r\"", null)]
    public void Values_go_with_each_other(string fields, string? finding) =>
        Findings.Check($$"""{ "StartAt": "A", "States": { "A": { {{fields}}, "End": true } } }""").ShouldBe(finding is null ? [] : [finding]);

    [Fact]
    public void Error_texts_have_a_greatest_length()
    {
        string error = new('e', 257);

        Findings.Check($$"""{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "{{error}}", "Cause": "{{error}}" } } }""").ShouldBe([$"SMG6013 /States/A/Error → \"{error}\""]);
    }
}
