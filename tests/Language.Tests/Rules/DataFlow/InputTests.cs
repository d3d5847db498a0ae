namespace StateMachineGen.Language.Tests.Rules.DataFlow;

/// <summary>Whether what expressions refer to is there, and how large it is.</summary>
public class InputTests
{
    [Theory]
    [InlineData("arn:aws:states:::sqs:sendMessage", true)]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", false)]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", false)]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:a", false)]
    [InlineData("${Resource}", false)]
    public void The_task_token_belongs_to_callbacks(string resource, bool isMissing)
    {
        string[] findings = DataFlowFindings.Check($$"""
            { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "{{resource}}", "TimeoutSeconds": 9, "End": true,
              "Parameters": { "QueueUrl": "q", "MessageBody": { "t.$": "$$.Task.Token", "u.$": "States.Format('{}', $$.Execution.Id)" } } } } }
            """);

        findings.ShouldBe(isMissing ? ["SMG4038 /States/A/Parameters/MessageBody/t.$ → $$.Task.Token"] : []);
    }

    [Fact]
    public void Only_tasks_have_a_token() => DataFlowFindings.Check("""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $states.context.Task.Token & $states.context.Token %}", "End": true } } }
        """).ShouldBe(["SMG4038 /States/A/Output → context"]);

    [Fact]
    public void A_dropped_input_has_nothing_to_select() => DataFlowFindings.Check("""
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": null, "End": true,
          "Parameters": { "a.$": "$.x", "b.$": "States.Array($.y, $)", "c.$": "$$.Execution.Id", "d.$": "$.x[*]" } } } }
        """).ShouldBe(["SMG4039 /States/A/Parameters/a.$ → $.x", "SMG4039 /States/A/Parameters/b.$ → $.y"]);

    [Fact]
    public void A_result_can_be_read_although_the_input_is_dropped() => DataFlowFindings.Check("""
        { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "InputPath": null, "End": true,
          "Parameters": { "QueueUrl": "q", "MessageBody": "m" }, "ResultSelector": { "a.$": "$.MessageId" } } } }
        """).ShouldBeEmpty();

    [Fact]
    public void Literals_have_256_KiB()
    {
        string pass(int length) => $$"""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": "{{new string('x', length)}}", "End": true } } }""";

        DataFlowFindings.Find(pass(262_142)).ShouldBeEmpty();
        DataFlowFindings.Find(pass(262_143)).ShouldHaveSingleItem().Message.ShouldBe("Result has at least 262,145 bytes of JSON; a payload can have 262,144");
    }

    [Fact]
    public void Names_of_errors_are_constants() => DataFlowFindings.Check("""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true,
          "Arguments": { "QueueUrl": "q", "MessageBody": "m" }, "Retry": [ { "ErrorEquals": ["E", "{% 'F' %}"] } ] } } }
        """).ShouldBe(["SMG4041 /States/A/Retry[0]/ErrorEquals[1] → \"{% 'F' %}\""]);
}
