using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>What tasks call and how they wait for it.</summary>
public class IntegrationTests
{
    private const string Token = ", \"TimeoutSeconds\": 5, \"Parameters\": { \"t.$\": \"$$.Task.Token\" }";

    [Theory]
    [InlineData("charge", "SMG5010 \"charge\"")]
    [InlineData("arn:aws:lambda", "SMG5010 \"arn:aws:lambda\"")]
    [InlineData("${Charge}", null)]
    [InlineData("${Prefix}-charge", null)]
    [InlineData("arn:${AWS::Partition}:states:::sns:publish", null)]
    [InlineData("arn:${AWS::Partition}:states:::sns:publsh", "SMG5011 sns:publsh")]
    [InlineData("arn:aws-iso:lambda:us-iso-east-1:123456789012:function:f:$LATEST", null)]
    [InlineData("arn:aws:states:${AWS::Region}:${AWS::AccountId}:athena:getQueryResults", null)]
    [InlineData("arn:aws:states:::${Service}:${Action}", null)]
    [InlineData("arn:aws:states:::dynamodb:query", "SMG5011 dynamodb:query")]
    [InlineData("arn:aws:states:::kinesis:putRecord", "SMG5011 kinesis:putRecord")]
    [InlineData("arn:aws:states:::aws-sdk:kinesis:putRecord", null)]
    [InlineData("arn:aws:states:::aws-sdk:glue:startCrawler.sync", "SMG5012 .sync")]
    [InlineData("arn:aws:states:::glue:startJobRun.sync:2", "SMG5012 .sync:2")]
    [InlineData("arn:aws:states:::glue:startJobRun.sync", null)]
    [InlineData("arn:aws:states:::glue:startJobRun.snyc", "SMG5012 .snyc")]
    [InlineData("urn:other:thing", null)]
    public void A_resource_is_one_that_exists(string resource, string? finding) =>
        Findings.Check(Task(resource)).Select(found => found.Replace("/States/A/Resource → ", "", System.StringComparison.Ordinal)).ShouldBe(finding is null ? [] : [finding]);

    [Theory]
    [InlineData("arn:aws:states:::dynamodb:query", "Step Functions has no integration 'dynamodb:query'; actions that it does not have are called as 'aws-sdk:dynamodb:query'")]
    [InlineData("arn:aws:states:::dynamodb:getItems", "Step Functions has no integration 'dynamodb:getItems'; did you mean 'dynamodb:getItem'?")]
    [InlineData("arn:aws:states:::lamda:invoke", "Step Functions has no integration 'lamda:invoke'; did you mean 'lambda:invoke'?")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTasktoken", "'sqs:sendMessage' does not support '.waitForTasktoken'; did you mean '.waitForTaskToken'?")]
    [InlineData("arn:aws:states:::aws-sdk:s3:listBuckets.sync", "'s3:listBuckets' does not support '.sync'; SDK integrations do not wait for jobs")]
    public void What_was_meant_is_said(string resource, string message) => Findings.Find(Task(resource)).Select(finding => finding.Message).ShouldBe([message]);

    [Theory]
    [InlineData("arn:aws:states:::glue:startJobRun.sync", ".sync")]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", ".waitForTaskToken")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", "arn:aws:states:us-east-1:123456789012:activity:a")]
    [InlineData("arn:aws:states:::glue:startJobRun", null)]
    public void An_express_machine_waits_for_answers_only(string resource, string? characters)
    {
        string task = $$"""{ "Type": "Task", "Resource": "{{resource}}"{{(resource.EndsWith(":startJobRun", System.StringComparison.Ordinal) ? "" : Token)}}, "End": true }""";

        Findings.Check(Machine(task), StateMachineType.Standard).ShouldBeEmpty();
        Findings.Check(Machine(task), StateMachineType.Express).ShouldBe(characters is null ? [] : ["SMG5013 /States/A/Resource → " + characters]);
        Findings.Check(Machine(Map("DISTRIBUTED", "EXPRESS", task)))
            .ShouldBe(characters is null ? [] : ["SMG5015 /States/A/ItemProcessor/States/B/Resource → " + characters]);
        Findings.Check(Machine(Map("DISTRIBUTED", "STANDARD", task))).ShouldBeEmpty();
        Findings.Check(Machine(Map("DISTRIBUTED", "${Type}", task))).Where(found => found.StartsWith("SMG5", System.StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void An_express_machine_has_no_distributed_map() =>
        Findings.Check(Machine(Map("DISTRIBUTED", "EXPRESS", """{ "Type": "Wait", "Seconds": 301, "End": true }""")), StateMachineType.Express)
            .ShouldBe(["SMG6036 /States/A/ItemProcessor/States/B/Seconds → 301", "SMG5014 /States/A/ItemProcessor/ProcessorConfig/Mode → \"DISTRIBUTED\""]);

    [Theory]
    [InlineData("\"Parameters\": { \"a\": [ { \"b.$\": \"States.Format('{}', $$.Task.Token)\" } ] }", true)]
    [InlineData("\"Parameters\": { \"a.$\": \"$$\" }", true)]
    [InlineData("\"Parameters\": { \"a.$\": \"$$['Task']\" }", true)]
    [InlineData("\"Parameters\": { \"a.$\": \"$$.Execution.Id\" }", false)]
    [InlineData("\"Parameters\": { \"a\": \"$$.Task.Token\" }", false)]
    [InlineData("\"Parameters\": { \"a.$\": \"$.token\" }", false)]
    [InlineData("\"Parameters\": \"${Parameters}\"", true)]
    [InlineData("\"Comment\": \"none\"", false)]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Arguments\": { \"a\": \"{% $states.context.Task.Token %}\" }", true)]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Arguments\": \"{% $merge([$states.input, $states.context]) %}\"", true)]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"Arguments\": \"{% $states.input.token & $states.context.Execution.Id %}\"", false)]
    public void A_callback_hands_its_token_on(string fields, bool handsOn) =>
        Findings.Check(Machine($$"""{ "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 5, {{fields}}, "End": true }"""))
            .Where(found => found.StartsWith("SMG5016", System.StringComparison.Ordinal))
            .ShouldBe(handsOn ? [] : ["SMG5016 /States/A/Resource → .waitForTaskToken"]);

    [Theory]
    [InlineData("", true)]
    [InlineData(", \"TimeoutSeconds\": 5", false)]
    [InlineData(", \"TimeoutSecondsPath\": \"$.t\"", false)]
    [InlineData(", \"HeartbeatSeconds\": 5", false)]
    public void Who_waits_for_somebody_outside_has_a_timeout(string fields, bool hangs)
    {
        string task = $$"""{ "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a"{{fields}}, "End": true }""";

        Findings.Check(Machine(task)).Length.ShouldBe(hangs ? 1 : 0);
        Findings.Check(Machine(task).Replace("\"StartAt\": \"A\"", "\"TimeoutSeconds\": 5, \"StartAt\": \"A\"", System.StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:states:::sns:publish", true)]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:f", true)]
    [InlineData("${X}", false)]
    [InlineData("arn:aws:states:::glue:startJobRun.sync", false)]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", false)]
    public void Only_callbacks_send_heartbeats(string resource, bool isFound) =>
        Findings.Check(Task(resource, ", \"HeartbeatSeconds\": 5")).ShouldBe(isFound ? ["SMG5018 /States/A/HeartbeatSeconds → 5"] : []);

    [Theory]
    [InlineData("lambda:invoke", "\"ResultSelector\": { \"a.$\": \"$.Payload.a\", \"b.$\": \"$.b\" }", "$.b")]
    [InlineData("lambda:invoke", "\"OutputPath\": \"$.Payload\"", null)]
    [InlineData("lambda:invoke", "\"OutputPath\": \"$.total\"", "$.total")]
    [InlineData("lambda:invoke", "\"ResultPath\": \"$.r\", \"OutputPath\": \"$.total\"", null)]
    [InlineData("lambda:invoke", "\"ResultPath\": \"$.r\", \"OutputPath\": \"$.r.total\"", "$.r.total")]
    [InlineData("lambda:invoke", "\"ResultSelector\": { \"a.$\": \"$.Payload\" }, \"OutputPath\": \"$.a\"", null)]
    [InlineData("lambda:invoke", "\"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states.result.Payload.a + $states.result.b %}\"", "$states.result.b")]
    [InlineData("lambda:invoke", "\"QueryLanguage\": \"JSONata\", \"Output\": \"{% $states . result.`the b`[0] %}\"", "$states . result.`the b`")]
    [InlineData("lambda:invoke", "\"QueryLanguage\": \"JSONata\", \"Output\": \"{% /* $states.result.b */ 'see $states.result.b' %}\"", null)]
    [InlineData("states:startExecution", "\"ResultSelector\": { \"a.$\": \"$.Output\" }", "$.Output")]
    [InlineData("states:startExecution.sync", "\"ResultSelector\": { \"a.$\": \"$.Output\" }", null)]
    [InlineData("states:startExecution.sync", "\"ResultSelector\": { \"a.$\": \"$.Output.x\" }", "$.Output.x")]
    [InlineData("states:startExecution.sync:2", "\"ResultSelector\": { \"a.$\": \"$.Output.x\" }", null)]
    [InlineData("states:startExecution.sync", "\"QueryLanguage\": \"JSONata\", \"Assign\": { \"x\": \"{% $parse($states.result.Output).x %}\" }", null)]
    public void Results_have_what_is_read(string action, string fields, string? characters) =>
        Findings.Check(Task("arn:aws:states:::" + action, ", " + fields))
            .Where(found => found.StartsWith("SMG5019", System.StringComparison.Ordinal))
            .Select(found => found[(found.IndexOf('→', System.StringComparison.Ordinal) + 2)..])
            .ShouldBe(characters is null ? [] : [characters]);

    private static string Task(string resource, string fields = "") => Machine($$"""{ "Type": "Task", "Resource": "{{resource}}"{{fields}}, "End": true }""");

    private static string Map(string mode, string type, string state) => $$"""
        { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "{{mode}}", "ExecutionType": "{{type}}" }, "StartAt": "B", "States": { "B": {{state}} } }, "End": true }
        """;

    private static string Machine(string state) => $$"""{ "StartAt": "A", "States": { "A": {{state.Trim()}} } }""";
}
