using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class ErrorTests
{
    [Fact]
    public async Task The_base_of_all_exceptions_becomes_the_name_for_all_errors()
    {
        await CodeFixHarness.VerifyFixAllAsync(
            new ErrorTypeCodeFixProvider(),
            "MatchAll",
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry(typeof(Exception), MaxAttempts = 2), StateMachineGen.Catch<B>(typeof(Exception)), End] public partial class A; [Fail] public partial class B;"""),
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry(Errors.All, MaxAttempts = 2), StateMachineGen.Catch<B>(StateMachineGen.Errors.All), End] public partial class A; [Fail] public partial class B;"""));
        (await CodeFixHarness.GetOffersAsync(
            new ErrorTypeCodeFixProvider(),
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry(typeof(Exception)), Retry("E"), End] public partial class A;""")))
            .ShouldBeEmpty("what follows could never be used");
    }

    [Fact]
    public async Task Errors_that_never_come_are_removed_and_an_entry_that_has_no_other() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new ErrorNameCodeFixProvider(),
            "RemoveError",
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Retry(Errors.Runtime, Errors.Timeout, MaxAttempts = 2)]
                [Catch<B>("E", Errors.HeartbeatTimeout, "F", ResultPath = "$.e")]
                public partial class A;
                [Fail] public partial class B;
                """),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<B>("E", "F", ResultPath = "$.e")]
                public partial class A;
                [Fail] public partial class B;
                """));

    [Fact]
    public async Task Errors_of_a_policy_are_left_to_the_user() =>
        (await CodeFixHarness.GetOffersAsync(
            new ErrorNameCodeFixProvider(),
            Machine("""
                [Retry("E", Errors.Timeout)] public abstract class Policy;
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Policy;
                """))).ShouldBeEmpty("other states may derive from it");

    [Fact]
    public async Task An_entry_without_errors_matches_all() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new MissingErrorCodeFixProvider(),
            "MatchAll",
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish"), Retry(MaxAttempts = 2), StateMachineGen.Catch<B>, End] public partial class A; [Fail] public partial class B;"""),
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish"), Retry(Errors.All, MaxAttempts = 2), StateMachineGen.Catch<B>(StateMachineGen.Errors.All), End] public partial class A; [Fail] public partial class B;"""));

    [Fact]
    public async Task Timeouts_are_caught_where_the_failures_of_the_task_are() =>
        await CodeFixHarness.VerifyAsync(
            new MissingErrorCodeFixProvider(),
            "CatchTimeout",
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 9), Catch<B>(Errors.TaskFailed, "E", ResultPath = "$.e"), End] public partial class A; [Fail] public partial class B;"""),
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 9), Catch<B>(Errors.TaskFailed, Errors.Timeout, "E", ResultPath = "$.e"), End] public partial class A; [Fail] public partial class B;"""));

    [Fact]
    public async Task Large_results_are_caught_before_all_other_errors() =>
        await CodeFixHarness.VerifyAsync(
            new MissingErrorCodeFixProvider(),
            "CatchDataLimit",
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<B>(Errors.All, ResultPath = "$.e")] // all
                public partial class A; [Fail] public partial class B;
                """),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<B>(Errors.DataLimitExceeded, ResultPath = "$.e"), Catch<B>(Errors.All, ResultPath = "$.e")] // all
                public partial class A; [Fail] public partial class B;
                """));

    [Fact]
    public async Task Calls_of_functions_are_retried_when_the_service_fails() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new MissingErrorCodeFixProvider(),
            "RetryLambda",
            Machine("""
                [StartAt, Task("${AArn}"), Field("Resource", "\"arn:aws:lambda:us-east-1:123456789012:function:a\""), Next<B>] public partial class A;
                [StateMachineGen.Task("arn:aws:lambda:us-east-1:123456789012:function:b")] [End] public partial class B;
                """),
            Machine("""
                [StartAt, Task("${AArn}"), Field("Resource", "\"arn:aws:lambda:us-east-1:123456789012:function:a\""), Next<B>, Retry(Errors.Lambda.ClientExecutionTimeout, Errors.Lambda.Service, Errors.Lambda.AwsLambda, Errors.Lambda.SdkClient, Errors.Lambda.TooManyRequests, IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2)] public partial class A;
                [StateMachineGen.Task("arn:aws:lambda:us-east-1:123456789012:function:b"), StateMachineGen.Retry(StateMachineGen.Errors.Lambda.ClientExecutionTimeout, StateMachineGen.Errors.Lambda.Service, StateMachineGen.Errors.Lambda.AwsLambda, StateMachineGen.Errors.Lambda.SdkClient, StateMachineGen.Errors.Lambda.TooManyRequests, IntervalSeconds = 1, MaxAttempts = 3, BackoffRate = 2)] [End] public partial class B;
                """));
}
