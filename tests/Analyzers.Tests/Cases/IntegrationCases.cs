using System.Collections.Generic;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG5010 and on: what tasks call and how they wait for it.</summary>
internal static class IntegrationCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(IntegrationRules.InvalidResource, "a name and half an ARN", """
            [StartAt, Task([|"charge-card"|]), Next<Ship>] public partial class Charge;
            [Task([|"arn:aws:lambda"|]), End] public partial class Ship;
            """),
        RuleCase.OfMachine(IntegrationRules.InvalidResource, "the same, mended", """
            [StartAt, Task("${ChargeFunctionArn}"), Next<Ship>] public partial class Charge;
            [Task("arn:aws:lambda:us-east-1:123456789012:function:ship"), End] public partial class Ship;
            """),
        RuleCase.OfMachine(IntegrationRules.UnknownIntegration, "an action that only the SDK has", """
            [StartAt, Task("arn:aws:states:::[|dynamodb:query|]"), Next<Send>] public partial class Read;
            [Task("arn:aws:states:::[|sqs:sendMesage|]"), End] public partial class Send;
            """),
        RuleCase.OfMachine(IntegrationRules.UnknownIntegration, "the same, mended", """
            [StartAt, Task("arn:aws:states:::aws-sdk:dynamodb:query"), Next<Send>] public partial class Read;
            [Task("arn:aws:states:::sqs:sendMessage"), End] public partial class Send;
            """),
        RuleCase.OfMachine(IntegrationRules.UnsupportedPattern, "an SDK call that waits for a job", """
            [StartAt, Task("arn:aws:states:::aws-sdk:glue:startCrawler[|.sync|]"), Next<Read>] public partial class Crawl;
            [Task("arn:aws:states:::dynamodb:getItem[|.waitForTaskToken|]"), End] public partial class Read;
            """),
        RuleCase.OfMachine(IntegrationRules.UnsupportedPattern, "the same, mended", """
            [StartAt, Task("arn:aws:states:::aws-sdk:glue:startCrawler"), Next<Read>] public partial class Crawl;
            [Task("arn:aws:states:::dynamodb:getItem"), End] public partial class Read;
            """),
        new(IntegrationRules.UnsupportedByExpress, "an Express machine that waits for a job", """
            [StateMachine(Type = MachineType.Express)]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::glue:startJobRun[|.sync|]"), End] public partial class Run;
            }
            """),
        new(IntegrationRules.UnsupportedByExpress, "the same, mended", """
            [StateMachine(Type = MachineType.Express)]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::glue:startJobRun"), End] public partial class Run;
            }
            """),
        new(IntegrationRules.DistributedMapInExpress, "an Express machine with a Distributed Map", """
            [StateMachine(Type = MachineType.Express)]
            public partial class Machine
            {
                [StartAt, Map(MaxConcurrency = 10), ItemProcessor(Mode = [|ProcessorMode.Distributed|], ExecutionType = MachineType.Express), End]
                public partial class Each
                {
                    [StartAt, Succeed] public partial class Done;
                }
            }
            """),
        new(IntegrationRules.DistributedMapInExpress, "the same, mended", """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Map(MaxConcurrency = 10), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Express), End]
                public partial class Each
                {
                    [StartAt, Succeed] public partial class Done;
                }
            }
            """),
        RuleCase.OfMachine(IntegrationRules.UnsupportedByExpressChild, "an Express child that waits for a job", """
            [StartAt, Map(MaxConcurrency = 10), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Express), End]
            public partial class Each
            {
                [StartAt, Task("arn:aws:states:::glue:startJobRun[|.sync|]"), End] public partial class Run;
            }
            """),
        RuleCase.OfMachine(IntegrationRules.UnsupportedByExpressChild, "the same, mended", """
            [StartAt, Map(MaxConcurrency = 10), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard), End]
            public partial class Each
            {
                [StartAt, Task("arn:aws:states:::glue:startJobRun.sync"), End] public partial class Run;
            }
            """),
        RuleCase.OfMachine(IntegrationRules.MissingTaskToken, "a message without the token", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage[|.waitForTaskToken|]", TimeoutSeconds = 600), End]
            [Parameters("""{ "QueueUrl": "${QueueUrl}", "MessageBody.$": "$" }""")]
            public partial class Ask;
            """"),
        RuleCase.OfMachine(IntegrationRules.MissingTaskToken, "the same, mended", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", TimeoutSeconds = 600), End]
            [Parameters("""{ "QueueUrl": "${QueueUrl}", "MessageBody": { "order.$": "$", "token.$": "$$.Task.Token" } }""")]
            public partial class Ask;
            """"),
        RuleCase.OfMachine(IntegrationRules.CallbackWithoutTimeout, "a callback without an end", """
            [StartAt, Task([|"arn:aws:states:us-east-1:123456789012:activity:approve"|]), End] public partial class Ask;
            """),
        RuleCase.OfMachine(IntegrationRules.CallbackWithoutTimeout, "the same, mended", """
            [StartAt, Task("arn:aws:states:us-east-1:123456789012:activity:approve", TimeoutSeconds = 86400), End] public partial class Ask;
            """),
        RuleCase.OfMachine(IntegrationRules.HeartbeatOfRequest, "heartbeats of a call", """
            [StartAt, Task("arn:aws:states:::sns:publish", HeartbeatSeconds = [|30|]), End] public partial class Publish;
            """),
        RuleCase.OfMachine(IntegrationRules.HeartbeatOfRequest, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 30), End] public partial class Publish;
            """),
        RuleCase.OfMachine(IntegrationRules.UnknownResultField, "the answer of a function without Payload", """"
            [StartAt, Task(Integrations.Lambda.Invoke, OutputPath = "[|$.total|]"), Retry(Errors.All), Next<Run>] public partial class Price;
            [Task(Integrations.StepFunctions.StartExecutionSync, TimeoutSeconds = 60), End]
            [ResultSelector("""{ "total.$": "[|$.Output.total|]" }""")]
            public partial class Run;
            """"),
        RuleCase.OfMachine(IntegrationRules.UnknownResultField, "the same, mended", """"
            [StartAt, Task(Integrations.Lambda.Invoke, OutputPath = "$.Payload.total"), Retry(Errors.All), Next<Run>] public partial class Price;
            [Task(Integrations.StepFunctions.StartExecutionSync2, TimeoutSeconds = 60), End]
            [ResultSelector("""{ "total.$": "$.Output.total" }""")]
            public partial class Run;
            """"),
        RuleCase.OfMachine(IntegrationRules.PayloadOfFunction, "Payload of a function that is called directly", """
            [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:price", OutputPath = "[|$.Payload|]"), End] public partial class Price;
            """),
        RuleCase.OfMachine(IntegrationRules.PayloadOfFunction, "the same, mended", """
            [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:price"), End] public partial class Price;
            """),
    ];
}
