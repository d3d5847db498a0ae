using System.Collections.Generic;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG3xxx, SMG5xxx and SMG6xxx.</summary>
internal static class ErrorHandlingCases
{
    private const string Rest = "[Fail] public partial class B;";

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(ErrorHandlingRules.NoErrors, "entries without errors", $$"""
            [StartAt, Task("arn:aws:states:::sns:publish"), [|Retry|], [|Catch<B>(ResultPath = "$.e")|], End] public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(ErrorHandlingRules.StatesAllNotAlone, "States.ALL beside another error", $$"""
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<B>("E", [|Errors.All|]), End] public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(ErrorHandlingRules.EntryAfterStatesAll, "entries after States.ALL", $$"""
            [StartAt, Task("arn:aws:states:::sns:publish"), End]
            [Retry(Errors.All), [|Retry("E")|]]
            [Catch<B>(Errors.All)]
            [[|Catch<B>(Errors.Timeout)|]]
            [Catch<B>(Errors.TaskFailed)]
            public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(ErrorHandlingRules.EntryAfterStatesAll, "States.ALL last", $$"""
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E"), Retry(Errors.All), Catch<B>("E", "F"), Catch<B>(Errors.All), End] public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(AuthoringRules.NoError, "errors that are neither names nor exceptions", $$"""
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry([|1|]), Catch<B>("E", [|typeof(string)|], typeof(TimeoutException)), End] public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(ErrorHandlingRules.CatcherWithoutNext, "a raw entry", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Field("Catch", "[ [|{ \"ErrorEquals\": [\"E\"] }|] ]"), End] public partial class A;
            """),
        RuleCase.OfMachine(ResourceRules.MissingResource, "a task with neither ARN nor handler", """
            [StartAt, Task, Next<C>] public partial class [|A|];
            [Task([|""|]), End] public partial class C;
            """),
        RuleCase.OfMachine(ResourceRules.MissingResource, "a task with a handler", """
            [StartAt, Task, End]
            public partial class A : ITask<int, string>
            {
                public Task<string> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult("");
            }
            """),
        RuleCase.OfMachine(AuthoringRules.SeveralHandlers, "two contracts", """
            [StartAt, Task, End]
            public partial class [|A|] : ITask<int, string>, ITask<string, string>
            {
                public Task<string> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult("");
                public Task<string> ExecuteAsync(string input, CancellationToken cancellationToken) => Task.FromResult("");
            }
            """),
        RuleCase.OfMachine(AuthoringRules.HandlerCannotBeMade, "what no service provider can hand in", """
            [StartAt, Task, Next<B>]
            public partial class [|A|](ref int x) : ITask<int, int>
            {
                public int X { get; } = x;
                public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(input);
            }

            [Task, End]
            public partial class [|B|] : ITask<int, int>
            {
                public required int X { get; init; }
                public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(input);
            }
            """),
        RuleCase.OfMachine(AuthoringRules.HandlerCannotBeMade, "required members that the constructor sets", """
            [StartAt, Task, End]
            public partial class A : ITask<int, int>
            {
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                public A() => X = 1;

                public required int X { get; init; }
                public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(input);
            }
            """),
        new(AuthoringRules.NoJsonContext, "a contract instead of a context", """
            [StateMachine(Json = [|typeof(string)|])]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        new(LimitRules.NumberOutOfRange, "numbers of all kinds", """
            [StateMachine(TimeoutSeconds = [|0|])]
            public partial class Machine
            {
                [StartAt, Wait([|-1|]), Next<B>] public partial class A;
                [Task("${Work}", TimeoutSeconds = [|100_000_000|], HeartbeatSeconds = [|0|]), End]
                [Retry("E", IntervalSeconds = [|0|], MaxAttempts = [|-1|], BackoffRate = [|0.5|], MaxDelaySeconds = [|31_622_401|])]
                public partial class B;
            }
            """),
        new(LimitRules.NumberOutOfRange, "the ends of the ranges", """
            [StateMachine(TimeoutSeconds = 99_999_999)]
            public partial class Machine
            {
                [StartAt, Wait(0), Next<B>] public partial class A;
                [Task("${Work}", TimeoutSeconds = 99_999_999, HeartbeatSeconds = 1), End]
                [Retry("E", IntervalSeconds = 1, MaxAttempts = 0, BackoffRate = 1, MaxDelaySeconds = 31_622_400)]
                public partial class B;
            }
            """),
    ];
}
