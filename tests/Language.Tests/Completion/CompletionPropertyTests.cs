using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Completion;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Completion;

/// <summary>What is being written is never whole.</summary>
public class CompletionPropertyTests
{
    private const string Definition = """
        {
          "StartAt": "A",
          "States": {
            "A": { "Type": "Map", "Next": "B", "Assign": { "n": 1 }, "ItemProcessor": { "StartAt": "In", "States": { "In": { "Type": "Succeed" } } } },
            "B": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "End": true }
          }
        }
        """;

    public static TheoryData<string, string, string> Texts() => new()
    {
        { "A", "Parameters", """{ "a.$": "States.Format('{} \\' [x', $['a b'][0]..c[?(@.d == 'e')], $$.Map.Item.Value, $n)", "b": [ 1, -2.5e3, true, null, { "c.$": "$\u002ed" } ] }""" },
        { "A", "ItemProcessor", """{ "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "X", "States": { "X": { "Type": "Choice", "Choices": [ { "And": [ { "Variable": "$.a", "IsNull": true } ], "Next": "Y" } ], "Default": "Y" }, "Y": { "Type": "Parallel", "Branches": [ { "StartAt": "Z", "States": { "Z": { "Type": "Pass", "Result": [ "$.a" ] } } } ], "Retry": [ { "ErrorEquals": [ "States.ALL" ] } ], "End": true } } }""" },
        { "A", "ItemReader", """{ "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "MaxItemsPath": "$.max" }, "Parameters": { "Bucket.$": "$.b" } }""" },
        { "B", "Output", """{% ( $f := function($x) { $x * 2 }; $states.input.a[b = 'c' and /r\/x/i].d @ $e # $i ~> $map($f) /* done */ ) %}""" },
        { "B", "Arguments", """{ "a": "{% $states.context.Execution.`Input`.\"x\"[0] & 'y' %}", "b": [ "{% $n %}" ] }""" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_beginning_at_every_position_is_answered(string state, string field, string text)
    {
        CompletionPlace place = Draft.Place(Definition, state, field, CompletionText.Json, Shapes.Order);
        foreach ((string written, int caret) in Drafts(text))
        {
            ShouldBeSound(StringCompletion.Complete(place, written, caret), written, caret);
            ShouldBeSound(StringCompletion.Complete(place with { Text = CompletionText.String }, written, caret), written, caret);
            ShouldBeSound(StringCompletion.Complete(place with { Text = CompletionText.FieldName, Field = [] }, written, caret), written, caret);
        }
    }

    /// <summary>The text with the caret anywhere, cut off at any place, and with a piece cut out of it.</summary>
    private static IEnumerable<(string Text, int Caret)> Drafts(string text) => Enumerable.Range(0, text.Length + 1).SelectMany(caret => new[]
    {
        (text, caret),
        (text[..caret], caret),
        (text[..caret], caret / 2),
        (text.Remove(caret, System.Math.Min(5, text.Length - caret)), caret),
    });

    private static void ShouldBeSound(SuggestionList? list, string text, int caret)
    {
        if (list is null)
        {
            return;
        }

        list.Items.ShouldNotBeEmpty();
        (list.Range.Start <= caret && caret <= list.Range.End && list.Range.End <= text.Length).ShouldBeTrue($"{list.Range} does not hold {caret} in: {text}");
        list.Items.Select(item => item.Text).Distinct().Count().ShouldBe(list.Items.Length);
    }

    [Fact]
    public void Where_JSON_is_whole_it_is_read_as_it_is()
    {
        foreach (string text in Texts().Select(row => row.Data.Item3).Where(text => text[1] != '%'))
        {
            JsonSyntax draft = JsonDraftReader.Read(text, 0).Root;

            JsonWriter.Write(draft).ShouldBe(JsonWriter.Write(JsonParser.Parse(text).Root!));
        }
    }

    [Fact]
    public void Nesting_without_end_is_no_danger() =>
        StringCompletion.Complete(Draft.Place(Definition, "A", "Parameters", CompletionText.Json, null), string.Concat(Enumerable.Repeat("[{\"a\":", 20_000)), 119_999).ShouldBeNull();
}
