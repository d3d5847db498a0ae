namespace StateMachineGen.Language.Tests.Completion;

/// <summary>JSONata expressions that are being written.</summary>
public class JsonataTests
{
    private const string Definition = """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "First",
          "States": {
            "First": { "Type": "Pass", "Assign": { "count": 1 }, "Output": "{% $states.input.used.deep %}", "Next": "Work" },
            "Work": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Last" },
            "Last": { "Type": "Succeed" }
          }
        }
        """;

    [Theory]
    [InlineData("{% $states.|", "input context result")]
    [InlineData("{% $states.in|put %}", "input context result")]
    [InlineData("{% $states.result.|", "total")]
    [InlineData("{% $states.input.|", "customer id lines order date used")]
    [InlineData("{% $states.input.customer.|", "name")]
    [InlineData("{% $states.input.lines.|", "item count")]
    [InlineData("{% $states.input.lines[count > 1][0].|", "item count")]
    [InlineData("{% $states.input.used.|", "deep")]
    [InlineData("{% $states.context.Execution.|", "Id Input Name RoleArn StartTime RedriveCount RedriveTime")]
    [InlineData("{% $states.context.Execution.Input.lines.|", "item count")]
    [InlineData("{% $states.context.Map.Item.|", "Index Value Key Source")]
    [InlineData("{% $count.|", "")]
    [InlineData("{% $sum($states.|", "input context result")]
    [InlineData("{% $states.input.customer ~> |", null)]
    [InlineData("{% 'a $|", "")]
    [InlineData("{% /* $|", "")]
    [InlineData("{% $states.input |", "")]
    [InlineData("{|", "")]
    [InlineData("plain $|", "")]
    public void Members_and_places_for_names(string marked, string? expected)
    {
        string whole = Draft.Json(Definition, "Work", "Output", marked, Shapes.Order).Suggested;
        string within = Draft.Json(Definition, "Work", "Output", $$"""{ "a": [ "{{marked}}" ] }""", Shapes.Order).Suggested;
        if (expected is null)
        {
            whole.ShouldStartWith("$states $count $string ");
            within.ShouldBe(whole);
        }
        else
        {
            within.ShouldBe(expected);
            whole.ShouldBe(marked[1] == '%' ? expected : "");
        }
    }

    [Theory]
    [InlineData("{% |", "$count", "{% $count")]
    [InlineData("{% $|", "$sum", "{% $sum")]
    [InlineData("{% 1 + $c|", "$count", "{% 1 + $count")]
    [InlineData("{% su|", "$sum", "{% $sum")]
    [InlineData("{% $su|m([1]) %}", "$sum", "{% $sum([1]) %}")]
    [InlineData("{% ( $local := 1; $lo| ) %}", "$local", "{% ( $local := 1; $local ) %}")]
    [InlineData("{% $map([1], function($v, $i) { $| }) %}", "$i", "{% $map([1], function($v, $i) { $i }) %}")]
    [InlineData("{% $states.input.or|", "order date", "{% $states.input.`order date`")]
    [InlineData("{% $states.input.cu|", "customer", "{% $states.input.customer")]
    [InlineData("  {% $s|", "$sum", "  {% $sum")]
    public void Names_take_the_place_of_what_is_written(string marked, string name, string expected) =>
        Draft.Json(Definition, "Work", "Output", marked, Shapes.Order).With(name).ShouldBe(expected);

    [Theory]
    [InlineData("Arguments", "input context")]
    [InlineData("Assign", "input context result")]
    [InlineData("TimeoutSeconds", "input context")]
    [InlineData("Catch/[]/Output", "input context errorOutput")]
    public void What_states_has_depends_on_the_field(string field, string expected) =>
        Draft.Json(Definition, "Work", field, """{% $states.| %}""").Suggested.ShouldBe(expected);

    [Fact]
    public void An_error_has_a_name_and_a_cause() => Draft.Json(Definition, "Work", "Catch/[]", """{ "Output": "{% $states.errorOutput.| %}" }""").Suggested.ShouldBe("Error Cause");

    [Fact]
    public void Functions_are_those_of_AWS()
    {
        string[] suggested = Draft.Text(Definition, "Last", "Output", "{% $|").Suggested.Split(' ');

        suggested.ShouldContain("$parse");
        suggested.ShouldNotContain("$eval");
        suggested.ShouldBeUnique();
        Draft.Text(Definition, "Last", "Output", "{% $|").Find("$random").Detail.ShouldBe("([seed])");
    }

    [Fact]
    public void A_choice_has_a_condition() =>
        Draft.Json("""{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Choice" } } }""", "A", "Choices/[]", """{ "Condition": "{% $states.|" }""").Suggested.ShouldBe("input context");
}
