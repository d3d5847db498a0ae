using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class MakePartialTests
{
    [Fact]
    public async Task A_machine_and_all_around_it_become_partial_at_once()
    {
        const string before = """
            namespace N;

            /// <summary>Outer.</summary>
            public static class Outer
            {
                class Middle
                {
                    [StateMachine]
                    internal sealed class Machine
                    {
                        [StartAt, Succeed] public partial class A;
                    }
                }
            }
            """;
        const string after = """
            namespace N;

            /// <summary>Outer.</summary>
            public static partial class Outer
            {
                partial class Middle
                {
                    [StateMachine]
                    internal sealed partial class Machine
                    {
                        [StartAt, Succeed] public partial class A;
                    }
                }
            }
            """;

        await CodeFixHarness.VerifyFixAllAsync(new MakePartialCodeFixProvider(), "MakePartial", before, after);
    }

    [Fact]
    public async Task A_state_becomes_partial()
    {
        await CodeFixHarness.VerifyAsync(
            new MakePartialCodeFixProvider(),
            "MakePartial",
            Machine("""
                [StartAt, Pass, End]
                // A remark.
                class A
                {
                }
                """),
            Machine("""
                [StartAt, Pass, End]
                // A remark.
                partial class A
                {
                }
                """));
        await CodeFixHarness.VerifyFixAllAsync(
            new MakePartialCodeFixProvider(),
            "MakePartial",
            Machine("[StartAt, Pass, Next<B>] class A; [Succeed] public class B;"),
            Machine("[StartAt, Pass, Next<B>] partial class A; [Succeed] public partial class B;"));
    }

    [Fact]
    public async Task A_branch_becomes_partial() =>
        await CodeFixHarness.VerifyAsync(
            new MakePartialCodeFixProvider(),
            "MakePartial",
            Machine("[StartAt, Parallel, End] public partial class A { [Branch] public class B { [StartAt, Succeed] public partial class C; } }"),
            Machine("[StartAt, Parallel, End] public partial class A { [Branch] public partial class B { [StartAt, Succeed] public partial class C; } }"));
}
