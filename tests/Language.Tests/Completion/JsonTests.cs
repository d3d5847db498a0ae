namespace StateMachineGen.Language.Tests.Completion;

/// <summary>Names and values in JSON that is being written.</summary>
public class JsonTests
{
    private const string Definition = """
        {
          "StartAt": "Check order",
          "States": {
            "Check order": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Done", "Catch": [ { "ErrorEquals": [ "Shop.Closed" ], "Next": "Say \"no\"" } ] },
            "Each": {
              "Type": "Map",
              "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "Next": "Two" }, "Two": { "Type": "Succeed" } } },
              "Next": "Done"
            },
            "Say \"no\"": { "Type": "Fail", "Error": "Shop.Refused" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    [Theory]
    [InlineData("""{ "|" }""", "{ \"IntervalSeconds\" }")]
    [InlineData("""{ "Int|erval": 1 }""", """{ "IntervalSeconds": 1 }""")]
    [InlineData("{ | }", """{ "IntervalSeconds" }""")]
    [InlineData("{|", """{"IntervalSeconds" """)]
    [InlineData("""{ "MaxAttempts": 2, | }""", """{ "MaxAttempts": 2, "IntervalSeconds" }""")]
    [InlineData("""{ "MaxAttempts": 2, Int| }""", """{ "MaxAttempts": 2, "IntervalSeconds" }""")]
    [InlineData("""{ "MaxAttempts": , "I|""", """{ "MaxAttempts": , "IntervalSeconds""")]
    [InlineData("""{ ] } "MaxAttempts" "I|""", null)]
    public void Names_of_fields_take_the_place_of_what_is_written(string marked, string? expected)
    {
        var draft = Draft.Json(Definition, "Check order", "Retry/[]", marked);

        if (expected is null)
        {
            draft.Suggested.ShouldBeEmpty();
        }
        else
        {
            draft.With("IntervalSeconds").ShouldBe(expected.TrimEnd());
        }
    }

    [Fact]
    public void Fields_that_are_there_are_not_suggested_again() =>
        Draft.Json(Definition, "Check order", "Retry", """[ { "MaxAttempts": 1, "|", "BackoffRate": 2 } ]""").Suggested
            .ShouldBe("ErrorEquals IntervalSeconds MaxDelaySeconds JitterStrategy Comment");

    [Fact]
    public void A_field_says_what_it_holds() =>
        Draft.Json(Definition, "Check order", "Retry/[]", """{ "|" }""").Find("MaxDelaySeconds").Description.ShouldBe("an integer from 1 to 31,622,400");

    [Theory]
    [InlineData("Check order", "Retry/[]", """{ "JitterStrategy": "|" }""", "FULL NONE")]
    [InlineData("Check order", "Catch/[]", """{ "Next": "|" }""", "Check order Each Say \"no\" Done")]
    [InlineData("Check order", "Catch/[]", """{ "Next": | }""", "Check order Each Say \"no\" Done")]
    [InlineData("Check order", "End", "|", "true false")]
    [InlineData("Check order", "ResultPath", "n|", "null")]
    [InlineData("Each", "ItemReader", """{ "Resource": "|" }""", "arn:aws:states:::s3:getObject arn:aws:states:::s3:listObjectsV2")]
    [InlineData("Each", "ItemReader", """{ "ReaderConfig": { "InputType": "|" } }""", "CSV JSON JSONL PARQUET MANIFEST")]
    [InlineData("Each", "ItemProcessor", """{ "ProcessorConfig": { "Mode": "|" } }""", "INLINE DISTRIBUTED")]
    [InlineData("Each", "ItemProcessor", """{ "StartAt": "|", "States": { "A": { "Type": "Pass" }, "B": {""", "A B")]
    [InlineData("Each", "ItemProcessor", """{ "States": { "A": { "Next": "|" }, "B": {} } }""", "A B")]
    [InlineData("Each", "ItemProcessor", """{ "States": { "A": { "Type": "Wait", "S|""", "Comment QueryLanguage InputPath Seconds SecondsPath Timestamp TimestampPath Assign OutputPath Next End")]
    [InlineData("Each", "ItemProcessor", """{ "States": { "A": { "Type": "|""", "Task Pass Choice Wait Succeed Fail Parallel Map")]
    [InlineData("Two", "Next", "\"|\"", "One Two")]
    [InlineData("", "States", """{ "A": { "Type": "Parallel", "Branches": [ {}, { "StartAt": "|", "States": { "In": {} } } ] } }""", "In")]
    [InlineData("", "StartAt", "\"|\"", "Check order Each Say \"no\" Done")]
    [InlineData("Check order", "Parameters", """{ "a": "|" }""", "")]
    [InlineData("Check order", "Parameters", """{ "|" }""", "")]
    [InlineData("Check order", "Comment", "\"|\"", "")]
    [InlineData("Check order", "Retry/[]", """{ "MaxAttempts": 1 | }""", "")]
    public void What_a_value_can_be(string state, string field, string marked, string expected) => Draft.Json(Definition, state, field, marked).Suggested.ShouldBe(expected);

    [Theory]
    [InlineData("""{ "Next": "Sa|y" }""", """{ "Next": "Say \"no\"" }""")]
    [InlineData("""{ "Next": "Say \"n|ever\"" }""", """{ "Next": "Say \"no\"" }""")]
    [InlineData("""{ "Next": | }""", """{ "Next": "Say \"no\"" }""")]
    public void Values_are_escaped(string marked, string expected) => Draft.Json(Definition, "Check order", "Catch/[]", marked).With("Say \"no\"").ShouldBe(expected);

    [Fact]
    public void Errors_are_those_of_the_machine_and_of_the_language()
    {
        var draft = Draft.Json(Definition, "Check order", "Retry/[]", """{ "ErrorEquals": [ "States.Timeout", "|" ] }""");

        draft.Suggested.ShouldStartWith("Shop.Closed Shop.Refused States.ALL States.TaskFailed States.Timeout");
        draft.Suggested.ShouldNotContain("States.Runtime");
        draft.Find("States.Timeout").Description.ShouldBe("a task ran longer than TimeoutSeconds or missed its heartbeat");
    }

    [Fact]
    public void A_Fail_state_reports_what_others_match() => Draft.Text(Definition, "Say \"no\"", "Error", "|").Suggested.ShouldBe("Shop.Closed");

    [Fact]
    public void A_resource_waits_for_what_the_machine_can_wait_for()
    {
        const string sendMessage = "arn:aws:states:::sqs:sendMessage";
        Draft.Text(Definition, "Check order", "Resource", "arn:aws:|states:::x").With(sendMessage).ShouldBe(sendMessage);
        Draft.Text(Definition, "Check order", "Resource", "|").Suggested.Split(' ').ShouldContain(sendMessage + ".waitForTaskToken");
        Draft.Text(Definition, "Check order", "Resource", "|", isExpress: true).Suggested.Split(' ').ShouldNotContain(sendMessage + ".waitForTaskToken");
    }

    [Theory]
    [InlineData("Done", "|", "QueryLanguage InputPath OutputPath")]
    [InlineData("Two", "Comm|", "QueryLanguage InputPath OutputPath")]
    [InlineData("", "|", "Comment QueryLanguage Version TimeoutSeconds")]
    public void Names_of_fields_on_their_own(string state, string marked, string expected) =>
        Draft.FieldName(Definition, state, marked).Suggested.ShouldBe(state.Length == 0 ? expected : "Comment " + expected);
}
