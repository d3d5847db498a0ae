using System.Collections.Generic;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG6030 and on: sizes, times and advice.</summary>
internal static class AdviceCases
{
    public static IEnumerable<RuleCase> All =>
    [
        new(AdviceRules.DefinitionTooLong, "a comment of a million characters", """
            [StateMachine]
            public partial class [|Machine|]
            {
                private const string Line = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
                private const string Page = Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line + Line;
                private const string Book = Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page + Page;
                private const string Shelf = Book + Book + Book + Book + Book + Book + Book + Book + Book + Book + Book + Book + Book + Book + Book + Book;
                private const string Library = Shelf + Shelf + Shelf + Shelf + Shelf;

                [StartAt, Succeed(Comment = Library)] public partial class Done;
            }
            """),
        new(AdviceRules.DefinitionTooLong, "the same, mended", """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Succeed(Comment = "See the library")] public partial class Done;
            }
            """),
        RuleCase.OfMachine(AdviceRules.BusyCycle, "a loop that counts", """"
            [StartAt, Choice, Default<Done>]
            public partial class [|Count|]
            {
                [When<Add>] private static Condition IsOpen => Variable("$.count") < 10;
            }

            [Pass, Next<Count>]
            [Parameters("""{ "count.$": "States.MathAdd($.count, 1)" }""")]
            public partial class Add;
            [Succeed] public partial class Done;
            """"),
        RuleCase.OfMachine(AdviceRules.BusyCycle, "the same, mended", """
            [StartAt, Map(ItemsPath = "$.items"), End]
            public partial class Each
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        RuleCase.OfMachine(AdviceRules.LambdaWithoutRetry, "a call without Retry", """
            [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:charge"), End] public partial class [|Charge|];
            """),
        RuleCase.OfMachine(AdviceRules.LambdaWithoutRetry, "the same, mended", """
            [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:charge"), End]
            [Retry("Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException", MaxAttempts = 6)]
            public partial class Charge;
            """),
        RuleCase.OfMachine(AdviceRules.JobWithoutTimeout, "a job without an end", """
            [StartAt, Task([|Integrations.Glue.StartJobRunSync|]), End] public partial class Run;
            """),
        RuleCase.OfMachine(AdviceRules.JobWithoutTimeout, "the same, mended", """
            [StartAt, Task(Integrations.Glue.StartJobRunSync, TimeoutSeconds = 3600), End] public partial class Run;
            """),
        RuleCase.OfMachine(AdviceRules.CallbackWithoutHeartbeat, "an activity without heartbeats", """
            [StartAt, Task([|"arn:aws:states:us-east-1:123456789012:activity:approve"|], TimeoutSeconds = 86400), End] public partial class Ask;
            """),
        RuleCase.OfMachine(AdviceRules.CallbackWithoutHeartbeat, "the same, mended", """
            [StartAt, Task("arn:aws:states:us-east-1:123456789012:activity:approve", TimeoutSeconds = 86400, HeartbeatSeconds = 60), End] public partial class Ask;
            """),
        new(AdviceRules.TimeoutWithoutEffect, "a timeout after the end of the machine", """
            [StateMachine(TimeoutSeconds = 60)]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = [|90|]), End] public partial class Publish;
            }
            """),
        new(AdviceRules.TimeoutWithoutEffect, "the same, mended", """
            [StateMachine(TimeoutSeconds = 60)]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 10), End] public partial class Publish;
            }
            """),
        new(AdviceRules.LongerThanExpress, "an hour in five minutes", """
            [StateMachine(Type = MachineType.Express)]
            public partial class Machine
            {
                [StartAt, Wait([|3600|]), End] public partial class Rest;
            }
            """),
        new(AdviceRules.LongerThanExpress, "the same, mended", """
            [StateMachine(Type = MachineType.Express)]
            public partial class Machine
            {
                [StartAt, Wait(60), End] public partial class Rest;
            }
            """),
        RuleCase.OfMachine(AdviceRules.PassWithoutEffect, "a Pass between two states", """
            [StartAt, Pass, Next<Done>] public partial class [|Begin|];
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(AdviceRules.PassWithoutEffect, "the same, mended", """"
            [StartAt, Pass(ResultPath = "$.price"), Next<Done>]
            [Result("""{ "currency": "EUR" }""")]
            public partial class Begin;
            [Succeed] public partial class Done;
            """"),
        RuleCase.OfMachine(AdviceRules.ParallelOfOne, "one branch", """
            [StartAt, Parallel, End]
            public partial class [|Both|]
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
                }
            }
            """),
        RuleCase.OfMachine(AdviceRules.ParallelOfOne, "the same, mended", """
            [StartAt, Parallel, Retry(Errors.All), End]
            public partial class Both
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
                }
            }
            """),
        RuleCase.OfMachine(AdviceRules.StartsItself, "the next execution of the same machine", """"
            [StartAt, Task(Integrations.StepFunctions.StartExecution), End]
            [Parameters("""{ "StateMachineArn.$": [|"$$.StateMachine.Id"|], "Input.$": "$" }""")]
            public partial class GoOn;
            """"),
        RuleCase.OfMachine(AdviceRules.StartsItself, "the same, mended", """"
            [StartAt, Task(Integrations.StepFunctions.StartExecution), End]
            [Parameters("""{ "StateMachineArn": "${NextMachineArn}", "Input.$": "$" }""")]
            public partial class GoOn;
            """"),
        RuleCase.OfMachine(AdviceRules.ToleratesEverything, "a Map that never fails", """
            [StartAt, Map(MaxConcurrency = 10, ToleratedFailurePercentage = [|100|]), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard), End]
            public partial class Each
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        RuleCase.OfMachine(AdviceRules.ToleratesEverything, "the same, mended", """
            [StartAt, Map(MaxConcurrency = 10, ToleratedFailurePercentage = 5), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard), End]
            public partial class Each
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        RuleCase.OfMachine(AdviceRules.UnlimitedMap, "ten thousand children", """
            [StartAt, Map, ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard), End]
            public partial class [|Each|]
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        RuleCase.OfMachine(AdviceRules.UnlimitedMap, "the same, mended", """
            [StartAt, Map(MaxConcurrency = 10), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard), End]
            public partial class Each
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        RuleCase.OfMachine(AdviceRules.FixedAccount, "an ARN of one account", """
            [StartAt, Task([|"arn:aws:lambda:us-east-1:123456789012:function:charge"|]), Retry(Errors.All), End] public partial class Charge;
            """),
        RuleCase.OfMachine(AdviceRules.FixedAccount, "the same, mended", """
            [StartAt, Task("${ChargeFunctionArn}"), Retry(Errors.All), End] public partial class Charge;
            """),
    ];
}
