using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Tests.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>Sizes, times and advice.</summary>
public class AdviceTests
{
    private const string Lambda = "arn:aws:lambda:us-east-1:123456789012:function:f";

    public static IEnumerable<TheoryDataRow<Rule, string, string?>> Advice =>
    [
        new(AdviceRules.LambdaWithoutRetry, Task(Lambda), "/States/A"),
        new(AdviceRules.LambdaWithoutRetry, Task("arn:aws:states:::lambda:invoke"), "/States/A"),
        new(AdviceRules.LambdaWithoutRetry, Task(Lambda, """, "Retry": [ { "ErrorEquals": ["Lambda.ServiceException"] } ]"""), null),
        new(AdviceRules.LambdaWithoutRetry, Task(Lambda, """, "Retry": [ { "ErrorEquals": ["States.ALL"] } ]"""), null),
        new(AdviceRules.LambdaWithoutRetry, Task("arn:aws:states:::sns:publish"), null),
        new(AdviceRules.LambdaWithoutRetry, Task("${X}"), null),
        new(AdviceRules.JobWithoutTimeout, Task("arn:aws:states:::glue:startJobRun.sync"), "/States/A/Resource"),
        new(AdviceRules.JobWithoutTimeout, Task("arn:aws:states:::glue:startJobRun.sync", ", \"TimeoutSeconds\": 5"), null),
        new(AdviceRules.CallbackWithoutHeartbeat, Task("arn:aws:states:us-east-1:1:activity:a", ", \"TimeoutSeconds\": 5"), "/States/A/Resource"),
        new(AdviceRules.CallbackWithoutHeartbeat, Task("arn:aws:states:us-east-1:1:activity:a"), null),
        new(AdviceRules.TimeoutWithoutEffect, Task(Lambda, ", \"TimeoutSeconds\": 901"), "/States/A/TimeoutSeconds"),
        new(AdviceRules.TimeoutWithoutEffect, Task(Lambda, ", \"TimeoutSeconds\": 900"), null),
        new(AdviceRules.TimeoutWithoutEffect, Task("arn:aws:states:::http:invoke", ", \"TimeoutSeconds\": 61"), "/States/A/TimeoutSeconds"),
        new(AdviceRules.TimeoutWithoutEffect, Task("arn:aws:states:::lambda:invoke.waitForTaskToken", ", \"TimeoutSeconds\": 9000"), null),
        new(AdviceRules.FixedAccount, Task(Lambda), "/States/A/Resource"),
        new(AdviceRules.FixedAccount, Task("arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:f"), null),
        new(AdviceRules.FixedAccount, Task("arn:aws:states:::sns:publish"), null),
        new(AdviceRules.PassWithoutEffect, Machine("""{ "Type": "Pass", "Next": "Z" }, "Z": { "Type": "Succeed" }"""), "/States/A"),
        new(AdviceRules.PassWithoutEffect, Machine("""{ "Type": "Pass", "End": true }"""), null),
        new(AdviceRules.PassWithoutEffect, Machine("""{ "Type": "Pass", "Result": 1, "Next": "Z" }, "Z": { "Type": "Succeed" }"""), null),
        new(AdviceRules.ParallelOfOne, Machine($$"""{ "Type": "Parallel", "Branches": [ {{Scope}} ], "End": true }"""), "/States/A"),
        new(AdviceRules.ParallelOfOne, Machine($$"""{ "Type": "Parallel", "Branches": [ {{Scope}} ], "Retry": [ { "ErrorEquals": ["States.ALL"] } ], "End": true }"""), null),
        new(AdviceRules.StartsItself, Task("arn:aws:states:::states:startExecution", """, "Parameters": { "StateMachineArn.$": "$$.StateMachine.Id" }"""), "/States/A/Parameters/StateMachineArn.$"),
        new(AdviceRules.StartsItself, Task("arn:aws:states:::states:startExecution", """, "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:1:stateMachine:M" }"""), "/States/A/Parameters/StateMachineArn"),
        new(AdviceRules.StartsItself, Task("arn:aws:states:::states:startExecution", """, "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:1:stateMachine:Other" }"""), null),
        new(AdviceRules.StartsItself, Task("arn:aws:states:::states:startExecution", """, "QueryLanguage": "JSONata", "Arguments": { "StateMachineArn": "{% $states.context.StateMachine.Id %}" }"""), "/States/A/Arguments/StateMachineArn"),
        new(AdviceRules.ToleratesEverything, Map(", \"ToleratedFailurePercentage\": 100"), "/States/A/ToleratedFailurePercentage"),
        new(AdviceRules.ToleratesEverything, Map(", \"ToleratedFailurePercentage\": 100, \"ResultPath\": null"), null),
        new(AdviceRules.ToleratesEverything, Map(", \"ToleratedFailurePercentage\": 99"), null),
        new(AdviceRules.UnlimitedMap, Map(""), "/States/A"),
        new(AdviceRules.UnlimitedMap, Map(", \"MaxConcurrency\": 0"), "/States/A/MaxConcurrency"),
        new(AdviceRules.UnlimitedMap, Map(", \"MaxConcurrency\": 5"), null),
        new(AdviceRules.UnlimitedMap, Map(", \"MaxConcurrencyPath\": \"$.c\""), null),
        new(AdviceRules.BusyCycle, Machine("""
            { "Type": "Choice", "Choices": [ { "Variable": "$.n", "NumericLessThan": 9, "Next": "B" } ], "Default": "Z" },
            "B": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "A" }, "Z": { "Type": "Succeed" }
            """), "/States/A"),
    ];

    private const string Scope = """{ "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }""";

    [Theory]
    [MemberData(nameof(Advice), DisableDiscoveryEnumeration = true)]
    public void Advice_is_given_where_it_holds(Rule rule, string text, string? path) =>
        DefinitionChecker.Check(DocumentTests.Read(text), new CreationTarget("M")).Where(finding => finding.Rule == rule).Select(finding => finding.Path)
            .ShouldBe(path is null ? [] : [path]);

    [Fact]
    public void A_task_timeout_after_the_end_of_the_execution_has_no_effect() =>
        Findings.Advise(AdviceRules.TimeoutWithoutEffect, Task("${X}", ", \"TimeoutSeconds\": 6").Replace("{ \"StartAt\"", "{ \"TimeoutSeconds\": 5, \"StartAt\"", System.StringComparison.Ordinal))
            .ShouldBe(["SMG6035 /States/A/TimeoutSeconds → 6"]);

    [Theory]
    [InlineData("""{ "Type": "Wait", "Seconds": 301, "End": true }""", "/States/A/Seconds")]
    [InlineData("""{ "Type": "Wait", "Seconds": 300, "End": true }""", null)]
    [InlineData("""{ "Type": "Task", "Resource": "${X}", "TimeoutSeconds": 301, "End": true }""", "/States/A/TimeoutSeconds")]
    public void Times_of_express_machines_are_short(string state, string? path)
    {
        Findings.Find(Machine(state)).ShouldBeEmpty();
        Findings.Find(Machine(state), StateMachineType.Express).Select(finding => finding.Path).ShouldBe(path is null ? [] : [path]);
    }

    [Fact]
    public void The_time_of_an_express_machine_is_short() =>
        Findings.Check("""{ "TimeoutSeconds": 301, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", StateMachineType.Express).ShouldBe(["SMG6036 /TimeoutSeconds → 301"]);

    [Theory]
    [InlineData(1_048_576, 0)]
    [InlineData(1_048_577, 1)]
    public void A_definition_has_a_length(int length, int count)
    {
        const string start = "{ \"StartAt\": \"A\", \"States\": { \"A\": { \"Type\": \"Succeed\", \"Comment\": \"";
        const string end = "\" } } }";
        string text = start + new string('x', length - start.Length - end.Length) + end;

        Findings.Find(text).Select(finding => finding.Rule).ShouldBe(Enumerable.Repeat(AdviceRules.DefinitionTooLong, count));
    }

    private static string Task(string resource, string fields = "") => Machine($$"""{ "Type": "Task", "Resource": "{{resource}}"{{fields}}, "End": true }""");

    private static string Map(string fields) => Machine($$"""
        { "Type": "Map"{{fields}}, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "B", "States": { "B": { "Type": "Task", "Resource": "${X}", "End": true } } }, "End": true }
        """);

    private static string Machine(string state) => $$"""{ "StartAt": "A", "States": { "A": {{state.Trim()}} } }""";
}
