using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Definitions that AWS or other tools judged, and those that AWS ran.</summary>
public class ValidationTests
{
    /// <summary>Invalid for their source, and not refused here: the reason for each.</summary>
    private static readonly Dictionary<string, string> s_accepted = new()
    {
        ["aslv:invalid-jsonata-surround-syntax-no-spaces.json"] = "AWS asks for no blanks within {% %}; it is the style of one tool.",
        ["aslv:invalid-math-add.json"] = "A text that is no number is found by AWS when it runs, so it is a warning.",
        ["aslv:invalid-task-alias-function.json"] = "The alias of a function; no recording says that AWS looks at it before it runs.",
    };

    /// <summary>Valid for their source, and refused here: the reason for each.</summary>
    private static readonly Dictionary<string, string> s_refused = new()
    {
        ["aslv:valid-map-with-item-batcher-jsonata.json"] = "A state of a JSONata machine goes back to JSONPath, which AWS refuses in a recording.",
        ["aslv:valid-task-intrisic-function.json"] = "The resource is an object, which only CloudFormation turns into a text.",
        ["statelint:077:StateMachineLint should allow Credentials in Task"] = "Credentials have 'roleArn', and AWS asks for 'RoleArn' in a recording.",
        ["cfnlint:Test functions"] = "Credentials have no RoleArn, which AWS asks for in a recording.",
        ["asls:documentSucceedFailTerminalState"] = "Two states have one name, which AWS refuses in any two scopes (DUPLICATE_STATE_NAME).",
        ["cfnlint:Choices"] = "Transitions lead to a state that there is none of.",
        ["asls:stateLevelJsonataDocument"] = "'$' stands at the top level of an expression, which AWS refuses.",
        ["aslv:valid-assign.asl.json"] = "A variable is called 'top-level', which the specification does not allow.",
        ["asls:documentTaskJSONata"] = "$states has no member 'function', and 'result' not in Arguments.",
    };

    /// <summary>The warnings in what others published: the rule, how often it warns, and why it is right.</summary>
    private static readonly Dictionary<string, (int Count, string Reason)> s_published = new()
    {
        ["SMG1043"] = (1, "Fields are selected from a result that ResultPath drops."),
        ["SMG2019"] = (1, "A rule for one value stands behind one for all values but another."),
        ["SMG2022"] = (6, "No Default, and rules for some texts or numbers only."),
        ["SMG3026"] = (1, "The Catch is for States.TaskFailed, and the task has a timeout."),
        ["SMG3028"] = (4, "An error name of the language is misspelt."),
        ["SMG3029"] = (3, "Errors of the machine's own begin with 'States.'."),
        ["SMG4019"] = (6, "A path is passed on as text where '.$' was forgotten."),
        ["SMG4020"] = (1, "A field with '.$' in the Result of a Pass state, which is not evaluated."),
        ["SMG4038"] = (1, "The token of a task that waits for none."),
        ["SMG5017"] = (22, "Tasks wait for a token for a year at most, since they have no timeout."),
        ["SMG5018"] = (1, "A heartbeat of a task for which nobody sends any."),
    };

    [Fact]
    public void Every_invalid_definition_has_an_error()
    {
        List<string> missed = [];
        foreach (JsonElement @case in Machines(isValid: false))
        {
            if (Definitions.Errors(Definitions.Check(@case)).Length == 0)
            {
                missed.Add(Definitions.Id(@case));
            }
        }

        missed.Order().ShouldBe(s_accepted.Keys.Order());
    }

    [Fact]
    public void No_valid_definition_has_an_error()
    {
        List<string> wrong = [];
        foreach (JsonElement @case in Machines(isValid: true))
        {
            if (Definitions.Errors(Definitions.Check(@case)).Length > 0)
            {
                wrong.Add(Definitions.Id(@case));
                @case.GetProperty("trust").GetString().ShouldNotBe("aws-recorded", Definitions.Id(@case));
            }
        }

        wrong.Order().ShouldBe(s_refused.Keys.Order());
    }

    /// <summary>What was recorded of ValidateStateMachineDefinition and CreateStateMachine is said with the same codes, words and places.</summary>
    [Fact]
    public void The_diagnostics_of_AWS_are_said_as_AWS_says_them()
    {
        int compared = 0;
        foreach (JsonElement @case in Machines(isValid: false).Where(@case => @case.GetProperty("trust").GetString() == "aws-recorded"))
        {
            string[] recorded = @case.TryGetProperty("diagnostics", out JsonElement diagnostics)
                ? [.. diagnostics.EnumerateArray().Select(each => $"{each.GetProperty("code")}: {each.GetProperty("message").GetString()!.TrimEnd()} at {each.GetProperty("location")}")]
                : [$"{@case.GetProperty("aws_code")}: {@case.GetProperty("aws_message")}"];
            Definitions.Find(@case).Where(finding => finding.Rule.Severity == RuleSeverity.Error)
                .Select(finding => $"{finding.AwsCode}: {finding.AwsMessage} at {finding.AwsLocation}")
                .ShouldBe(recorded, Definitions.Id(@case));
            compared++;
        }

        compared.ShouldBe(12);
    }

    [Theory]
    [InlineData("exec_aws.jsonl", 529)]
    [InlineData("exec_aws_tasks.jsonl", 89)]
    [InlineData("exec_aws_s3.jsonl", 14)]
    [InlineData("variable_refs_aws.jsonl", 7)]
    [InlineData("teststate_aws.jsonl", 119)]
    public void What_AWS_ran_has_no_error(string file, int count)
    {
        int ran = 0;
        foreach (JsonElement @case in Corpus.Read(file))
        {
            JsonElement definition = @case.GetProperty("definition");
            bool isState = definition.ValueKind == JsonValueKind.Object && !definition.TryGetProperty("States", out _);
            string text = isState ? Definitions.Around(definition) : Definitions.Text(@case);
            if (!(@case.TryGetProperty("expect", out JsonElement expected) && expected.GetRawText().Contains("\"InvalidDefinition\"", System.StringComparison.Ordinal)))
            {
                Definitions.Errors(Definitions.Check(@case, text)).ShouldBeEmpty(Definitions.Id(@case));
            }

            ran++;
        }

        ran.ShouldBe(count);
    }

    [Fact]
    public void What_others_published_has_no_error_and_the_warnings_that_are_right()
    {
        Rule[] found = [.. Corpus.Read("realworld.jsonl").SelectMany(Definitions.Check)];
        Definitions.Errors(found).ShouldBeEmpty();
        found.Where(rule => rule.Severity == RuleSeverity.Warning).CountBy(rule => rule.Id).OrderBy(each => each.Key)
            .ShouldBe(s_published.OrderBy(each => each.Key).Select(each => KeyValuePair.Create(each.Key, each.Value.Count)));
    }

    /// <summary>Faults of the rule table that are no JSON, for which there is no document to check.</summary>
    [Fact]
    public void A_text_that_is_no_definition_breaks_a_rule_of_its_own()
    {
        JsonElement[] texts = [.. Corpus.Read("rules.jsonl").Where(@case => @case.GetProperty("rules").EnumerateArray()
            .Any(rule => rule.GetProperty("rule") is { ValueKind: JsonValueKind.Number } number && number.GetInt32() <= 2))];
        texts.ShouldNotBeEmpty();
        texts.ShouldAllBe(@case => Definitions.Check(@case).Single().Id == "SMG1007");
    }

    private static IEnumerable<JsonElement> Machines(bool isValid) => Corpus.Read("validate.jsonl").Where(@case =>
        @case.GetProperty("scope").GetString() == "machine" && @case.GetProperty("valid").GetBoolean() == isValid);
}
