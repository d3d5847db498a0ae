using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing.Coverage;

public class ElementTests
{
    [Fact]
    public async Task Each_way_out_of_a_state_is_an_element_of_its_own()
    {
        MachineCoverage machine = await Covered.RunAsync(
            Covered.Order,
            options => options.Mock("Charge", Reply.Fail("Busy"), Reply.ReturnJson("1")),
            """{ "total": 200 }""",
            """{ "total": 1 }""",
            """{ "total": 1, "gift": true }""");
        machine.Counts().ShouldBe(
        [
            "/States/Route 3", "/States/Route/Choices/0 1/2", "/States/Route/Choices/0/Next 1", "/States/Route/Choices/1 1/1", "/States/Route/Choices/1/Next 1",
            "/States/Route/Default 1",
            "/States/Charge 1", "/States/Charge/Next 0", "/States/Charge/Catch/0 1", "/States/Charge/Catch/0/Next 1",
            "/States/Decline 1", "/States/Done 2",
        ]);
    }

    [Fact]
    public async Task Elements_have_names_that_people_understand()
    {
        MachineCoverage machine = await Covered.RunAsync(Covered.Order, null, """{ "total": 1 }""");
        machine.Elements.Select(element => element.Name).ShouldBe(
        [
            "Route", "Route -> Charge (Choices 0: $.total > 100)", "Route -> Charge (Choices 0: $.total > 100)",
            "Route -> Done (Choices 1: $.gift is present)", "Route -> Done (Choices 1: $.gift is present)", "Route -> Done (Default)",
            "Charge", "Charge -> Done", "Charge -> Decline (Catch 0: States.Timeout, Busy)", "Charge -> Decline (Catch 0: States.Timeout, Busy)",
            "Decline", "Done",
        ]);
        machine.Uncovered.Select(element => element.Pointer).ShouldContain("/States/Decline");
        machine.Totals.ShouldBe(new CoverageTotals(new(2, 4), new(1, 5), new(0, 1), new(0, 2)));
    }

    [Fact]
    public async Task A_visit_with_retries_is_one_visit()
    {
        MachineCoverage machine = await Covered.RunAsync(
            """
            { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:a",
              "Retry": [ { "ErrorEquals": [ "Busy" ] } ], "End": true } } }
            """,
            options => options.Mock("A", Reply.Fail("Busy"), Reply.Fail("Busy"), Reply.ReturnJson("1")));
        machine.Counts().ShouldBe(["/States/A 1", "/States/A/End 1"]);
    }

    [Fact]
    public async Task States_of_branches_and_of_nested_maps_are_counted_for_each_run_of_theirs()
    {
        MachineCoverage machine = await Covered.RunAsync(
            """
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } },
              { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$.items", "End": true, "ItemProcessor": {
                "StartAt": "Item", "States": { "Item": { "Type": "Pass", "Next": "Last" }, "Last": { "Type": "Wait", "Seconds": 1, "End": true } } } } } } ] } } }
            """,
            null,
            """{ "items": [ 1, 2, 3 ] }""");
        machine.Counts().ShouldBe(
        [
            "/States/Both 1", "/States/Both/End 1",
            "/States/Both/Branches/0/States/One 1", "/States/Both/Branches/0/States/One/End 1",
            "/States/Both/Branches/1/States/Each 1", "/States/Both/Branches/1/States/Each/End 1",
            "/States/Both/Branches/1/States/Each/ItemProcessor/States/Item 3", "/States/Both/Branches/1/States/Each/ItemProcessor/States/Item/Next 3",
            "/States/Both/Branches/1/States/Each/ItemProcessor/States/Last 3", "/States/Both/Branches/1/States/Each/ItemProcessor/States/Last/End 3",
        ]);
    }

    [Fact]
    public async Task Items_of_a_distributed_map_are_counted_and_its_failure_too()
    {
        MachineCoverage machine = await Covered.RunAsync(
            """
            { "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
              "Catch": [ { "ErrorEquals": [ "Other" ], "Next": "Ok" }, { "ErrorEquals": [ "States.ALL" ], "Next": "Ok" } ],
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
              "StartAt": "Item", "States": { "Item": { "Type": "Fail", "Error": "Bad" } } } }, "Ok": { "Type": "Succeed" } } }
            """,
            null,
            "[ 1 ]");
        machine.Counts().ShouldBe(
        [
            "/States/Each 1", "/States/Each/End 0", "/States/Each/Catch/0 0", "/States/Each/Catch/0/Next 0", "/States/Each/Catch/1 1", "/States/Each/Catch/1/Next 1",
            "/States/Each/ItemProcessor/States/Item 1", "/States/Ok 1",
        ]);
    }

    [Fact]
    public async Task A_catcher_that_fails_itself_matched_and_led_nowhere()
    {
        MachineCoverage machine = await Covered.RunAsync(
            """
            { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
              "A": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:a", "End": true,
                "Catch": [ { "ErrorEquals": [ "Busy" ], "Output": "{% $states.errorOutput.x.y + 'a' %}", "Next": "B" } ] },
              "B": { "Type": "Succeed" } } }
            """,
            options => options.Mock("A", Reply.Fail("Busy")));
        machine.Counts().ShouldBe(["/States/A 1", "/States/A/End 0", "/States/A/Catch/0 1", "/States/A/Catch/0/Next 0", "/States/B 0"]);
    }

    [Fact]
    public async Task A_condition_in_JSONata_that_fails_is_neither_a_match_nor_none()
    {
        MachineCoverage machine = await Covered.RunAsync(
            """
            { "QueryLanguage": "JSONata", "StartAt": "C", "States": {
              "C": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.n > 1 %}", "Next": "Ok" }, { "Condition": "{% 'text' %}", "Next": "Ok" } ] },
              "Ok": { "Type": "Succeed" } } }
            """,
            null,
            """{ "n": 2 }""",
            """{ "n": 0 }""");
        machine.Counts().ShouldBe(
            ["/States/C 2", "/States/C/Choices/0 1/1", "/States/C/Choices/0/Next 1", "/States/C/Choices/1 0/0", "/States/C/Choices/1/Next 0", "/States/Ok 1"]);
        machine.Elements[1].Name.ShouldBe("C -> Ok (Choices 0: $states.input.n > 1)");
    }

    [Fact]
    public async Task Pointers_are_escaped_and_lines_are_those_of_the_text()
    {
        MachineCoverage machine = await Covered.RunAsync("""
            { "StartAt": "a/b~c", "States": {
              "a/b~c": {
                "Type": "Map", "ItemsPath": "$",
                "Iterator": { "StartAt": "In", "States": { "In": { "Type": "Pass", "End": true } } },
                "End": true
            } } }
            """);
        machine.Elements.Select(element => $"{element.Pointer} {element.Place}").ShouldBe(
        [
            "/States/a~1b~0c StateMachine.asl.json:2", "/States/a~1b~0c/End StateMachine.asl.json:5",
            "/States/a~1b~0c/Iterator/States/In StateMachine.asl.json:4", "/States/a~1b~0c/Iterator/States/In/End StateMachine.asl.json:4",
        ]);
    }
}
