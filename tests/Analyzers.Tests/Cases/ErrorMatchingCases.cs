using System.Collections.Generic;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG3020 and on: which errors the entries of Retry and Catch match.</summary>
internal static class ErrorMatchingCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(ErrorMatchingRules.ShadowedEntry, "a name after States.TaskFailed", """
            [StartAt, Task("arn:aws:states:::sns:publish"), End]
            [Catch<Failed>(Errors.TaskFailed)]
            [[|Catch<Refused>("Refused")|]]
            public partial class Publish;
            [Fail] public partial class Failed;
            [Fail] public partial class Refused;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ShadowedEntry, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), End]
            [Catch<Refused>("Refused")]
            [Catch<Failed>(Errors.TaskFailed)]
            public partial class Publish;
            [Fail] public partial class Failed;
            [Fail] public partial class Refused;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ShadowedError, "one error in two entries", """
            [StartAt, Task("arn:aws:states:::sns:publish"), End]
            [Catch<Failed>("Refused")]
            [Catch<Late>([|"Refused"|], "Late")]
            public partial class Publish;
            [Fail] public partial class Failed;
            [Fail] public partial class Late;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ShadowedError, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), End]
            [Catch<Failed>("Refused")]
            [Catch<Late>("Late")]
            public partial class Publish;
            [Fail] public partial class Failed;
            [Fail] public partial class Late;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.RuntimeIsNotCaught, "an entry for States.Runtime", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<Failed>([|"States.Runtime"|]), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        new(ErrorMatchingRules.RuntimeIsNotCaught, "an entry of a base class that two machines share", """
            [Retry([|"States.Runtime"|])] public abstract class Patient;

            [StateMachine] public partial class One { [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Patient; }
            [StateMachine] public partial class Two { [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Patient; }
            """),
        RuleCase.OfMachine(ErrorMatchingRules.RuntimeIsNotCaught, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<Failed>("Refused"), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.RepeatedError, "one error twice in an entry", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Refused", "Late", [|"Refused"|]), End] public partial class Publish;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.RepeatedError, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Refused", "Late"), End] public partial class Publish;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.IdleRetryField, "intervals where nothing is retried", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Refused", MaxAttempts = 0, IntervalSeconds = [|2|]), End] public partial class Publish;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.IdleRetryField, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Refused", MaxAttempts = 0), End] public partial class Publish;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ErrorOfOtherName, "the error of a branch", """
            [StartAt, Parallel, Catch<Failed>([|"States.BranchFailed"|]), End]
            public partial class Both
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
                }
            }
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ErrorOfOtherName, "the same, mended", """
            [StartAt, Parallel, Catch<Failed>(Errors.All), End]
            public partial class Both
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
                }
            }
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ErrorThatCannotOccur, "a timeout without a time", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<Failed>([|Errors.Timeout|]), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.ErrorThatCannotOccur, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 30), Catch<Failed>(Errors.Timeout), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.RetryOfFail, "a Fail state that is tried again", """
            [StartAt, Parallel, Retry([|"Refused"|]), End]
            public partial class Both
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Fail(Error = "Refused")] public partial class Refuse;
                }
            }
            """),
        RuleCase.OfMachine(ErrorMatchingRules.RetryOfFail, "the same, mended", """
            [StartAt, Parallel, Catch<Failed>("Refused"), End]
            public partial class Both
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Fail(Error = "Refused")] public partial class Refuse;
                }
            }
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.TimeoutEscapes, "a timeout that nothing catches", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 30), Catch<Failed>([|Errors.TaskFailed|]), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.TimeoutEscapes, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 30), Catch<Failed>(Errors.TaskFailed, Errors.Timeout), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.DataLimitMayEscape, "States.ALL alone", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<Failed>([|Errors.All|]), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.DataLimitMayEscape, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<Failed>(Errors.DataLimitExceeded), Catch<Failed>(Errors.All), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.UnknownErrorName, "a misspelt name", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 30), Catch<Failed>([|"States.TimeOut"|]), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.UnknownErrorName, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 30), Catch<Failed>("States.Timeout"), End] public partial class Publish;
            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.FailWithReservedName, "an error of the language", """
            [StartAt, Fail(Error = [|"States.OrderRefused"|])] public partial class Refuse;
            """),
        RuleCase.OfMachine(ErrorMatchingRules.FailWithReservedName, "the same, mended", """
            [StartAt, Fail(Error = "OrderRefused")] public partial class Refuse;
            """),
        new(ErrorMatchingRules.RetryLongerThanExecution, "an hour of retries in half an hour", """
            [StateMachine(TimeoutSeconds = 1800)]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Busy", IntervalSeconds = 60, MaxAttempts = [|6|]), End] public partial class Publish;
            }
            """),
        new(ErrorMatchingRules.RetryLongerThanExecution, "the same, mended", """
            [StateMachine(TimeoutSeconds = 1800)]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Busy", IntervalSeconds = 60, MaxAttempts = 3), End] public partial class Publish;
            }
            """),
    ];
}
