using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Document;

public class DocumentTests
{
    private const string Everything = """
        {
          "Comment": "all", "Version": "1.0", "QueryLanguage": "JSONPath", "TimeoutSeconds": 60, "StartAt": "T",
          "States": {
            "T": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "TimeoutSeconds": 5, "HeartbeatSecondsPath": "$.h", "ResultPath": null,
                   "Retry": [ { "ErrorEquals": ["E", "F"], "IntervalSeconds": 2, "MaxAttempts": 0, "BackoffRate": 1.5, "MaxDelaySeconds": 9, "JitterStrategy": "FULL" } ],
                   "Catch": [ { "ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "F" } ], "Next": "P" },
            "P": { "Type": "Pass", "Result": [1], "Next": "C" },
            "C": { "Type": "Choice", "Default": "W", "Choices": [ { "And": [ { "Variable": "$.a", "IsPresent": true }, { "Not": { "Variable": "$.a", "NumericLessThan": 3 } } ], "Next": "L" } ] },
            "W": { "Type": "Wait", "Seconds": 0, "Next": "S" },
            "S": { "Type": "Succeed" },
            "F": { "Type": "Fail", "Error": "E", "CausePath": "$.c" },
            "L": { "Type": "Parallel", "End": true, "Branches": [ { "StartAt": "B0", "States": { "B0": { "Type": "Succeed" } } }, { "StartAt": "B1", "States": { "B1": { "Type": "Fail" } } } ] },
            "M": { "Type": "Map", "MaxConcurrency": 3, "ItemProcessor": { "ProcessorConfig": { "Mode": "INLINE" }, "StartAt": "I", "States": { "I": { "Type": "Succeed" } } }, "End": true }
          }
        }
        """;

    private static readonly StateMachine s_machine = Read(Everything);

    [Fact]
    public void The_machine_has_its_fields_and_its_states_in_order()
    {
        s_machine.Comment.ShouldBe("all");
        s_machine.Version.ShouldBe("1.0");
        s_machine.TimeoutSeconds.ShouldBe(60);
        s_machine.QueryLanguage.ShouldBe(QueryLanguage.JSONPath);
        s_machine.StartAt.ShouldBe("T");
        s_machine.States.Select(state => $"{state.Name}:{state.Type}")
            .ShouldBe(["T:Task", "P:Pass", "C:Choice", "W:Wait", "S:Succeed", "F:Fail", "L:Parallel", "M:Map"]);
        s_machine.FindState("B0").ShouldBeNull("nested states belong to another scope");
    }

    [Fact]
    public void A_task_has_its_fields()
    {
        TaskState task = State<TaskState>("T");

        task.Resource.ShouldBe("arn:aws:states:::sns:publish");
        JsonWriter.WriteCompact(task.TimeoutSeconds!).ShouldBe("5");
        task.HeartbeatSeconds.ShouldBeNull();
        task.HeartbeatSecondsPath.ShouldBe("$.h");
        task.ResultPath.ShouldBeOfType<JsonNullSyntax>("a null that is written is not the same as a field that is absent");
        task.Next.ShouldBe("P");
        task.End.ShouldBeFalse();
        task.IsTerminal.ShouldBeFalse();

        Retrier retrier = task.Retry.ShouldHaveSingleItem();
        retrier.ErrorEquals.ShouldBe(["E", "F"]);
        (retrier.IntervalSeconds, retrier.MaxAttempts, retrier.BackoffRate, retrier.MaxDelaySeconds, retrier.JitterStrategy)
            .ShouldBe((2, 0, 1.5, 9, "FULL"));
        retrier.Path.ShouldBe("/States/T/Retry[0]");

        Catcher catcher = task.Catch.ShouldHaveSingleItem();
        catcher.ErrorEquals.ShouldBe(["States.ALL"]);
        catcher.Next.ShouldBe("F");
        catcher.PathOf("Next").ShouldBe("/States/T/Catch[0]/Next");
    }

    [Fact]
    public void A_choice_has_its_rules()
    {
        ChoiceRule rule = State<ChoiceState>("C").Choices.ShouldHaveSingleItem();

        State<ChoiceState>("C").Default.ShouldBe("W");
        rule.Next.ShouldBe("L");
        rule.Comparison.ShouldBeNull();
        rule.And.Length.ShouldBe(2);
        rule.And[0].Comparison.ShouldNotBeNull().Operator.Name.ShouldBe("IsPresent");
        ChoiceRule not = rule.And[1].Not.ShouldNotBeNull();
        not.Variable.ShouldBe("$.a");
        not.Path.ShouldBe("/States/C/Choices[0]/And[1]/Not");
    }

    [Fact]
    public void Nested_scopes_have_paths_as_AWS_writes_them()
    {
        ParallelState parallel = State<ParallelState>("L");
        parallel.Containers.Select(branch => branch.States[0].Path).ShouldBe(["/States/L/Branches[0]/States/B0", "/States/L/Branches[1]/States/B1"]);

        MapState map = State<MapState>("M");
        map.ItemProcessor!.States[0].Path.ShouldBe("/States/M/ItemProcessor/States/I");
        map.ItemProcessor.ProcessorConfig!.Find("Mode").ShouldNotBeNull();
        s_machine.Path.ShouldBe("");
    }

    [Fact]
    public void The_old_name_of_the_item_processor_is_read_too()
    {
        var map = (MapState)Read("""{"States":{"M":{"Type":"Map","Iterator":{"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}}}""").States[0];

        map.ItemProcessor!.States[0].Path.ShouldBe("/States/M/Iterator/States/I");
    }

    [Fact]
    public void Terminal_states_are_those_with_End_and_those_that_end_by_type() =>
        s_machine.States.Where(state => state.IsTerminal).Select(state => state.Name).ShouldBe(["S", "F", "L", "M"]);

    [Fact]
    public void Values_of_a_wrong_type_read_as_absent_and_stay_in_the_syntax()
    {
        StateMachine machine = Read("""
            { "StartAt": 1, "TimeoutSeconds": "60", "Comment": null,
              "States": { "A": { "Type": "Task", "Resource": {}, "Next": [], "End": "true", "Retry": {}, "Catch": [ 1, { "ErrorEquals": "E", "Next": null }, { "ErrorEquals": [ 1, "E" ] } ] } } }
            """);

        machine.StartAt.ShouldBeNull();
        machine.TimeoutSeconds.ShouldBeNull();
        machine.Comment.ShouldBeNull();
        machine.Field("TimeoutSeconds")!.Value.ShouldBeOfType<JsonStringSyntax>();
        var task = (TaskState)machine.States[0];
        task.Resource.ShouldBeNull();
        task.Next.ShouldBeNull();
        task.End.ShouldBeFalse();
        task.Retry.ShouldBeEmpty();
        task.Catch.Select(catcher => catcher.Path).ShouldBe(["/States/A/Catch[1]", "/States/A/Catch[2]"], "an entry keeps its index");
        task.Catch[0].ErrorEquals.ShouldBeEmpty();
        task.Catch[1].ErrorEquals.ShouldBe(["E"]);
    }

    [Theory]
    [InlineData("""{ "Type": "task" }""")]
    [InlineData("""{ "Type": 1 }""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    public void A_state_of_no_known_type_is_kept(string state)
    {
        State unknown = Read($$"""{ "States": { "A": {{state}} } }""").States.ShouldHaveSingleItem();

        unknown.ShouldBeOfType<UnknownState>().Type.ShouldBeNull();
        unknown.Name.ShouldBe("A");
    }

    [Fact]
    public void States_is_empty_when_it_is_no_object()
    {
        Read("{}").States.ShouldBeEmpty();
        Read("""{ "States": [] }""").States.ShouldBeEmpty();
    }

    [Fact]
    public void Doubled_names_are_kept_and_the_last_one_is_found()
    {
        StateMachine machine = Read("""{ "States": { "A": { "Type": "Pass" }, "A": { "Type": "Fail" } } }""");

        machine.States.Length.ShouldBe(2);
        machine.FindState("A").ShouldBeOfType<FailState>();
    }

    [Theory]
    [InlineData("{}", QueryLanguage.JSONPath)]
    [InlineData("""{ "QueryLanguage": "JSONPath" }""", QueryLanguage.JSONPath)]
    [InlineData("""{ "QueryLanguage": "JSONata" }""", QueryLanguage.JSONata)]
    [InlineData("""{ "QueryLanguage": "jsonpath" }""", QueryLanguage.JSONata)]
    [InlineData("""{ "QueryLanguage": 1 }""", QueryLanguage.JSONata)]
    public void Every_query_language_but_the_exact_word_JSONPath_is_read_as_JSONata(string text, QueryLanguage language) =>
        Read(text).QueryLanguage.ShouldBe(language);

    [Fact]
    public void Text_that_is_no_json_object_is_refused_with_its_place()
    {
        Definition.Read("[]").Error.ShouldNotBeNull().Message.ShouldBe("A definition is a JSON object");
        Definition.Read("{").Error.ShouldNotBeNull().Range.Start.ShouldBe(1);
        Definition.Read("null").Machine.ShouldBeNull();
    }

    internal static StateMachine Read(string text)
    {
        DefinitionReadResult result = Definition.Read(text);
        result.Error.ShouldBeNull(text);
        return result.Machine!;
    }

    private static T State<T>(string name)
        where T : State =>
        s_machine.FindState(name).ShouldBeOfType<T>();
}
