using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class TransitionTests
{
    [Fact]
    public async Task A_machine_starts_at_its_first_state() =>
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "AddStartAt",
            Machine("""
                [Retry("E"), StateMachineGen.Task("arn:aws:states:::sns:publish")]
                [Next<B>]
                public partial class A;
                [Succeed] public partial class B;
                """),
            Machine("""
                [StateMachineGen.StartAt, Retry("E"), StateMachineGen.Task("arn:aws:states:::sns:publish")]
                [Next<B>]
                public partial class A;
                [Succeed] public partial class B;
                """));

    [Fact]
    public async Task A_branch_starts_at_its_own_first_state() =>
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "AddStartAt",
            Machine("[StartAt, Parallel, End] public partial class A { [Branch] public partial class B { [Succeed] public partial class C; } }"),
            Machine("[StartAt, Parallel, End] public partial class A { [Branch] public partial class B { [StartAt, Succeed] public partial class C; } }"));

    [Fact]
    public async Task The_second_start_is_removed()
    {
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "RemoveStartAt",
            Machine("[StartAt, Pass, Next<B>] public partial class A; [StartAt, Succeed] public partial class B;"),
            Machine("[StartAt, Pass, Next<B>] public partial class A; [Succeed] public partial class B;"));
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "RemoveStartAt",
            Machine("""
                [StartAt, Pass, Next<B>] public partial class A;

                /// <summary>The end.</summary>
                [Succeed]
                [StartAt]
                public partial class B;
                """),
            Machine("""
                [StartAt, Pass, Next<B>] public partial class A;

                /// <summary>The end.</summary>
                [Succeed]
                public partial class B;
                """));
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "RemoveStartAt",
            Machine("""
                [StartAt, Pass, Next<B>] public partial class A;

                /// <summary>The end.</summary>
                [StartAt]
                [Succeed]
                public partial class B;
                """),
            Machine("""
                [StartAt, Pass, Next<B>] public partial class A;

                /// <summary>The end.</summary>
                [Succeed]
                public partial class B;
                """));
    }

    [Fact]
    public async Task A_state_that_leads_nowhere_ends()
    {
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "AddEnd",
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish", Name = "n"), Catch<B>("E")] public partial class A; [Fail] public partial class B;"""),
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish", Name = "n"), Catch<B>("E"), End] public partial class A; [Fail] public partial class B;"""));
        await CodeFixHarness.VerifyFixAllAsync(
            new TransitionCodeFixProvider(),
            "AddEnd",
            Machine("[StartAt, Choice, Default<B>, When<C>(\"{}\")] public partial class A; [Pass] public partial class B; [Wait(1)] public partial class C;"),
            Machine("[StartAt, Choice, Default<B>, When<C>(\"{}\")] public partial class A; [Pass, End] public partial class B; [Wait(1), End] public partial class C;"));
    }

    [Fact]
    public async Task Next_or_End_is_removed_where_both_stand()
    {
        string before = Machine("[StartAt, Pass, Next<B>, End] public partial class A; [Wait(1), Next<C>] public partial class B; [Succeed] public partial class C;");

        (await CodeFixHarness.GetOffersAsync(new TransitionCodeFixProvider(), before)).ShouldBe(
            [("Remove [End] from 'A'", "RemoveEnd")],
            "without [Next] B could not be reached");
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "RemoveEnd",
            Machine("[StartAt, Pass, Next<B>, End] public partial class A; [Succeed] public partial class B;"),
            Machine("[StartAt, Pass, Next<B>] public partial class A; [Succeed] public partial class B;"));
        await CodeFixHarness.VerifyAsync(
            new TransitionCodeFixProvider(),
            "RemoveNext",
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish"), Catch<B>("E"), Next<B>, End] public partial class A; [Succeed] public partial class B;"""),
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish"), Catch<B>("E"), End] public partial class A; [Succeed] public partial class B;"""));
    }

    [Fact]
    public async Task A_state_that_leads_nowhere_goes_on_to_the_one_after_it()
    {
        (await CodeFixHarness.GetOffersAsync(
            new TransitionCodeFixProvider(),
            Machine("[StartAt, Pass] public partial class A; [Succeed] public partial class B;"))).ShouldBe(
            [("Go on from 'A' to 'B'", "AddNext"), ("End after 'A'", "AddEnd")]);
        await CodeFixHarness.VerifyFixAllAsync(
            new TransitionCodeFixProvider(),
            "AddNext",
            Machine("[StartAt, StateMachineGen.Pass] public partial class A; [Map, Next<C>] public partial class B { [StartAt, Pass] public partial class D; [Pass, End] public partial class E; } [Succeed] public partial class C;"),
            Machine("[StartAt, StateMachineGen.Pass, StateMachineGen.Next<B>] public partial class A; [Map, Next<C>] public partial class B { [StartAt, Pass, Next<E>] public partial class D; [Pass, End] public partial class E; } [Succeed] public partial class C;"));
    }
}
