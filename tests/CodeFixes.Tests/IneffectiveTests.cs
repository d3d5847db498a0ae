using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class IneffectiveTests
{
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
    public async Task Two_attributes_of_one_list_are_removed_with_the_list() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new IneffectiveCodeFixProvider(),
            "RemoveAttribute",
            Machine("""
                [StartAt, Pass, End]
                [Field("Comment", "1"), Field("Comment", "2")]
                [Field("Comment", "3")]
                public partial class A;
                """),
            Machine("""
                [StartAt, Pass, End]
                [Field("Comment", "3")]
                public partial class A;
                """));

    [Fact]
    public async Task Arguments_without_effect_are_removed_and_the_parentheses_of_the_last_one()
    {
        const string map = "public partial class A { [StartAt, Succeed] public partial class B; }";
        await CodeFixHarness.VerifyAsync(
            new IneffectiveCodeFixProvider(), "RemoveArgument", Machine("[StartAt, Map(MaxConcurrency = 100), End] " + map), Machine("[StartAt, Map, End] " + map));
        await CodeFixHarness.VerifyFixAllAsync(
            new IneffectiveCodeFixProvider(),
            "RemoveArgument",
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish", HeartbeatSeconds = 9, Comment = "a"), Retry("E", BackoffRate = double.NaN), End] public partial class A;"""),
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish", Comment = "a"), Retry("E"), End] public partial class A;"""));
    }

    [Fact]
    public async Task A_field_without_effect_is_removed_when_it_is_all_that_its_attribute_says()
    {
        await CodeFixHarness.VerifyAsync(
            new IneffectiveCodeFixProvider(),
            "RemoveAttribute",
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish"), Field("HeartbeatSeconds", "30"), End] public partial class A;"""),
            Machine("""[StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A;"""));
        (await CodeFixHarness.GetOffersAsync(
            new IneffectiveCodeFixProvider(),
            Machine("""
                [StartAt, Map, End, Field("ItemProcessor", "{ \"ProcessorConfig\": { \"Mode\": \"INLINE\", \"ExecutionType\": \"STANDARD\" }, \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Succeed\" } } }")]
                public partial class A;
                """))).ShouldBeEmpty();
    }
}
