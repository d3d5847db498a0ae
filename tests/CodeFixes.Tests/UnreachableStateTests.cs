using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class UnreachableStateTests
{
    [Fact]
    public async Task An_unreachable_state_is_connected_with_the_one_before_it() =>
        await CodeFixHarness.VerifyAsync(
            new UnreachableStateCodeFixProvider(),
            "Connect",
            Machine("[StartAt, Pass, End] public partial class A; [Succeed] public partial class B;"),
            Machine("[StartAt, Pass, Next<B>] public partial class A; [Succeed] public partial class B;"));

    [Fact]
    public async Task An_unreachable_state_of_a_Map_is_connected_within_the_Map()
    {
        const string before = "[StartAt, Map, End] public partial class A { [StartAt, Pass, End] public partial class B; [Succeed] public partial class C; }";
        await CodeFixHarness.VerifyAsync(
            new UnreachableStateCodeFixProvider(), "Connect", Machine(before), Machine(before.Replace("Pass, End", "Pass, Next<C>", System.StringComparison.Ordinal)));
        await CodeFixHarness.VerifyAsync(
            new UnreachableStateCodeFixProvider(), "Remove", Machine(before), Machine(before.Replace(" [Succeed] public partial class C;", "", System.StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_connection_that_would_leave_no_end_is_not_offered() =>
        (await CodeFixHarness.GetOffersAsync(
            new UnreachableStateCodeFixProvider(),
            Machine("[StartAt, Pass, End] public partial class A; [Pass, Next<A>] public partial class B;")))
            .Select(offer => offer.Key).ShouldBe(["Remove"]);

    [Fact]
    public async Task An_unreachable_state_is_removed()
    {
        await CodeFixHarness.VerifyAsync(
            new UnreachableStateCodeFixProvider(),
            "Remove",
            Machine("""
                [StartAt, Pass, End] public partial class A;

                /// <summary>Nobody gets here.</summary>
                [Succeed]
                public partial class B;

                public int Other => 1;
                """),
            Machine("""
                [StartAt, Pass, End] public partial class A;

                public int Other => 1;
                """));
    }

    [Fact]
    public async Task States_that_only_lead_to_each_other_are_removed_together()
    {
        string before = Machine("""
            [StartAt, Succeed] public partial class A;
            [Pass, Next<C>] public partial class B;
            [Pass, Next<B>] public partial class C;
            [Pass, Next<C>] public partial class D;
            """);

        (await CodeFixHarness.GetOffersAsync(new UnreachableStateCodeFixProvider(), before)).ShouldBe([("Remove 'B', 'C', 'D'", "Remove")]);
        await CodeFixHarness.VerifyFixAllAsync(
            new UnreachableStateCodeFixProvider(),
            "Remove",
            before,
            Machine("[StartAt, Succeed] public partial class A;"));
    }

    [Fact]
    public async Task A_state_that_other_code_names_is_not_removed() =>
        (await CodeFixHarness.GetOffersAsync(
            new UnreachableStateCodeFixProvider(),
            Machine("""
                [StartAt, Succeed] public partial class A;
                [Succeed] public partial class B;
                public static string Name => nameof(B);
                """))).ShouldBeEmpty();
}
