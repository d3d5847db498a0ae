using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Completion.Tests;

/// <summary>Suggestions in strings of C#: where they come up, and what taking one does to the source.</summary>
public class ProviderTests
{
    private const string Data = """
        public sealed class Closed : Exception;
        public record Thing { public Guid Key => default; }
        public sealed record Order(string Id, Line[] Lines, DateTime? PlacedAt) : Thing
        {
            [System.Text.Json.Serialization.JsonPropertyName("who")] public string? Customer { get; init; }
            [System.Text.Json.Serialization.JsonIgnore] public int Hidden { get; init; }
            /// <summary>What it costs.</summary>
            public decimal Total { get; init; }
        }

        public sealed record Line(string Item, int IPCount);
        public sealed record Bill(decimal Sum);

        """;

    /// <summary>A machine around the attributes of a Task state with a handler.</summary>
    private static string Machine(string attributes) => Data + $$""""
        [StateMachine<Order, string>]
        public partial class Orders
        {
            [StartAt, Pass(ResultPath = "$.known"), Assign("""{ "count": 1 }"""), Next<Work>] public partial class First;

            {{attributes}}
            [Next<Refuse>]
            public partial class Work : ITask<Order, Bill>
            {
                public Task<Bill> ExecuteAsync(Order input, CancellationToken cancellationToken) => throw new Closed();
            }

            [Fail(Error = "Shop.Refused")] public partial class Refuse;
            [Succeed(Name = "All \"done\"")] public partial class Done;
        }
        """";

    private const string Members = "id lines placedAt who total key known";

    [Theory]
    [InlineData("[Task(InputPath = \"$.‸\")]", Members)]
    [InlineData("[Task(TimeoutSecondsPath = \"$.li‸\")]", Members)]
    [InlineData("[Task(OutputPath = \"$.lines[0].‸\")]", "item ipCount")]
    [InlineData("[Task(OutputPath = \"$.placedAt.‸\")]", "")]
    [InlineData("[Task(InputPath = \"$$.Execution.Input.lines[*].‸\")]", "item ipCount")]
    [InlineData("[Task, ResultSelector(\"\"\"{ \"a.$\": \"$.‸\" }\"\"\")]", "sum")]
    [InlineData("[Task, Retry(\"‸\")]", "Closed Lambda.")]
    [InlineData("[Task, Retry(\"Shop.Closed\", \"‸\")]", "Closed Lambda.")]
    [InlineData("[Task, Retry([\"‸\"])]", "Closed Lambda.")]
    [InlineData("[Task, Retry(new object[] { \"‸\" })]", "Closed Lambda.")]
    [InlineData("[Task, Catch<Refuse>(\"States.ALL\", ResultPath = \"$.‸\")]", Members)]
    [InlineData("[Task, Catch<Refuse>(\"States.ALL\", Assign = \"\"\"{ \"a.$\": \"$$.Map.Item.‸\" }\"\"\")]", "Index Value Key Source")]
    [InlineData("[Task, Field(\"‸\", \"1\")]", "Comment QueryLanguage InputPath ")]
    [InlineData("[Task, Field(\"Retry\", \"\"\"[ { \"JitterStrategy\": \"‸\" } ]\"\"\")]", "FULL NONE")]
    [InlineData("[Task, Field(json: \"\"\"{ \"‸\" }\"\"\", name: \"Catch\")]", "")]
    [InlineData("[Task, Field(json: \"\"\"[ { \"Next\": \"‸\" } ]\"\"\", name: \"Catch\")]", "First Work Refuse All \"done\"")]
    [InlineData("[Task, Field(Unknown.Name, \"‸\")]", "")]
    [InlineData("[Task(\"‸\")]", "arn:aws:states:::apigateway:invoke ")]
    [InlineData("[Task(Comment = \"‸\")]", "")]
    [InlineData("[Task(Name = \"‸\")]", "")]
    [InlineData("[Task, Parameters(\"\"\"{ \"a.$\": \"States.‸\" }\"\"\")]", "$ $.id ")]
    [InlineData("[Task(QueryLanguage = QueryLanguage.JSONata), Arguments(\"{% $states.input.‸ %}\")]", Members)]
    [InlineData("[Task(QueryLanguage = QueryLanguage.JSONata), Output(\"{% $states.result.‸ %}\")]", "sum")]
    [InlineData("[Task(QueryLanguage = QueryLanguage.JSONata), Output(\"{% $‸ %}\")]", "$states $count $string ")]
    [InlineData("[Task(QueryLanguage = QueryLanguage.JSONata, TimeoutSeconds = \"{% $states.‸ %}\")]", "input context")]
    [InlineData("[Task, StartExecution<Orders>(Input = \"$.‸\")]", Members)]
    [InlineData("[Task, StartExecution<Orders>(Input = \"\"\"{ \"a.$\": \"$.‸\" }\"\"\")]", Members)]
    [InlineData("[Task, StartExecution<Orders>(ExecutionName = \"$.‸\")]", Members)]
    [InlineData("[Task, Obsolete(\"‸\")]", "")]
    [InlineData("[Task, Retry(\"x\")‸]", "")]
    [InlineData("[Task, Retry(\"x\"‸)]", "")]
    public async Task What_an_argument_can_say(string attributes, string expected)
    {
        using Editor editor = new(Machine(attributes));
        string suggested = await editor.SuggestAsync();

        if (expected.EndsWith(' ') || expected.EndsWith('.'))
        {
            suggested.ShouldStartWith(expected);
        }
        else
        {
            suggested.ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("[Choice, When<Done>(\"\"\"{ \"Variable\": \"$.‸\" }\"\"\")] public partial class Route;", "id lines placedAt who total key")]
    [InlineData("[Choice, When<Done>(\"{% $states.in‸\")] public partial class Route;", "input context")]
    [InlineData("[Choice] public partial class Route { [When<Done>] static Condition A => Variable(\"$.‸\") == 1; }", "id lines placedAt who total key")]
    [InlineData("[Choice] public partial class Route { [When<Done>] static Condition A => Rule(\"\"\"{ \"Not\": { \"‸\" } }\"\"\"); }", "Comment And Or Not Variable ")]
    [InlineData("[Map, ItemReader(\"‸\")] public partial class Each;", "arn:aws:states:::s3:getObject arn:aws:states:::s3:listObjectsV2")]
    [InlineData("[Map, ItemReader(\"\", Parameters = \"\"\"{ \"Key.$\": \"$.‸\" }\"\"\")] public partial class Each;", "id lines placedAt who total key")]
    [InlineData("[Map, ItemBatcher(MaxItemsPerBatchPath = \"$.‸\")] public partial class Each;", "id lines placedAt who total key")]
    [InlineData("[Parallel] public partial class Both { [Branch, Field(\"‸\", \"1\")] public partial class Left { [StartAt, Succeed] public partial class In; } }", "Comment")]
    [InlineData("[Map] public partial class Each { [StartAt, Pass(InputPath = \"$.‸\")] public partial class In; }", "")]
    [InlineData("const string Where = \"$.‸\"; [Pass(InputPath = Where)] public partial class A;", "id lines placedAt who total key")]
    [InlineData("const string Where = \"$.‸\"; [Choice] public partial class B { [When<Done>] static Condition A => Variable(Orders.Where) == 1; }", "id lines placedAt who total key")]
    [InlineData("const string Unused = \"$.‸\";", "")]
    [InlineData("[Pass(InputPath = \"$.‸)] public partial class A;", "id lines placedAt who total key")]
    [InlineData("[Pass(InputPath = \"‸)] public partial class A;", "$ $.id ")]
    public async Task And_in_other_states(string member, string expected)
    {
        string language = member.Contains("{%", StringComparison.Ordinal) ? "(QueryLanguage = QueryLanguage.JSONata)" : "";
        using Editor editor = new(Data + $$"""
            [StateMachine<Order, string>{{language}}]
            public partial class Orders
            {
                [Succeed] public partial class Done;
                {{member}}
            }
            """);
        string suggested = await editor.SuggestAsync();

        suggested.ShouldStartWith(expected.TrimEnd());
        if (!expected.EndsWith(' '))
        {
            suggested.ShouldBe(expected);
        }
    }

    [Fact]
    public async Task A_policy_outside_of_machines_knows_the_errors_of_the_language()
    {
        using Editor editor = new("[Retry(\"‸\")] public abstract class Policy;");

        (await editor.SuggestAsync()).ShouldContain("States.Timeout");
    }

    [Fact]
    public async Task The_machine_has_fields_as_well()
    {
        using Editor editor = new("[StateMachine, Field(\"‸\", \"\")] public partial class M { [StartAt, Succeed] public partial class A; }");

        (await editor.SuggestAsync()).ShouldBe("Comment QueryLanguage Version TimeoutSeconds");
    }

    [Theory]
    [InlineData("\"[ { \\\"Next\\\": \\\"Al‸l\\\" } ]\"", "\"[ { \\\"Next\\\": \\\"All \\\\\\\"done\\\\\\\"‸\\\" } ]\"")]
    [InlineData("@\"[ { \"\"Next\"\": \"\"Al‸l\"\" } ]\"", "@\"[ { \"\"Next\"\": \"\"All \\\"\"done\\\"\"‸\"\" } ]\"")]
    [InlineData("\"\"\"[ { \"Next\": \"Al‸l\" } ]\"\"\"", "\"\"\"[ { \"Next\": \"All \\\"done\\\"‸\" } ]\"\"\"")]
    [InlineData("$\"[ {{ \\\"Next\\\": \\\"Al‸l\\\" }} ]\"", "$\"[ {{ \\\"Next\\\": \\\"All \\\\\\\"done\\\\\\\"‸\\\" }} ]\"")]
    [InlineData("$@\"[ {{ \"\"Next\"\": \"\"Al‸l\"\" }} ]\"", "$@\"[ {{ \"\"Next\"\": \"\"All \\\"\"done\\\"\"‸\"\" }} ]\"")]
    [InlineData("$$\"\"\"[ { \"Comment\": \"{{nameof(Done)}}\", \"Next\": \"Al‸l\" } ]\"\"\"", "$$\"\"\"[ { \"Comment\": \"{{nameof(Done)}}\", \"Next\": \"All \\\"done\\\"‸\" } ]\"\"\"")]
    [InlineData("\"[ { \" + \"\\\"Next\\\": \\\"Al‸l\\\" } ]\"", "\"[ { \" + \"\\\"Next\\\": \\\"All \\\\\\\"done\\\\\\\"‸\\\" } ]\"")]
    [InlineData("(\"[ { \\\"Next\\\": \\\"\\u0041l‸l\\\" } ]\")", "(\"[ { \\\"Next\\\": \\\"All \\\\\\\"done\\\\\\\"‸\\\" } ]\")")]
    [InlineData("\"\"\"\n        [\n          { \"Next\": ‸ }\n        ]\n        \"\"\"", "\"\"\"\n        [\n          { \"Next\": \"All \\\"done\\\"\"‸ }\n        ]\n        \"\"\"")]
    [InlineData("\"\"\"\n        [\n          { \"Next\":\n          ‸\n          }\n        ]\n        \"\"\"", "\"\"\"\n        [\n          { \"Next\":\n          \"All \\\"done\\\"\"‸\n          }\n        ]\n        \"\"\"")]
    public async Task A_suggestion_is_written_as_the_literal_needs(string literal, string expected)
    {
        string before = Machine($"[Task, Field(\"Catch\", {literal})]");
        using Editor editor = new(before);

        (await editor.TakeAsync("All \"done\"")).ShouldBe(Machine($"[Task, Field(\"Catch\", {expected})]"));
    }

    [Theory]
    [InlineData("[Task(InputPath = \"$.li‸nes\")]", "lines", "[Task(InputPath = \"$.lines‸\")]")]
    [InlineData("[Task(InputPath = \"‸\")]", "$.lines", "[Task(InputPath = \"$.lines‸\")]")]
    [InlineData("[Task, Parameters(\"\"\"{ \"a.$\": \"States.Array(Sta‸, 1)\" }\"\"\")]", "States.UUID", "[Task, Parameters(\"\"\"{ \"a.$\": \"States.Array(States.UUID‸, 1)\" }\"\"\")]")]
    [InlineData("[Task, Retry(\"St‸ates.All\")]", "States.ALL", "[Task, Retry(\"States.ALL‸\")]")]
    public async Task A_suggestion_takes_the_place_of_what_is_written(string attributes, string suggestion, string expected)
    {
        using Editor editor = new(Machine(attributes));

        (await editor.TakeAsync(suggestion)).ShouldBe(Machine(expected));
    }

    [Theory]
    [InlineData("[Task(InputPath = \"$.‸\")]", "total", "total: What it costs.")]
    [InlineData("[Task(InputPath = \"‸\")]", "$count", "$count: the variable that /States/First assigns")]
    [InlineData("[Task, Parameters(\"\"\"{ \"a.$\": \"‸\" }\"\"\")]", "States.ArrayLength", "States.ArrayLength(array): the number of elements")]
    [InlineData("[Task, Retry(\"‸\")]", "Closed", "Closed: is thrown by Work")]
    [InlineData("[Task, Retry(\"‸\")]", "States.Timeout", "States.Timeout: a task ran longer than TimeoutSeconds or missed its heartbeat")]
    public async Task A_suggestion_says_what_it_means(string attributes, string suggestion, string expected)
    {
        using Editor editor = new(Machine(attributes));

        (await editor.DescribeAsync(suggestion)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"‸\"", true)]
    [InlineData("\"$‸\"", true)]
    [InlineData("\"$.‸\"", true)]
    [InlineData("\"{‸\"", true)]
    [InlineData("\"S‸\"", true)]
    [InlineData("\"St‸\"", false)]
    [InlineData("\"1‸\"", false)]
    [InlineData("\"a ‸\"", false)]
    public async Task Suggestions_come_up_where_something_begins(string source, bool expected)
    {
        using Editor editor = new(source);

        (await editor.IsTriggeredAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task Half_written_source_throws_nothing_anywhere()
    {
        string source = Machine("[Task(InputPath = $\"$.{nameof(Done)}\"), Retry(\"a\\u0041\", @\"b\"), Parameters(\"\"\"\n        { \"a.$\": \"States.Format('{}', $.id)\" }\n        \"\"\")]");
        int start = source.IndexOf("[StateMachine", StringComparison.Ordinal);
        foreach (int cut in Enumerable.Range(start, source.Length - start).Where(cut => cut % 5 == 0))
        {
            using Editor editor = new(source[..cut]);
            await ProvideAsync(editor.Document, cut);
        }

        using Editor whole = new(source);
        for (int position = start; position < source.Length; position++)
        {
            await ProvideAsync(whole.Document, position);
        }
    }

    /// <summary>The provider itself: the editor's service keeps exceptions to itself.</summary>
    private static async Task ProvideAsync(Document document, int position)
    {
        var provider = new DefinitionCompletionProvider();
        var context = new CompletionContext(provider, document, position, new TextSpan(position, 0), CompletionTrigger.Invoke, document.Project.Solution.Options, CancellationToken.None);
        await provider.ProvideCompletionsAsync(context);
    }
}
