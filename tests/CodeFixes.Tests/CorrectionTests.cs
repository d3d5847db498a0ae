using System.Threading.Tasks;
using StateMachineGen.Harness;
using static StateMachineGen.CodeFixes.Tests.Sources;

namespace StateMachineGen.CodeFixes.Tests;

/// <summary>Corrections inside of literals: nothing else of them changes, and what is written is escaped as the literal is.</summary>
public class CorrectionTests
{
    [Theory]
    [InlineData("""
        "{ \"a.$\": \"States.Arry($.a)\" }"
        """)]
    [InlineData("""
        @"{ ""a.$"": ""States.Arry($.a)"" }"
        """)]
    [InlineData("""""
        """{ "a.$": "States.Arry($.a)" }"""
        """"")]
    [InlineData("""""
        """
            {
              "a.$": "States.Arry($.a)" 
            }
            """
        """"")]
    [InlineData("""
        $"{{ \"a.$\": \"States.Arry($.a)\" }}"
        """)]
    [InlineData("""
        $@"{{ ""a.$"": ""States.Arry($.{nameof(A)})"" }}"
        """)]
    [InlineData("""""
        $$"""{ "{{nameof(A)}}.$": "States.Arry($.a)" }"""
        """"")]
    [InlineData("""
        "{ \"a.$\": " + ("\"States.Arry($.a)\"" + " }")
        """)]
    public async Task A_name_is_corrected_in_every_form_of_literal(string literal)
    {
        string before = Machine($"[StartAt, Pass, Parameters({literal}), End] public partial class A;");
        await CodeFixHarness.VerifyAsync(
            new CorrectionCodeFixProvider(), "Correct", before, before.Replace("States.Arry", "States.Array", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""
        "{ \"a\": \" {% \\\"\\u00e4\\\" %}\" }"
        """, """
        "{ \"a\": \"{% \\\"ä\\\" %}\" }"
        """)]
    [InlineData("""
        @"{ ""a"": "" {% \""x\"" %}"" }"
        """, """
        @"{ ""a"": ""{% \""x\"" %}"" }"
        """)]
    public async Task What_is_written_is_escaped_as_JSON_and_as_the_literal(string literal, string expected) =>
        await CodeFixHarness.VerifyAsync(
            new CorrectionCodeFixProvider(),
            "Correct",
            Machine($"[StartAt, Pass(QueryLanguage = QueryLanguage.JSONata), Output({literal}), End] public partial class A;"),
            Machine($"[StartAt, Pass(QueryLanguage = QueryLanguage.JSONata), Output({expected}), End] public partial class A;"));

    [Fact]
    public async Task Everything_in_one_literal_and_in_one_list_is_corrected_at_once() =>
        await CodeFixHarness.VerifyFixAllAsync(
            new CorrectionCodeFixProvider(),
            "Correct",
            Machine("""
                [StartAt, Pass, Parameters("{ \"a\": \"$.a\", \"b\": { \"c\": \"$.c\", \"d\": 1 } }"), Next<B>]
                public partial class A;
                [Task("arn:aws:states:::sqs:sendMesage"), Retry("States.timeouts", "States.TaskFaild"), End]
                public partial class B;
                """),
            Machine("""
                [StartAt, Pass, Parameters("{ \"a.$\": \"$.a\", \"b\": { \"c.$\": \"$.c\", \"d\": 1 } }"), Next<B>]
                public partial class A;
                [Task("arn:aws:states:::sqs:sendMessage"), Retry("States.Timeout", "States.TaskFailed"), End]
                public partial class B;
                """));

    [Fact]
    public async Task A_constant_is_left_to_where_it_is_declared() =>
        (await CodeFixHarness.GetOffersAsync(
            new CorrectionCodeFixProvider(),
            Machine("""
                private const string Payload = "{ \"a\": \"$.a\" }";
                [StartAt, Pass, Parameters(Payload), End] public partial class A;
                """))).ShouldBeEmpty();

    [Fact]
    public async Task A_suffix_that_would_give_two_fields_of_one_name_is_not_offered() =>
        (await CodeFixHarness.GetOffersAsync(
            new CorrectionCodeFixProvider(),
            Machine("""[StartAt, Pass, Parameters("{ \"a\": \"$.a\", \"a.$\": \"$.b\" }"), End] public partial class A;"""))).ShouldBeEmpty();

    [Fact]
    public async Task Attributes_that_set_deprecated_fields_are_renamed()
    {
        const string body = "public partial class A { [StartAt, Succeed] public partial class B; }";
        await CodeFixHarness.VerifyFixAllAsync(
            new CorrectionCodeFixProvider(),
            "Correct",
            Machine("[StartAt, Map, Iterator, StateMachineGen.Parameters(\"{ }\"), End] // each\n" + body),
            Machine("[StartAt, Map, ItemProcessor, StateMachineGen.ItemSelector(\"{ }\"), End] // each\n" + body));
        await CodeFixHarness.VerifyAsync(
            new CorrectionCodeFixProvider(),
            "Correct",
            Machine("[StartAt, Map, Field(\"Parameters\", \"{ }\"), End] " + body),
            Machine("[StartAt, Map, Field(\"ItemSelector\", \"{ }\"), End] " + body));
    }

    [Fact]
    public async Task The_title_says_what_changes()
    {
        (await CodeFixHarness.GetOffersAsync(
            new CorrectionCodeFixProvider(), Machine("""[StartAt, Task("arn:aws:states:::sqs:sendMesage"), End] public partial class A;""")))
            .ShouldBe([("Change 'sqs:sendMesage' to 'sqs:sendMessage'", "Correct")]);
        (await CodeFixHarness.GetOffersAsync(
            new CorrectionCodeFixProvider(), Machine("""[StartAt, Pass, Parameters("{ \"a\": \"$.a\" }"), End] public partial class A;""")))
            .ShouldBe([("Add '.$'", "Correct")]);
    }
}
