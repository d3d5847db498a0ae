using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Harness;

namespace StateMachineGen.CodeFixes.Tests;

public class CodeFixTests
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
    public async Task The_name_of_a_machine_becomes_valid()
    {
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine("[StartAt, Succeed] public partial class A;", """[StateMachine(Name = "a/b c", Comment = "x")]"""),
            Machine("[StartAt, Succeed] public partial class A;", """[StateMachine(Name = "a-b-c", Comment = "x")]"""));

        string longName = new('M', 81);
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine("[StartAt, Succeed] public partial class A;", """[StateMachine(Comment = "x")]""").Replace("class Machine", "class " + longName),
            Machine("[StartAt, Succeed] public partial class A;", $"""[StateMachine(Comment = "x", Name = "{longName[..80]}")]""").Replace("class Machine", "class " + longName));
    }

    [Fact]
    public async Task The_names_of_states_become_valid()
    {
        string longName = new('S', 81);
        await CodeFixHarness.VerifyFixAllAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            Machine($"""[StartAt, Pass(Name = ""), Next<{longName}>] public partial class A; [Succeed] public partial class {longName};"""),
            Machine($"""[StartAt, Pass(Name = "State"), Next<{longName}>] public partial class A; [Succeed(Name = "{longName[..80]}")] public partial class {longName};"""));
    }

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

    [Fact]
    public async Task The_entry_for_States_ALL_is_moved_to_the_end() =>
        await CodeFixHarness.VerifyAsync(
            new EntryOrderCodeFixProvider(),
            "MoveStatesAll",
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<B>("D")]
                [Catch<B>(Errors.All, ResultPath = "$.e")] // all
                [Catch<B>("E")] // one
                [Catch<C>("F")] // two
                public partial class A;
                [Fail] public partial class B; [Fail] public partial class C;
                """),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<B>("D")]
                [Catch<B>("E")] // all
                [Catch<C>("F")] // one
                [Catch<B>(Errors.All, ResultPath = "$.e")] // two
                public partial class A;
                [Fail] public partial class B; [Fail] public partial class C;
                """));

    [Fact]
    public async Task Entries_after_States_ALL_are_removed()
    {
        await CodeFixHarness.VerifyFixAllAsync(
            new EntryOrderCodeFixProvider(),
            "RemoveAfterStatesAll",
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Retry(Errors.All), Retry("E")]
                [Catch<B>(Errors.All)]
                [Catch<B>("E")]
                [Catch<B>(Errors.All)]
                public partial class A;
                [Fail] public partial class B;
                """),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Retry(Errors.All)]
                [Catch<B>(Errors.All)]
                public partial class A;
                [Fail] public partial class B;
                """));
    }

    [Fact]
    public async Task Removing_entries_is_not_offered_when_their_targets_would_become_unreachable() =>
        (await CodeFixHarness.GetOffersAsync(
            new EntryOrderCodeFixProvider(),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), Catch<B>(Errors.All), Catch<C>("E"), End] public partial class A;
                [Fail] public partial class B; [Fail] public partial class C;
                """))).Select(offer => offer.Key).ShouldBe(["MoveStatesAll"]);

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

    [Fact]
    public async Task States_ALL_gets_an_entry_of_its_own_at_the_end()
    {
        const string before = """
            [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry("E", Errors.All, "F", MaxAttempts = 2), End]
            [Catch<B>("E", Errors.All, ResultPath = "$.e")] // all
            [Catch<C>("F")]
            public partial class A;
            [Fail] public partial class B; [Fail] public partial class C;
            """;
        await CodeFixHarness.VerifyFixAllAsync(
            new StatesAllCodeFixProvider(),
            "SplitStatesAll",
            Machine(before),
            Machine("""
                [StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry("E", "F", MaxAttempts = 2), End, Retry(Errors.All, MaxAttempts = 2)]
                [Catch<B>("E", ResultPath = "$.e")] // all
                [Catch<C>("F"), Catch<B>(Errors.All, ResultPath = "$.e")]
                public partial class A;
                [Fail] public partial class B; [Fail] public partial class C;
                """));
    }

    [Fact]
    public async Task The_errors_beside_States_ALL_are_removed() =>
        await CodeFixHarness.VerifyAsync(
            new StatesAllCodeFixProvider(),
            "KeepStatesAll",
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry("E", Errors.All, MaxAttempts = 2), End] public partial class A;"""),
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry(Errors.All, MaxAttempts = 2), End] public partial class A;"""));

    [Fact]
    public async Task States_ALL_is_left_to_the_entry_that_it_has() =>
        await CodeFixHarness.VerifyAsync(
            new StatesAllCodeFixProvider(),
            "SplitStatesAll",
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry("E", Errors.All), Retry(Errors.All), End] public partial class A;"""),
            Machine("""[StartAt, Task("arn:aws:lambda:us-east-1:123456789012:function:x"), Retry("E"), Retry(Errors.All), End] public partial class A;"""));

    [Fact]
    public async Task Attributes_that_say_nothing_are_removed() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new IneffectiveCodeFixProvider(),
            "RemoveAttribute",
            Machine("""
                [StartAt, Pass, ItemProcessor(Comment = "each"), End]
                [Field("Comment", "1")]
                [Field("Comment", "2")]
                public partial class A;
                """),
            Machine("""
                [StartAt, Pass, End]
                [Field("Comment", "2")]
                public partial class A;
                """));

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
    public async Task A_machine_whose_name_is_taken_is_named_after_what_is_around_it() =>
        await CodeFixHarness.VerifyAsync(
            new NameCodeFixProvider(),
            "ChangeName",
            """
            namespace One { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            namespace Shop.Two { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            """,
            """
            namespace One { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            namespace Shop.Two { [StateMachine(Name = "TwoOrder")] public partial class Order { [StartAt, Succeed] public partial class A; } }
            """);

    private static string Machine(string body, string attribute = "[StateMachine]") => $$"""
        {{attribute}}
        public partial class Machine
        {
        {{body}}
        }
        """;
}
