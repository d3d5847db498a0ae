using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Tests.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>
/// Each case is a definition and all that is wrong with it, as <c>id path → the characters pointed at</c>. A second finding in the wake of
/// the first one would fail the test.
/// </summary>
public class DefinitionCheckerTests
{
    private const string Ok = """{ "Type": "Succeed" }""";

    [Theory]
    [InlineData("TraceFunctions", null)]
    [InlineData("Trace Functions", "The state machine name 'Trace Functions' holds a blank")]
    [InlineData("", "The state machine name '' is empty")]
    public void The_name_of_the_machine_is_checked(string name, string? message)
    {
        StateMachine machine = DocumentTests.Read(Machine("A", $"\"A\": {Ok}"));

        ImmutableArray<Finding> findings = DefinitionChecker.Check(machine, new CreationTarget(name));

        findings.Select(finding => $"{finding.Rule.Id} {finding.Path} {finding.Message}").ShouldBe(message is null ? [] : ["SMG1008 / " + message]);
    }

    [Fact]
    public void State_names_are_not_empty_and_not_too_long()
    {
        string tooLong = new('n', 81);

        Findings.Check(Machine("", $$"""
            "": { "Type": "Pass", "Next": "{{tooLong}}" }, "{{tooLong}}": {{Ok}}
            """)).ShouldBe(["SMG1009 /States/ → \"\"", $"SMG1009 /States/{tooLong} → \"{tooLong}\""]);
    }

    [Fact]
    public void State_names_are_unique_in_the_whole_machine()
    {
        const string scope = """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""";

        Findings.Check(Machine("P", $$"""
            "P": { "Type": "Parallel", "Branches": [ {{scope}}, {{scope}} ], "Next": "M" },
            "M": { "Type": "Map", "ItemProcessor": {{scope}}, "End": true }
            """)).ShouldBe(["SMG1010 /States/P/Branches[1]/States/A → \"A\"", "SMG1010 /States/M/ItemProcessor/States/A → \"A\""]);
        Findings.Check(Machine("A", $$"""
            "A": {{Ok}}, "A": {{Ok}}
            """)).ShouldBe(["SMG1010 /States/A → \"A\""]);
    }

    [Theory]
    [InlineData("""{ "Type": "Pass", "End": true, "Resource": "arn:aws:states:::sns:publish" }""", "Resource", "a Pass state")]
    [InlineData("""{ "Type": "Pass", "End": true, "Reslut": 1 }""", "Reslut", "a Pass state")]
    [InlineData("""{ "Type": "Pass", "End": true, "Catch": [ { "Next": "nowhere" } ] }""", "Catch", "a Pass state")]
    [InlineData("""{ "Type": "Succeed", "Next": "A" }""", "Next", "a Succeed state")]
    [InlineData("""{ "Type": "Succeed", "End": true }""", "End", "a Succeed state")]
    [InlineData("""{ "Type": "Fail", "Next": "nowhere" }""", "Next", "a Fail state")]
    [InlineData("""{ "Type": "Pass", "End": true, "Output": 1 }""", "Output", "a Pass state whose query language is JSONPath")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "End": true, "Result": 1 }""", "Result", "a Pass state whose query language is JSONata")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Retry": [ { "ErrorEquals": ["E"], "Next": "A" } ] }""", "Next", "an entry of Retry")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Catch": [ { "ErrorEquals": ["E"], "Next": "A", "Result": 1 } ] }""", "Result", "an entry of Catch")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, "Catch": [ { "ErrorEquals": ["E"], "Next": "A", "Output": 1 } ] }""", "Output", "an entry of Catch of a state whose query language is JSONPath")]
    [InlineData("""{ "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish", "End": true, "Catch": [ { "ErrorEquals": ["E"], "Next": "A", "ResultPath": "$" } ] }""", "ResultPath", "an entry of Catch of a state whose query language is JSONata")]
    public void Fields_of_states_are_a_closed_list(string state, string field, string part)
    {
        Finding finding = Findings.Find(Machine("A", "\"A\": " + state)).Where(finding => finding.Rule != FlowRules.CatchIntoItself).ShouldHaveSingleItem();

        finding.Rule.ShouldBe(StructureRules.UnsupportedField);
        finding.Message.ShouldBe($"The field '{field}' is not supported on {part}");
        finding.Place.ShouldBeOfType<JsonMemberSyntax>().Name.ShouldBe(field);
        finding.Path.ShouldEndWith("/" + field);
    }

    [Fact]
    public void Fields_of_machines_branches_and_item_processors_are_closed_lists()
    {
        const string inner = "\"QueryLanguage\": \"JSONata\", \"StartAt\"";

        Findings.Check($$"""
            { "Name": "x", "StartAt": "P", "States": {
              "P": { "Type": "Parallel", "Branches": [ { {{inner}}: "B", "States": { "B": {{Ok}} } } ], "Next": "M" },
              "M": { "Type": "Map", "ItemProcessor": { {{inner}}: "I", "States": { "I": {{Ok}} } }, "End": true } } }
            """).ShouldBe(
            [
                "SMG1013 /Name → \"Name\"",
                "SMG1013 /States/P/Branches[0]/QueryLanguage → \"QueryLanguage\"",
                "SMG1013 /States/M/ItemProcessor/QueryLanguage → \"QueryLanguage\"",
            ]);
    }

    /// <summary>What a deployment fills in cannot be known.</summary>
    [Fact]
    public void Substitutions_stand_for_numbers() => Findings.Check($$"""
        { "TimeoutSeconds": "${Machine}", "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": "${Task}", "End": true,
          "Retry": [ { "ErrorEquals": ["E"], "MaxAttempts": "${Attempts}", "BackoffRate": "${Rate}" }, { "ErrorEquals": ["F"], "MaxAttempts": "${A}${B}" } ] } } }
        """).ShouldBe(["SMG6001 /States/A/Retry[1]/MaxAttempts → \"${A}${B}\""]);

    [Fact]
    public void Fields_within_states_are_closed_lists()
    {
        Findings.Check($$"""
            { "StartAt": "C", "States": {
              "C": { "Type": "Choice", "Default": "M", "Choices": [
                { "Variable": "$.a", "IsNul": true, "Next": "M", "Comment": "c", "Assign": {} },
                { "And": [ { "Not": { "Variable": "$.a", "IsNull": true, "Next": "M", "Comment": "c" } } ], "Next": "M" },
                { "Condition": true, "Next": "J" } ] },
              "J": { "Type": "Choice", "QueryLanguage": "JSONata", "Choices": [
                { "Condition": "{% $states.input.b %}", "Output": 1, "Assign": {}, "Next": "M" },
                { "Condition": true, "Variable": "$.a", "Next": "M" } ] },
              "M": { "Type": "Map", "End": true,
                "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputTyp": "CSV" }, "Config": 1 },
                "ItemBatcher": { "MaxItemsPerBatch": 1, "BatchInputs": {} },
                "ResultWriter": { "WriterConfig": { "OutputType": "JSON", "Output": 1 } },
                "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD", "Type": 1 }, "StartAt": "I", "States": { "I": {{Ok}} } } } } }
            """).ShouldBe(
            [
                "SMG1034 /States/C/Choices[0]/IsNul → \"IsNul\"",
                "SMG1013 /States/C/Choices[1]/And[0]/Not/Next → \"Next\"",
                "SMG1013 /States/C/Choices[2]/Condition → \"Condition\"",
                "SMG1013 /States/J/Choices[1]/Variable → \"Variable\"",
                "SMG1013 /States/M/ItemProcessor/ProcessorConfig/Type → \"Type\"",
                "SMG1013 /States/M/ItemReader/Config → \"Config\"",
                "SMG1013 /States/M/ItemReader/ReaderConfig/InputTyp → \"InputTyp\"",
                "SMG1013 /States/M/ItemBatcher/BatchInputs → \"BatchInputs\"",
                "SMG1013 /States/M/ResultWriter/WriterConfig/Output → \"Output\"",
            ]);
    }

    [Fact]
    public void The_query_language_of_the_machine_counts_for_nested_states_too() =>
        Findings.Check("""
            { "QueryLanguage": "JSONata", "StartAt": "P", "States": { "P": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "B", "States": { "B": { "Type": "Pass", "InputPath": "$", "End": true } } } ] } } }
            """).ShouldBe(["SMG1013 /States/P/Branches[0]/States/B/InputPath → \"InputPath\""]);

    [Fact]
    public void A_misspelt_query_language_does_not_condemn_the_fields_of_either() =>
        Findings.Check(Machine("A", """
            "A": { "Type": "Pass", "QueryLanguage": "jsonpath", "InputPath": "$", "Output": 1, "End": true }
            """)).ShouldBe(["SMG1032 /States/A/QueryLanguage → \"jsonpath\""]);

    [Theory]
    [InlineData("""{ "Next": "nowhere", "Whatever": 1 }""", "\"A\"", "The state 'A' has no Type;")]
    [InlineData("""{ "Type": "task" }""", "\"task\"", "is of the unknown Type \"task\";")]
    [InlineData("""{ "Type": 1 }""", "1", "is of the unknown Type 1;")]
    [InlineData("[]", "\"A\"", "is no JSON object;")]
    public void A_state_has_one_of_the_eight_types(string state, string place, string message)
    {
        string text = Machine("A", "\"A\": " + state);

        Findings.Check(text).ShouldHaveSingleItem().ShouldEndWith("→ " + place);
        Findings.Find(text)[0].Rule.ShouldBe(StructureRules.InvalidStateType);
        Findings.Find(text)[0].Message.ShouldContain(message);
    }

    [Theory]
    [InlineData("{}", "/ → {}")]
    [InlineData("""{ "StartAt": "A", "States": {} }""", "/ → {}")]
    [InlineData("""{ "StartAt": "A", "States": [1] }""", "/ → [1]")]
    public void A_machine_has_states(string text, string finding) => Findings.Check(text).ShouldBe(["SMG1015 " + finding]);

    [Fact]
    public void A_branch_and_an_item_processor_have_states_too()
    {
        string[] messages = [.. Findings.Find(Machine("P", """
            "P": { "Type": "Parallel", "Branches": [ {} ], "Next": "M" }, "M": { "Type": "Map", "ItemProcessor": { "States": {} }, "End": true }
            """)).Select(finding => finding.Message)];

        messages.ShouldBe(["The branch /States/P/Branches[0] has no states", "The item processor /States/M/ItemProcessor has no states"]);
    }

    [Fact]
    public void A_scope_says_where_it_starts() =>
        Findings.Check(Machine("P", $$"""
            "P": { "Type": "Parallel", "End": true, "Branches": [ { "States": { "A": {{Ok}}, "B": {{Ok}} } } ] }
            """).Replace("\"StartAt\": \"P\", ", "", StringComparison.Ordinal)).ShouldBe(
            [
                $$"""SMG2003 / → { "States": { "P": { "Type": "Parallel", "End": true, "Branches": [ { "States": { "A": {{Ok}}, "B": {{Ok}} } } ] } } }""",
                $$"""SMG2003 /States/P/Branches[0] → { "States": { "A": {{Ok}}, "B": {{Ok}} } }""",
            ]);

    [Theory]
    [InlineData("Pass", "")]
    [InlineData("Task", "\"Resource\": \"arn:aws:states:::sns:publish\", ")]
    [InlineData("Wait", "\"Seconds\": 1, ")]
    [InlineData("Parallel", "\"Branches\": [ { \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Succeed\" } } } ], ")]
    [InlineData("Map", "\"ItemProcessor\": { \"StartAt\": \"B\", \"States\": { \"B\": { \"Type\": \"Succeed\" } } }, ")]
    public void A_state_goes_on_or_ends(string type, string fields)
    {
        Findings.Check(Machine("A", $$"""
            "A": { {{fields}}"Type": "{{type}}" }, "Z": {{Ok}}
            """)).ShouldBe(["SMG2005 /States/A → \"A\""], "and nothing is said of Z, which A may have been meant to lead to");
        Findings.Check(Machine("A", $$"""
            "A": { {{fields}}"Type": "{{type}}", "End": false }
            """)).ShouldBe(["SMG2005 /States/A → false"]);
        Findings.Find(Machine("A", $$"""
            "A": { {{fields}}"Type": "{{type}}", "End": "true" }
            """)).ShouldHaveSingleItem().Message.ShouldBe("The state 'A' has neither Next nor an End that is true, so it leads nowhere");
        Findings.Check(Machine("A", $$"""
            "A": { {{fields}}"Type": "{{type}}", "Next": "Z", "End": true }, "Z": {{Ok}}
            """)).ShouldBe(["SMG2006 /States/A/End → \"End\""]);
        Findings.Check(Machine("A", $$"""
            "A": { {{fields}}"Type": "{{type}}", "Next": "Z", "End": false }, "Z": {{Ok}}
            """)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "/States/A → \"A\"", "it has no rules")]
    [InlineData(", \"Choices\": []", "/States/A → []", "it has no rules")]
    [InlineData(", \"Choices\": {}", "/States/A → {}", "it has no rules")]
    [InlineData(", \"Choices\": [ 1 ]", "/States/A/Choices[0] → 1", "a rule must be a JSON object")]
    [InlineData(", \"Choices\": [ { \"Variable\": \"$.a\", \"IsNull\": true } ]", "/States/A/Choices[0] → { \"Variable\": \"$.a\", \"IsNull\": true }", "this rule has no Next")]
    public void A_choice_has_rules_that_say_where_to_go(string choices, string place, string message)
    {
        string text = Machine("A", $$"""
            "A": { "Type": "Choice"{{choices}}, "Default": "Z" }, "Y": {{Ok}}, "Z": {{Ok}}
            """);

        Findings.Check(text).ShouldBe(["SMG2012 " + place], "and Y, which a rule may have been meant to lead to, is not called unreachable");
        Findings.Find(text)[0].Message.ShouldBe("The Choice state 'A' does not say where to go: " + message);
    }

    [Fact]
    public void Every_state_is_reachable_from_the_start() =>
        Findings.Check(Machine("A", $$"""
            "A": { "Type": "Pass", "End": true },
            "Lonely": {{Ok}},
            "Self": { "Type": "Pass", "Next": "Self" },
            "Ping": { "Type": "Pass", "Next": "Pong" },
            "Pong": { "Type": "Pass", "Next": "Ping" },
            "Into": { "Type": "Pass", "Next": "A" }
            """)).ShouldBe(
            [
                "SMG2008 /States/Lonely → \"Lonely\"",
                "SMG2008 /States/Self → \"Self\"",
                "SMG2008 /States/Ping → \"Ping\"",
                "SMG2008 /States/Pong → \"Pong\"",
                "SMG2008 /States/Into → \"Into\"",
            ]);

    [Fact]
    public void Next_Default_choices_and_catchers_all_lead_on() =>
        Findings.Check(Machine("C", $$"""
            "C": { "Type": "Choice", "Default": "D", "Choices": [ { "Variable": "$.a", "IsPresent": true, "Next": "R" } ] },
            "D": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Catch": [ { "ErrorEquals": ["E"], "Next": "X" } ], "Next": "N" },
            "R": {{Ok}}, "X": {{Ok}}, "N": {{Ok}}
            """)).ShouldBeEmpty();

    [Fact]
    public void Reachability_is_asked_for_in_every_scope() =>
        Findings.Check(Machine("P", $$"""
            "P": { "Type": "Parallel", "Next": "M", "Branches": [ { "StartAt": "A", "States": { "A": {{Ok}}, "B": {{Ok}} } } ] },
            "M": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "I", "States": { "I": {{Ok}}, "J": {{Ok}} } } }
            """)).ShouldBe(["SMG2008 /States/P/Branches[0]/States/B → \"B\"", "SMG2008 /States/M/ItemProcessor/States/J → \"J\""]);

    [Fact]
    public void The_machine_has_a_state_that_ends_it()
    {
        const string loop = "\"StartAt\": \"I\", \"States\": { \"I\": { \"Type\": \"Pass\", \"Next\": \"I\" } }";

        Findings.Check(Machine("A", """
            "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Pass", "Next": "A" }, "C": { "Type": "Pass", "Next": "C" }
            """)).Select(finding => finding[..9]).ShouldBe(["SMG2009 /"], "AWS asks for no reachability then");
        Findings.Check(Machine("P", $$"""
            "P": { "Type": "Parallel", "Branches": [ { {{loop}} } ], "End": true }
            """)).Select(finding => finding[..30]).ShouldBe(["SMG2014 /States/P/Branches[0] →"[..30]], "AWS asks for it at the top level only");
    }

    [Theory]
    [InlineData("\"Next\": \"Nowhere\"", "Next must name a state of the same scope, and there is no state 'Nowhere'")]
    [InlineData("\"Next\": 1", "Next must name a state of the same scope, and 1 is no name")]
    [InlineData("\"Next\": \"a\"", "Next must name a state of the same scope, and there is no state 'a'")]
    [InlineData("\"Next\": \"B\"", "Next must name a state of the same scope, and 'B' belongs to another scope (/States/P/Branches[0]/States/B)")]
    public void A_target_is_a_state_of_the_same_scope(string next, string message)
    {
        Finding finding = Findings.Find(Machine("A", $$"""
            "A": { "Type": "Pass", {{next}} }, "P": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": {{Ok}} } } ], "End": true }
            """)).ShouldHaveSingleItem("P is not called unreachable as well");

        finding.Rule.ShouldBe(TransitionRules.MissingTarget);
        finding.Message.ShouldBe(message);
        finding.Path.ShouldBe("/States/A/Next");
    }

    [Fact]
    public void All_kinds_of_transitions_have_their_target_checked() =>
        Findings.Check(Machine("0", """
            "C": { "Type": "Choice", "Default": "1", "Choices": [ { "Variable": "$.a", "IsPresent": true, "Next": "2" } ] },
            "D": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Catch": [ { "ErrorEquals": ["E"], "Next": "3" } ], "Next": "4" }
            """)).ShouldBe(
            [
                "SMG2010 /StartAt → \"0\"",
                "SMG2010 /States/C/Default → \"1\"",
                "SMG2010 /States/C/Choices[0]/Next → \"2\"",
                "SMG2010 /States/D/Next → \"4\"",
                "SMG2010 /States/D/Catch[0]/Next → \"3\"",
            ]);

    [Fact]
    public void A_transition_out_of_a_branch_is_no_transition() =>
        Findings.Check(Machine("P", $$"""
            "P": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Pass", "Next": "Z" } } } ], "Next": "Z" }, "Z": {{Ok}}
            """)).ShouldBe(["SMG2010 /States/P/Branches[0]/States/B/Next → \"Z\""]);

    [Theory]
    [InlineData("Retry", "{}", "/States/A/Retry → {}", "Retry names no error: it must be an array of entries with ErrorEquals")]
    [InlineData("Retry", "[ 1 ]", "/States/A/Retry[0] → 1", "This entry of Retry names no error: it must be an object with ErrorEquals")]
    [InlineData("Retry", "[ { \"MaxAttempts\": 1 } ]", "/States/A/Retry[0] → { \"MaxAttempts\": 1 }", "This entry of Retry names no error: ErrorEquals is missing")]
    [InlineData("Retry", "[ { \"ErrorEquals\": [] } ]", "/States/A/Retry[0]/ErrorEquals → []", "This entry of Retry names no error: ErrorEquals is empty")]
    [InlineData("Catch", "[ { \"ErrorEquals\": \"E\", \"Next\": \"B\" } ]", "/States/A/Catch[0]/ErrorEquals → \"E\"", "This entry of Catch names no error: ErrorEquals must be an array of strings")]
    [InlineData("Catch", "[ { \"ErrorEquals\": [\"E\", 1], \"Next\": \"B\" } ]", "/States/A/Catch[0]/ErrorEquals → [\"E\", 1]", "This entry of Catch names no error: ErrorEquals must be an array of strings")]
    public void An_entry_names_its_errors(string field, string entries, string place, string message)
    {
        string text = Handling($"\"{field}\": {entries}");

        Findings.Check(text).ShouldBe(["SMG3001 " + place]);
        Findings.Find(text)[0].Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("Retry", "")]
    [InlineData("Catch", ", \"Next\": \"B\"")]
    public void States_ALL_stands_alone_and_last(string field, string next)
    {
        string all = $$"""{ "ErrorEquals": ["States.ALL"]{{next}} }""";
        string one = $$"""{ "ErrorEquals": ["E"]{{next}} }""";
        string mixed = $$"""{ "ErrorEquals": ["E", "States.ALL"]{{next}} }""";

        Findings.Check(Handling($"\"{field}\": [ {one}, {all} ]")).ShouldBeEmpty();
        Findings.Check(Handling($"\"{field}\": [ {one}, {mixed} ]")).ShouldBe([$"SMG3002 /States/A/{field}[1]/ErrorEquals[1] → \"States.ALL\""]);
        Findings.Check(Handling($"\"{field}\": [ {all}, {one}, {one} ]")).ShouldBe([$"SMG3003 /States/A/{field}[1] → {one}"], "one misplaced entry is one fault");
        Findings.Check(Handling($"\"{field}\": [ {all}, {all} ]")).ShouldBe([$"SMG3003 /States/A/{field}[1] → {all}"]);
    }

    [Fact]
    public void A_catcher_says_where_to_go() =>
        Findings.Check(Handling("\"Catch\": [ { \"ErrorEquals\": [\"E\"] } ]")).ShouldBe(["SMG3007 /States/A/Catch[0] → { \"ErrorEquals\": [\"E\"] }"]);

    [Theory]
    [InlineData("", "/States/A → \"A\"")]
    [InlineData(", \"Resource\": \"\"", "/States/A/Resource → \"\"")]
    [InlineData(", \"Resource\": [ ]", "/States/A/Resource → [ ]")]
    public void A_task_names_its_resource(string resource, string place) =>
        Findings.Check(Machine("A", $$"""
            "A": { "Type": "Task"{{resource}}, "End": true }
            """)).ShouldBe(["SMG5001 " + place]);

    [Theory]
    [InlineData("TimeoutSeconds", "0", "an integer from 1 to 99,999,999")]
    [InlineData("TimeoutSeconds", "100000000", "an integer from 1 to 99,999,999")]
    [InlineData("HeartbeatSeconds", "-1", "an integer from 1 to 99,999,999")]
    [InlineData("HeartbeatSeconds", "1.5", "an integer from 1 to 99,999,999")]
    [InlineData("TimeoutSeconds", "\"{% 5 %}\"", "an integer from 1 to 99,999,999")]
    [InlineData("IntervalSeconds", "0", "an integer from 1 to 99,999,999")]
    [InlineData("MaxAttempts", "-1", "an integer from 0 to 99,999,999")]
    [InlineData("MaxAttempts", "null", "an integer from 0 to 99,999,999")]
    [InlineData("BackoffRate", "0.9", "a number of at least 1")]
    [InlineData("BackoffRate", "\"2\"", "a number of at least 1")]
    [InlineData("MaxDelaySeconds", "31622401", "an integer from 1 to 31,622,400")]
    public void Numbers_have_ranges(string field, string value, string range)
    {
        bool isOfTask = field is "TimeoutSeconds" or "HeartbeatSeconds";

        Finding finding = Findings.Find(Handling(isOfTask ? $"\"{field}\": {value}" : $"\"Retry\": [ {{ \"ErrorEquals\": [\"E\"], \"{field}\": {value} }} ]"))
            .ShouldHaveSingleItem();

        finding.Rule.ShouldBe(LimitRules.NumberOutOfRange);
        finding.Message.ShouldBe($"{field} must be {range}, not {value}");
        finding.Path.ShouldBe(isOfTask ? "/States/A/" + field : "/States/A/Retry[0]/" + field);
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\": 99999999, \"HeartbeatSeconds\": 1")]
    [InlineData("\"TimeoutSeconds\": 5.0")]
    [InlineData("\"QueryLanguage\": \"JSONata\", \"TimeoutSeconds\": \"{% 5 %}\"")]
    [InlineData("\"Retry\": [ { \"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 1, \"MaxAttempts\": 0, \"BackoffRate\": 1, \"MaxDelaySeconds\": 31622400 } ]")]
    public void The_ends_of_the_ranges_belong_to_them(string fields) => Findings.Check(Handling(fields)).ShouldBeEmpty();

    [Fact]
    public void The_times_of_machines_and_waits_have_ranges()
    {
        Findings.Check("""{ "TimeoutSeconds": 0, "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": -1, "End": true } } }""")
            .ShouldBe(["SMG6001 /TimeoutSeconds → 0", "SMG6001 /States/W/Seconds → -1"]);
        Findings.Check("""{ "TimeoutSeconds": 99999999, "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 0, "End": true } } }""").ShouldBeEmpty();
        Findings.Check("""{ "TimeoutSeconds": "{% 1 %}", "QueryLanguage": "JSONata", "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": "{% 1 %}", "End": true } } }""")
            .ShouldBe(["SMG6001 /TimeoutSeconds → \"{% 1 %}\""]);
    }

    [Fact]
    public void Any_json_object_can_be_checked()
    {
        const string text = """
            { "StartAt": "P", "TimeoutSeconds": 5, "States": { "P": { "Type": "Parallel", "Branches": [ { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } } ],
              "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "C" } ], "Retry": [ { "ErrorEquals": ["E"], "MaxAttempts": 1 } ], "Next": "C" },
              "C": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsNull": true, "Next": "M" } ], "Default": "P" },
              "M": { "Type": "Map", "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } }, "End": true } } }
            """;
        string[] values = ["null", "1", "\"x\"", "[]", "{}", "[{}]", "[null]", "{\"x\":null}", "true"];
        Findings.Find(text).ShouldBeEmpty();
        int variants = 0;
        foreach (JsonSyntax node in Values(JsonParser.Parse(text).Root!))
        {
            foreach (string value in values)
            {
                string variant = text.Remove(node.Range.Start, node.Range.Length).Insert(node.Range.Start, value);
                if (Definition.Read(variant).Machine is { } machine)
                {
                    foreach (Finding finding in DefinitionChecker.Check(machine, new CreationTarget("M")))
                    {
                        finding.Path.ShouldStartWith("/");
                        finding.Message.ShouldNotContain("{0}");
                        variants++;
                    }
                }
            }
        }

        variants.ShouldBeGreaterThan(300);
    }

    private static IEnumerable<JsonSyntax> Values(JsonSyntax node) => node switch
    {
        JsonObjectSyntax @object => @object.Members.SelectMany(member => Values(member.Value)).Prepend(node),
        JsonArraySyntax array => array.Items.SelectMany(Values).Prepend(node),
        _ => [node],
    };

    private static string Machine(string startAt, string states) => $$"""{ "StartAt": "{{startAt}}", "States": { {{states.Trim()}} } }""";

    private static string Handling(string fields) => Machine("A", $$"""
        "A": { "Type": "Task", "Resource": "${X}", {{fields}}, "Next": "B" }, "B": {{Ok}}
        """);
}
