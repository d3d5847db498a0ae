using System.Linq;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Tests.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>The corrections that findings bring along, made in the text.</summary>
public class CorrectionTests
{
    [Theory]
    [InlineData("""{ "Type": "Pas", "End": true }""", """{ "Type": "Pass", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "ResultPaht": "$.a", "End": true }""", """{ "Type": "Pass", "ResultPath": "$.a", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a": "$.a" }, "End": true }""", """{ "Type": "Pass", "Parameters": { "a.$": "$.a" }, "End": true }""")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a.$": "States.Arry($.a)" }, "End": true }""", """{ "Type": "Pass", "Parameters": { "a.$": "States.Array($.a)" }, "End": true }""")]
    [InlineData("""{ "Type": "Pass", "Result": { "a.$": "$.a" }, "End": true }""", """{ "Type": "Pass", "Parameters": { "a.$": "$.a" }, "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "jsonata", "End": true }""", """{ "Type": "Pass", "QueryLanguage": "JSONata", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": " {% \"\\u0041\" %}", "End": true }""", """{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% \"\\u0041\" %}", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $lenght('a')", "End": true }""", """{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $lenght('a') %}", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% '\u00e4\"' & $lenght('a') %}", "End": true }""", """{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% '\u00e4\"' & $length('a') %}", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.inptu.a %}", "End": true }""", """{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.a %}", "End": true }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMesage", "End": true }""", """{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "ResultSelector": { "a.$": "$.Payload.a" }, "End": true }""", """{ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "ResultSelector": { "a.$": "$.a" }, "End": true }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "QueryLanguage": "JSONata", "Output": "{% $states.result.a.b %}", "End": true }""", """{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "QueryLanguage": "JSONata", "Output": "{% $states.result.Payload.a.b %}", "End": true }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.synk", "End": true }""", """{ "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": true }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Retry": [ { "ErrorEquals": [ "States.timeout" ] } ], "End": true }""", """{ "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Retry": [ { "ErrorEquals": [ "States.Timeout" ] } ], "End": true }""")]
    [InlineData("""{ "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNumerc": true, "Next": "End" } ], "Default": "End" }""", """{ "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNumeric": true, "Next": "End" } ], "Default": "End" }""")]
    [InlineData("""{ "Type": "Choice", "Choices": [ { "Variable": "$.a", "StringMatches": "a\\", "Next": "End" } ], "Default": "End" }""", """{ "Type": "Choice", "Choices": [ { "Variable": "$.a", "StringMatches": "a\\\\", "Next": "End" } ], "Default": "End" }""")]
    [InlineData("""{ "Type": "Pass", "Next": "end" }""", """{ "Type": "Pass", "Next": "End" }""")]
    public void The_first_finding_that_has_one_is_mended(string state, string expected)
    {
        string text = Machine(state);
        Finding finding = DefinitionChecker.Check(DocumentTests.Read(text), CreationTarget.Unknown).First(found => found.Correction is not null);
        Correction correction = finding.Correction!;
        TextRange range = correction.Locate(text);
        (text.Remove(range.Start, range.Length).Insert(range.Start, correction.JsonText)).ShouldBe(Machine(expected));
    }

    [Theory]
    [InlineData("""{ "Type": "Jump", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a": [ "$.a" ] }, "End": true }""")]
    [InlineData("""{ "Type": "Pass", "Result": [ "$.a" ], "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $eval('1') %}", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.result %}", "End": true }""")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 }", "End": true }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::dynamodb:query", "End": true }""")]
    public void What_was_meant_is_not_guessed(string state) =>
        DefinitionChecker.Check(DocumentTests.Read(Machine(state)), CreationTarget.Unknown).ShouldAllBe(finding => finding.Correction == null);

    private static string Machine(string state) => $$"""{ "StartAt": "A", "States": { "A": {{state}}, "End": { "Type": "Succeed" } } }""";
}
