using System.Linq;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Language.Tests.Graph;

public sealed class StateGraphTests
{
    [Fact]
    public void Transitions_come_in_the_order_of_the_text_with_what_makes_an_execution_take_them()
    {
        StateGraph graph = Definitions.Draw(Definitions.Order);
        graph.Root.Edges.Select(edge => $"{edge.Source.Name} -{edge.Kind}-> {edge.Target.Name}: {edge.Label}").ShouldBe(
        [
            " -Start-> Reserve: ",
            "Reserve -Next-> In stock?: ",
            "Reserve -Catch-> Wait a bit: States.Timeout, Busy",
            "Reserve -Catch-> Failed: any error",
            "Wait a bit -Next-> Reserve: ",
            "In stock? -Choice-> Prepare: $.stock ≥ 1",
            "In stock? -Choice-> Wait a bit: $.backorder = true and not ($.until is present)",
            "In stock? -Default-> Failed: default",
            "Prepare -Next-> Ship: ",
            "Ship -Catch-> Failed: any error",
            "Ship -End-> : ",
            "Failed -End-> : ",
        ]);
    }

    [Fact]
    public void States_tell_what_they_do_and_hold_their_scopes()
    {
        StateGraph graph = Definitions.Draw(Definitions.Order);
        graph.Root.Nodes.Select(node => node.TypeLabel).ShouldBe(
            ["", "Task · dynamodb:putItem", "Wait · 30 s", "Choice", "Parallel", "Map", "Fail · OrderFailed", ""]);
        GraphNode prepare = graph.Root.Nodes.Single(node => node.Name == "Prepare");
        prepare.Scopes.Select(scope => scope.Title).ShouldBe(["Branch 0", "Branch 1"]);
        prepare.Scopes[0].Nodes.Select(node => node.TypeLabel).ShouldBe(["", "Task · lambda pack", ""]);
    }

    [Fact]
    public void What_is_wrong_is_drawn_as_what_it_is()
    {
        StateGraph graph = Definitions.Draw(Definitions.Broken);
        GraphNode[] nodes = [.. graph.Root.Nodes];
        nodes.Single(node => node.Kind == GraphNodeKind.Missing).Name.ShouldBe("nowhere");
        nodes.Where(node => node.Name == "twice").Select(node => node.TypeLabel).ShouldBe(["Pass · unreachable", "no type · unreachable"]);
        nodes.Single(node => node.Name.Length == 0 && node.Kind == GraphNodeKind.State).TypeLabel.ShouldBe("unknown type Nope · unreachable");
        graph.Root.Edges.Single(edge => edge.Kind == GraphEdgeKind.Choice && edge.Target.Name == "nowhere").Label.ShouldBe("$x > 1");
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{"States":{}}""", 0)]
    [InlineData("""{"StartAt":"A"}""", 2)]
    [InlineData("""{"States":{"A":{"Type":"Pass","Next":5}}}""", 1)]
    [InlineData("""{"StartAt":7,"States":[1]}""", 0)]
    [InlineData("""{"StartAt":"A","States":{"A":null}}""", 2)]
    public void Every_object_can_be_drawn(string definition, int nodes)
    {
        StateGraph graph = Definitions.Draw(definition);
        graph.Root.Nodes.Length.ShouldBe(nodes);
        graph.Root.Nodes.ShouldAllBe(node => node.IsReachable, "without a valid start, no state is called lost");
        LayoutChecks.Check(graph).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "Variable": "$.a", "StringMatches": "x*" }""", "$.a matches \"x*\"")]
    [InlineData("""{ "Variable": "$.a", "StringEqualsPath": "$.b" }""", "$.a = $.b")]
    [InlineData("""{ "Variable": "$.a", "IsNumeric": false }""", "$.a is not a number")]
    [InlineData("""{ "Or": [ { "Variable": "$.a", "NumericLessThan": 1 }, { "And": [ { "Variable": "$.b", "IsNull": true }, { "Condition": true } ] } ] }""", "$.a < 1 or ($.b is null and true)")]
    [InlineData("""{ "And": [ ] }""", "no condition")]
    [InlineData("""{ "Not": 5 }""", "no condition")]
    public void Conditions_are_said_in_short(string rule, string label)
    {
        string withNext = "{ \"Next\": \"A\"," + rule[1..];
        StateGraph graph = Definitions.Draw($$"""{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [ {{withNext}} ] } } }""");
        graph.Root.Edges.Single(edge => edge.Kind == GraphEdgeKind.Choice).Label.ShouldBe(label);
    }
}
