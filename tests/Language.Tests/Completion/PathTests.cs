using StateMachineGen.Language.Completion;

namespace StateMachineGen.Language.Tests.Completion;

/// <summary>Paths and intrinsic functions that are being written.</summary>
public class PathTests
{
    private const string Definition = """
        {
          "StartAt": "First",
          "States": {
            "First": { "Type": "Pass", "Parameters": { "a.$": "$.used.deep", "b.$": "States.Format('{}', $.text)" }, "ResultPath": "$.kept", "Assign": { "count": 1, "total.$": "$.sum" }, "Next": "Work" },
            "Work": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Items", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Assign": { "failed": true }, "Next": "Last" } ] },
            "Items": {
              "Type": "Map",
              "ItemProcessor": { "StartAt": "Inner", "States": { "Inner": { "Type": "Pass", "InputPath": "$.inner", "End": true } } },
              "Next": "Last"
            },
            "Last": { "Type": "Succeed" }
          }
        }
        """;

    [Theory]
    [InlineData("$.|", "id lines kept sum text used")]
    [InlineData("$.li|nes", "id lines kept sum text used")]
    [InlineData("$.lines[0].|", "item count")]
    [InlineData("$.lines[*].|", "item count")]
    [InlineData("$['lines'][-1].|", "item count")]
    [InlineData("$.used.|", "deep")]
    [InlineData("$['|", "id lines order date kept sum text used")]
    [InlineData("$.nothing.|", "")]
    [InlineData("$..|", "")]
    [InlineData("$$.|", "Execution StateMachine State Task Map")]
    [InlineData("$$.Execution.|", "Id Input Name RoleArn StartTime RedriveCount RedriveTime")]
    [InlineData("$$.Execution.Input.|", "id lines")]
    [InlineData("$$.Map.Item.V|", "Index Value Key Source")]
    [InlineData("$count.|", "")]
    [InlineData("$.lines[|", "")]
    [InlineData("$.lines[?(@.|", "")]
    public void Members_follow_the_path_before(string marked, string expected)
    {
        Draft.Text(Definition, "Work", "InputPath", marked, Shapes.Order).Suggested.ShouldBe(expected);
        Draft.Json(Definition, "Work", "Parameters", $$"""{ "a.$": "{{marked}}" }""", Shapes.Order).Suggested.ShouldBe(expected);
        Draft.Json(Definition, "Work", "Parameters", $$"""{ "deep": [ { "a.$": "States.Format('{}, $.x', {{marked}}" } ] }""", Shapes.Order).Suggested.ShouldBe(expected);
    }

    [Theory]
    [InlineData("|", "$.lines")]
    [InlineData("$|", "$.lines")]
    [InlineData("$li|", "$.lines")]
    [InlineData("|", "$['order date']")]
    [InlineData("$$|", "$$.Execution")]
    [InlineData("$co|unt", "$count")]
    [InlineData("|", "$")]
    public void Roots_take_the_place_of_what_is_written(string marked, string path)
    {
        Draft.Text(Definition, "Work", "InputPath", marked, Shapes.Order).With(path).ShouldBe(path);
        Draft.Json(Definition, "Work", "Parameters", $$"""{ "a.$": "States.Array(1, {{marked}}" }""", Shapes.Order).With(path)
            .ShouldBe($$"""{ "a.$": "States.Array(1, {{path}}" }""");
    }

    [Theory]
    [InlineData("ResultPath", "$ $.id $.lines $['order date'] $.kept $.sum $.text $.used")]
    [InlineData("Catch/[]/ResultPath", "$ $.id $.lines $['order date'] $.kept $.sum $.text $.used")]
    public void A_result_goes_into_the_data_only(string field, string expected) =>
        Draft.Text(Definition, "Work", field, "|", Shapes.Order with { TaskInput = null }).Suggested.ShouldBe(expected);

    [Fact]
    public void A_handler_takes_the_input_that_nothing_shapes()
    {
        Draft.Text(Definition, "Work", "TimeoutSecondsPath", "$.customer.|", Shapes.Order).Suggested.ShouldBe("name");
        Draft.Text(Definition, "Work", "InputPath", "$.customer.|", Shapes.Order).Suggested.ShouldBeEmpty();
    }

    [Fact]
    public void A_selector_sees_the_result()
    {
        Draft.Json(Definition, "Work", "ResultSelector", """{ "a.$": "$.|" }""", Shapes.Order).Suggested.ShouldBe("total");
        Draft.Json(Definition, "Work", "ResultSelector", """{ "a": { "b.$": "|" } }""", Shapes.Order).Find("$").Description.ShouldBe("the whole result");
    }

    [Fact]
    public void Items_of_a_Map_have_paths_of_their_own() => Draft.Text(Definition, "Inner", "OutputPath", "$.|", Shapes.Order).Suggested.ShouldBe("inner");

    [Fact]
    public void What_is_being_written_is_no_path_to_go_by() =>
        Draft.Text(Definition, "Inner", "InputPath", "$.inn|", Shapes.Order).Suggested.ShouldBeEmpty();

    [Theory]
    [InlineData("First", "")]
    [InlineData("Work", "count total")]
    [InlineData("Items", "count total")]
    [InlineData("Inner", "count total")]
    [InlineData("Last", "count! failed! total!")]
    public void Variables_that_have_a_value_here(string state, string expected)
    {
        var draft = Draft.Text(Definition, state, "InputPath", "$|");
        string variables = string.Join(' ', System.Linq.Enumerable.Select(
            System.Linq.Enumerable.Where(draft.Suggested.Split(' '), text => text.Length > 1 && char.IsLetter(text[1])),
            text => text[1..] + (draft.Find(text).Description.EndsWith("no value here", System.StringComparison.Ordinal) ? "!" : "")));

        // What a state assigns goes along with its error: count and total are there on both ways to the last state.
        variables.ShouldBe(state == "Last" ? "count failed! total" : expected);
    }

    [Theory]
    [InlineData("|", "States.Format", "States.Format")]
    [InlineData("States.Fo|", "States.Format", "States.Format")]
    [InlineData("States.Array(States.|)", "States.UUID", "States.Array(States.UUID)")]
    [InlineData("States.Array('a, b', Sta|)", "States.Hash", "States.Array('a, b', States.Hash)")]
    public void Functions_in_templates(string marked, string function, string expected) =>
        Draft.Json(Definition, "Work", "Parameters", $$"""{ "a.$": "{{marked}}" }""").With(function).ShouldBe($$"""{ "a.$": "{{expected}}" }""");

    [Theory]
    [InlineData("States.Format('$.|")]
    [InlineData("States.Format('it\\'s $.|")]
    [InlineData("$.a == |")]
    public void Nothing_is_known_in_texts(string marked) => Draft.Json(Definition, "Work", "Parameters", $$"""{ "a.$": "{{marked}}" }""").Suggested.ShouldNotContain("kept");

    [Fact]
    public void Functions_say_what_they_give()
    {
        Suggestion function = Draft.Json(Definition, "Work", "Parameters", """{ "a.$": "|" }""").Find("States.MathRandom");

        function.Detail.ShouldBe("(start, end[, seed])");
        function.Description.ShouldBe("a random integer from start, below end");
    }

    [Fact]
    public void Only_fields_that_are_evaluated_take_functions() =>
        Draft.Text(Definition, "Work", "InputPath", "|").Suggested.ShouldNotContain("States.");

    [Fact]
    public void Paths_are_written_as_the_text_needs() =>
        Draft.Json(Definition, "Work", "Parameters", """{ "a.$": "$.li|" }""", Shapes.Order).With("lines").ShouldBe("""{ "a.$": "$.lines" }""");
}
