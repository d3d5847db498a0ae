using System;
using System.Linq;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

/// <summary>A fault withholds the definition and nothing else: stubs stay, so that one mistake does not become many.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("[StartAt, Pass, Next<string>] public partial class A;")]
    [InlineData("[StartAt, Pass, Next<Other.X>] public partial class A;")]
    [InlineData("[StartAt, Pass, Succeed] public partial class A;")]
    [InlineData("[StartAt, Succeed] public partial class A; [StartAt, Succeed] public partial class C;")]
    [InlineData("[StartAt, Pass, Result(\"{\"), End] public partial class A;")]
    [InlineData("[StartAt, Task(\"x\"), Catch<B>(typeof(string)), End] public partial class A;")]
    [InlineData("[StartAt, Succeed] public partial class A { public int OnEntered; }")]
    [InlineData("[StartAt, Succeed] public partial class A { public class OnEntered; }")]
    [InlineData("[StartAt, Succeed] public partial class A { static void OnFailed(StateFailed state) { } }")]
    [InlineData("[StartAt, Task(\"x\"), End, Field(null!, \"1\")] public partial class A;")]
    [InlineData("[StartAt, Task(\"x\"), End, Field(\"Comment\", null!)] public partial class A;")]
    [InlineData("[StartAt, Choice, When<B>(null!)] public partial class A;")]
    [InlineData("[StartAt, Choice, When<B>(\"{ \\\"Variable\\\": \\\"$.a\\\", \\\"IsNull\\\": true, \\\"Next\\\": \\\"B\\\" }\")] public partial class A;")]
    [InlineData("[StartAt, Task, End] public partial class A(ref int x) : ITask<int, int> { public int X = x; public Task<int> ExecuteAsync(int input, CancellationToken c) => Task.FromResult(input); }")]
    [InlineData("[StartAt, Task, End] public partial class A(System.ReadOnlySpan<int> x) : ITask<int, int> { public int X = x[0]; public Task<int> ExecuteAsync(int input, CancellationToken c) => Task.FromResult(input); }")]
    [InlineData("[StartAt, Task, End] public partial class A : ITask<int, int> { public required int X; public Task<int> ExecuteAsync(int input, CancellationToken c) => Task.FromResult(input); }")]
    [InlineData("[StartAt, Task, End] public partial class A : ITask<int, int>, ITask<string, int> { public Task<int> ExecuteAsync(int input, CancellationToken c) => Task.FromResult(input); public Task<int> ExecuteAsync(string input, CancellationToken c) => Task.FromResult(1); }")]
    [InlineData("[StartAt, Succeed] public class A;")]
    [InlineData("[StartAt, Succeed] public static partial class A;")]
    [InlineData("[StartAt, Succeed] public partial class A<T>;")]
    public void A_fault_withholds_the_definition_and_everything_still_compiles(string states)
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(
            $$"""
            [StateMachine]
            public partial class M
            {
                {{states}}
                [Succeed] public partial class B;
            }

            [StateMachine]
            public partial class Other
            {
                [StartAt, Succeed] public partial class X;
            }

            public static class Uses
            {
                public static string? Definition => Get<M, System.Text.Json.JsonElement, System.Text.Json.JsonElement>();

                private static string? Get<T, TIn, TOut>() where T : IStateMachine<T, TIn, TOut> => T.Binding.Definition;
            }
            """);
        outcome.GetDefinition("M").ShouldBeNull();
        outcome.GetDefinition("Other").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("[StartAt, Pass, Next<B>] public partial class OnFailed; [Succeed] public partial class B;")]
    [InlineData("[StartAt, Succeed] public partial class A { void OnFailed() { } static void OnFailed(ref StateFailed state) { } public int OnFailed(int a) => a; }")]
    [InlineData("[StartAt, Task, End] public partial class A : ITask<int, int> { private A(double d = double.NaN, System.DayOfWeek? e = System.DayOfWeek.Friday, string? s = null) { } public Task<int> ExecuteAsync(int input, CancellationToken c) => Task.FromResult(input); }")]
    public void What_only_looks_like_a_fault_is_none(string states) =>
        GeneratorHarness.Run("using System.Threading; using System.Threading.Tasks; [StateMachine] public partial class M { " + states + " }").GetDefinition("M").ShouldNotBeNull();

    [Fact]
    public void A_Json_that_is_no_serializer_context_withholds_the_definition_and_everything_still_compiles() =>
        GeneratorHarness.Run("[StateMachine(Json = typeof(string))] public partial class M { [StartAt, Succeed] public partial class A; }").GetDefinition("M").ShouldBeNull();

    [Theory]
    [InlineData("public class M { [StartAt, Succeed] public partial class A; }")]
    [InlineData("public partial class M<T> { [StartAt, Succeed] public partial class A; }")]
    [InlineData("public static partial class M { [StartAt, Succeed] public partial class A; }")]
    public void A_class_that_cannot_be_extended_gets_nothing(string machine) =>
        GeneratorHarness.Run("[StateMachine] " + machine).Run.GeneratedSources.ShouldBeEmpty();

    [Fact]
    public void Targets_that_do_not_compile_add_no_error_of_ours()
    {
        GeneratorOutcome outcome = GeneratorHarness.RunUnchecked(TestCompilation.Create(
            "[StateMachine<Missing1, int>] public partial class M { [StartAt, Task(\"x\"), Next<Missing2>] public partial class A : ITask<Missing3, int>; }"));
        outcome.Output.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)
            .Where(diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true)
            .ShouldBeEmpty();
    }
}
