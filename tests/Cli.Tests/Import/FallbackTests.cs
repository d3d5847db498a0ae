using System.Linq;
using StateMachineGen.Cli.Import;
using StateMachineGen.Harness;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>What has no form of its own stays JSON, and what has none at all is reported.</summary>
public class FallbackTests
{
    [Theory]
    [InlineData(""" "Type": "Pass", "End": false """, """[Field("End", "false")]""")]
    [InlineData(""" "Type": "Pass", "Next": "Nowhere" """, """[Field("Next", """)]
    [InlineData(""" "Type": "Pass", "Comment": null, "End": true """, """[Field("Comment", "null")]""")]
    [InlineData(""" "Type": "Pass", "X": { "a": [1, 2] }, "End": true """, """[Field("X", """)]
    [InlineData(""" "Type": "Nap" """, """[Field("Type", """)]
    [InlineData(""" "Type": 5 """, """[Field("Type", "5")]""")]
    [InlineData(""" "Type": "Task", "Resource": null, "Retry": [], "TimeoutSeconds": 1e2, "End": true """, """[Field("TimeoutSeconds", "1e2")]""")]
    [InlineData(""" "Type": "Task", "Resource": "a", "Retry": [ { "ErrorEquals": ["x"], "MaxAttempts": 2.5 } ], "End": true """, """[Field("Retry", """)]
    [InlineData(""" "Type": "Task", "Resource": "a", "Catch": [ { "ErrorEquals": ["x"], "Next": "Nowhere" } ], "End": true """, """[Field("Catch", """)]
    [InlineData(""" "Type": "Wait", "Seconds": 3000000000, "Name": "n", "End": true """, """[Field("Seconds", "3000000000")]""")]
    [InlineData(""" "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNull": true } ] """, """[Field("Choices", """)]
    [InlineData(""" "Type": "Parallel", "Branches": [], "End": true """, """[Field("Branches", "[]")]""")]
    [InlineData(""" "Type": "Parallel", "Branches": [ { "States": { "B": 1 } } ], "End": true """, """[Field("Branches", """)]
    [InlineData(""" "Type": "Map", "ItemProcessor": { "StartAt": "B", "States": {}, "X": 1 }, "End": true """, """[Field("ItemProcessor", """)]
    [InlineData(""" "Type": "Map", "ItemProcessor": { "States": {} }, "Iterator": { "States": {} }, "End": true """, "[ItemProcessor]")]
    [InlineData(""" "Type": "Map", "Iterator": { "States": {}, "ProcessorConfig": { "Mode": "INLINE" } }, "End": true """, "[Iterator(Mode = ProcessorMode.Inline)]")]
    [InlineData(""" "Type": "Map", "Iterator": { "States": {}, "ProcessorConfig": {} }, "End": true """, """[Field("Iterator", """)]
    [InlineData(""" "Type": "Map", "ItemReader": { "Resource": "r", "ReaderConfig": {} }, "End": true """, """[Field("ItemReader", """)]
    [InlineData(""" "Type": "Map", "Label": 1, "ItemBatcher": {}, "ResultWriter": {}, "End": true """, "[ItemBatcher]")]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1, "a": 2 }, "End": true """, """{ "a": 1, "a": 2 }""")]
    public void A_state_that_is_odd_comes_back_the_same(string fields, string expected)
    {
        ImportOutcome outcome = RoundTrip($$"""{ "StartAt": "A", "States": { "A": { {{fields}} } } }""");
        outcome.Failure.ShouldBeNull(outcome.File.Output!.Source);
        outcome.File.Output.Source.ShouldContain(expected);
        outcome.File.Problems.ShouldNotContain(static problem => problem.IsLoss);
    }

    [Theory]
    [InlineData("""{ "StartAt": 1, "States": [] }""")]
    [InlineData("""{ "StartAt": "Nowhere", "States": {}, "QueryLanguage": "SQL", "TimeoutSeconds": 1.5, "Version": 1, "X": null }""")]
    [InlineData("""{ "States": { "A": { "Type": "Pass", "End": true }, "A": { "Type": "Succeed" } } }""")]
    public void A_machine_that_is_odd_comes_back_the_same(string definition)
    {
        ImportOutcome outcome = RoundTrip(definition);
        outcome.Failure.ShouldBeNull(outcome.File.Output!.Source);
        outcome.File.Problems.ShouldNotContain(static problem => problem.IsLoss);
    }

    [Theory]
    [InlineData("""{ "StartAt": "A" }""", "The definition has no States, and C# cannot leave them out: an empty object is emitted", "/")]
    [InlineData("""{ "States": { "A": 5 } }""", "State 'A' is no JSON object, which has no form in C#: it is left out", "/States/A")]
    [InlineData("""{ "States": { "A": {} } }""", "State 'A' has no Type, and C# cannot leave it out: Pass is emitted", "/States/A")]
    public void What_has_no_form_is_reported(string definition, string message, string path)
    {
        ImportOutcome outcome = RoundTrip(definition);
        outcome.Diagnostics.ShouldBeEmpty();
        outcome.Difference.ShouldNotBeNull();
        ImportProblem loss = outcome.File.Problems.Where(static problem => problem.IsLoss).ShouldHaveSingleItem();
        loss.Message.ShouldBe(message);
        loss.Path.ShouldBe(path);
    }

    [Fact]
    public void Names_that_occur_twice_are_reported_wherever_they_are()
    {
        ImportedFile file = new ImportSession().Add("a.json", """
            {
              "StartAt": "A", "StartAt": "A",
              "States": { "A": { "Type": "Pass", "Result": [ { "x": 1, "x": 2 } ], "End": true } }
            }
            """);
        file.Problems.Select(problem => (problem.Path, file.Lines.Locate(problem.Range.Start))).ShouldBe([("/StartAt", (2, 19)), ("/States/A/Result[0]/x", (3, 60))]);
    }

    [Fact]
    public void Broken_rules_are_reported_with_their_places()
    {
        ImportedFile file = new ImportSession().Add("a.json", """
            { "StartAt": "A",
              "States": { "A": { "Type": "Pass", "Next": "B" } } }
            """);
        ImportProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.RuleId.ShouldStartWith("SMG2");
        file.Lines.Locate(problem.Range.Start).ShouldBe((2, 46));
    }

    private static ImportOutcome RoundTrip(string definition) => ImportHarness.RoundTrip([("machine.json", definition)]).ShouldHaveSingleItem();
}
