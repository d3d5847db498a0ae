using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

public class ChoiceTests
{
    [Fact]
    public async Task A_Choice_goes_to_a_state_that_fails_when_no_rule_is_true()
    {
        string before = Machine("""
            [StartAt, StateMachineGen.Choice]
            public partial class Route { [When<B>] private static Condition IsB => Variable("$.a") == 1; }
            [Pass, Next<C>] public partial class B;
            [Choice, When<D>("{ \"Variable\": \"$.a\", \"IsPresent\": true }")] public partial class C;
            [Fail] public partial class D;
            """);

        (await CodeFixHarness.GetOffersAsync(new DefaultCodeFixProvider(), before)).Select(offer => offer.Title).ShouldBe(
            ["Go to 'D' when no rule is true", "Go to 'B' when no rule is true", "Fail when no rule is true"]);
        await CodeFixHarness.VerifyFixAllAsync(
            new DefaultCodeFixProvider(),
            "AddDefault:D",
            before,
            before
                .Replace("StateMachineGen.Choice]", "StateMachineGen.Choice, StateMachineGen.Default<D>]", System.StringComparison.Ordinal)
                .Replace("true }\")]", "true }\"), Default<D>]", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_that_fails_is_added_for_each_Choice() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new DefaultCodeFixProvider(),
            "AddFail",
            """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Choice]
                internal sealed partial class First
                {
                    [When<Second>] private static Condition IsB => Variable("$.a") == 1;
                }

                [Choice, When<Done>("{ \"Variable\": \"$.a\", \"NumericEquals\": 2 }")] public partial class Second; [Succeed] public partial class Done;
            }
            """,
            """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Choice, Default<FirstUnmatched>]
                internal sealed partial class First
                {
                    [When<Second>] private static Condition IsB => Variable("$.a") == 1;
                }

                [Fail(Error = "NoRuleMatched", Cause = "No rule of First is true.")] internal sealed partial class FirstUnmatched;

                [Choice, When<Done>("{ \"Variable\": \"$.a\", \"NumericEquals\": 2 }"), Default<SecondUnmatched>] public partial class Second; [Fail(Error = "NoRuleMatched", Cause = "No rule of Second is true.")] public partial class SecondUnmatched; [Succeed] public partial class Done;
            }
            """);

    [Theory]
    [InlineData("Variable(\"$.a\") == 1 | Variable(\"$.a\").IsPresent", "Variable(\"$.a\").IsPresent & Variable(\"$.a\") == 1 | Variable(\"$.a\").IsPresent")]
    [InlineData("Variable(\"$.b\") == 2 & Variable(\"$.a\").IsString | Variable(\"$.a\").IsPresent", "Variable(\"$.b\") == 2 & Variable(\"$.a\").IsPresent & Variable(\"$.a\").IsString | Variable(\"$.a\").IsPresent")]
    [InlineData("Variable(\"$.b\").Number < Variable(\"$.a\").Number | Variable(\"$.a\").IsPresent", "Variable(\"$.a\").IsPresent & Variable(\"$.b\").Number < Variable(\"$.a\").Number | Variable(\"$.a\").IsPresent")]
    [InlineData("(Variable(\"$.a\").Matches(\"x*\")) | Variable(\"$.a\").IsPresent", "(Variable(\"$.a\").IsPresent & Variable(\"$.a\").Matches(\"x*\")) | Variable(\"$.a\").IsPresent")]
    public async Task A_comparison_is_preceded_by_the_test_that_its_variable_is_present(string condition, string expected) =>
        await CodeFixHarness.VerifyAsync(new PresenceCodeFixProvider(), "TestPresence", Compare(condition), Compare(expected));

    [Fact]
    public async Task A_comparison_that_is_negated_is_left_to_the_user() =>
        (await CodeFixHarness.GetOffersAsync(new PresenceCodeFixProvider(), Compare("!(Variable(\"$.a\") == 1) | Variable(\"$.a\").IsPresent")))
            .ShouldBeEmpty("the rule would become true where the variable is missing");

    private static string Compare(string condition) => Machine($$"""
        [StartAt, Choice, Default<B>] public partial class A { [When<B>] private static Condition Rule1 => {{condition}}; }
        [Succeed] public partial class B;
        """);
}
