using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class EntryTests
{
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
    public async Task An_entry_that_takes_the_errors_of_others_is_tried_last() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new EntryOrderCodeFixProvider(),
            "MoveTaking",
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<B>(Errors.TaskFailed)] // tasks
                [Catch<C>("E"), Catch<D>("F")]
                [Catch<B>(Errors.All)]
                public partial class A;
                [Fail] public partial class B; [Fail] public partial class C; [Fail] public partial class D;
                """),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), End]
                [Catch<C>("E")] // tasks
                [Catch<D>("F"), Catch<B>(Errors.TaskFailed)]
                [Catch<B>(Errors.All)]
                public partial class A;
                [Fail] public partial class B; [Fail] public partial class C; [Fail] public partial class D;
                """));

    [Fact]
    public async Task Entries_that_are_never_used_are_removed() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new EntryOrderCodeFixProvider(),
            "RemoveShadowed",
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E"), Retry("E"), End]
                [Catch<B>("E", "F")]
                [Catch<B>("F"), Catch<B>("E")]
                public partial class A;
                [Fail] public partial class B;
                """),
            Machine("""
                [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E"), End]
                [Catch<B>("E", "F")]
                public partial class A;
                [Fail] public partial class B;
                """));
}
