using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Layout;
using StateMachineGen.Language.Graph.Svg;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Graph;

public sealed class LayoutTests
{
    public static TheoryData<string, string> Machines => new()
    {
        { "everything", Definitions.Order },
        { "broken", Definitions.Broken },
        { "one handler for a chain", Definitions.Numbered(60, i => $$"""{"Type":"Task","Resource":"x","Next":"S{{i + 1}}","Catch":[{"ErrorEquals":["States.ALL"],"Next":"F"}]}""") },
        { "a ring", Definitions.Numbered(12, i => $$"""{"Type":"Pass","Next":"S{{(i + 1) % 12}}"}""") },
        { "a fan", Definitions.Numbered(80, i => i == 0 ? Choice(Enumerable.Range(1, 79)) : """{"Type":"Pass","End":true}""") },
        { "all to all", Definitions.Numbered(30, _ => Choice(Enumerable.Range(0, 30))) },
        { "lost rings", Definitions.Numbered(9, i => $$"""{"Type":"Pass","Next":"S{{(i / 3 * 3) + ((i + 1) % 3)}}"}""") },
        { "nested", Definitions.Nested(84) },
    };

    [Theory]
    [MemberData(nameof(Machines))]
    public void Nothing_overlaps_everything_is_inside_and_lines_lead_where_they_should(string name, string definition) =>
        LayoutChecks.Check(Definitions.Draw(definition, name)).ShouldBeEmpty();

    [Fact]
    public void Machines_made_by_chance_are_laid_out_without_overlap()
    {
        for (int seed = 0; seed < 150; seed++)
        {
            string definition = RandomDefinition(seed);
            LayoutChecks.Check(Definitions.Draw(definition)).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void A_scope_as_deep_as_the_reader_reads_is_drawn()
    {
        int levels = 0;
        while (JsonParser.Parse(Definitions.Nested(levels + 1)).Error is null)
        {
            levels++;
        }

        levels.ShouldBeGreaterThan(80);
        SvgWriter.Write(Definitions.Draw(Definitions.Nested(levels))).ShouldContain("Leaf");
    }

    [Fact]
    public void The_way_without_errors_is_a_straight_line()
    {
        PlacedScope layout = ScopeLayout.Place(
            Definitions.Draw(Definitions.Numbered(20, i => $$"""{"Type":"Task","Resource":"x","Next":"S{{i + 1}}","Catch":[{"ErrorEquals":["States.ALL"],"Next":"F"}]}""")).Root,
            isNested: false);
        PlacedNode[] way = [.. layout.Nodes.Where(node => node.Node.Kind != GraphNodeKind.Missing && node.Node.Name != "F" && node.Node.Kind != GraphNodeKind.End)];
        double spread = way.Max(node => node.Box.CenterX) - way.Min(node => node.Box.CenterX);
        spread.ShouldBeLessThan(12);
    }

    [Fact]
    public void Each_state_stands_below_those_that_lead_to_it_unless_it_closes_a_cycle()
    {
        PlacedScope layout = ScopeLayout.Place(Definitions.Draw(Definitions.Order).Root, isNested: false);
        foreach (PlacedEdge edge in layout.Edges)
        {
            bool isUp = layout.Nodes[edge.Target.Index].Box.Y < layout.Nodes[edge.Source.Index].Box.Y;
            isUp.ShouldBe(edge.Source.Name == "Wait a bit", $"{edge.Source.Name} -> {edge.Target.Name}");
        }
    }

    [Theory]
    [InlineData("chain")]
    [InlineData("random")]
    public void A_thousand_states_are_drawn_alike_each_time(string kind)
    {
        var random = new Random(5);
        string definition = kind == "chain"
            ? Definitions.Numbered(1000, i => $$"""{"Type":"Task","Resource":"x","Next":"S{{i + 1}}","Catch":[{"ErrorEquals":["States.ALL"],"Next":"F"}]}""")
            : Definitions.Numbered(1000, _ => Choice(Enumerable.Range(0, 5).Select(_ => random.Next(1000))));
        StateMachine machine = Definition.Read(definition).Machine!;
        string first = SvgWriter.Write(StateGraph.Create(machine));
        SvgWriter.Write(StateGraph.Create(machine)).ShouldBe(first);
        LayoutChecks.Check(StateGraph.Create(machine)).ShouldBeEmpty();
    }

    [Fact]
    public void Where_long_lines_would_fill_the_picture_names_of_targets_stand_for_them()
    {
        var random = new Random(7);
        StateGraph graph = Definitions.Draw(Definitions.Numbered(400, i => i < 399
            ? $$"""{"Type":"Choice","Default":"S{{i + 1}}","Choices":[{"Condition":true,"Next":"S{{random.Next(400)}}"}]}"""
            : """{"Type":"Pass","End":true}"""));
        PlacedScope layout = ScopeLayout.Place(graph.Root, isNested: false);
        PlacedEdge[] references = [.. layout.Edges.Where(edge => edge.IsReference)];
        references.Length.ShouldBeGreaterThan(10);
        references.ShouldAllBe(edge => edge.Label.Lines.Last().StartsWith("→ S"));
        layout.Edges.SelectMany(edge => edge.Edges).Count().ShouldBe(graph.Root.Edges.Length, "every transition is drawn in some way");
        LayoutChecks.Check(graph).ShouldBeEmpty();
    }

    private static string Choice(IEnumerable<int> targets) =>
        $$"""{"Type":"Choice","Choices":[{{string.Join(",", targets.Select(target => $$"""{"Variable":"$.x","NumericEquals":{{target}},"Next":"S{{target}}"}"""))}}],"Default":"F"}""";

    private static string RandomDefinition(int seed)
    {
        var random = new Random(seed);
        int depth = 0;
        return Scope();

        string Scope()
        {
            depth++;
            int count = random.Next(1, 9);
            var text = new StringBuilder($$"""{"StartAt":"S{{random.Next(count)}}","States":{""");
            for (int i = 0; i < count; i++)
            {
                text.Append(i == 0 ? "" : ",").Append($"\"S{i}\":{State(count)}");
            }

            depth--;
            return text.Append("}}").ToString();
        }

        string State(int count)
        {
            string next = random.Next(4) == 0 ? "\"End\":true" : $"\"Next\":\"{Target(count)}\"";
            string handler = random.Next(3) == 0 ? $",\"Catch\":[{{\"ErrorEquals\":[\"E{random.Next(3)}\"],\"Next\":\"{Target(count)}\"}}]" : "";
            return random.Next(depth < 3 ? 6 : 4) switch
            {
                0 => Choice(Enumerable.Range(0, random.Next(6)).Select(_ => random.Next(count))).Replace("\"F\"", $"\"{Target(count)}\"", StringComparison.Ordinal),
                1 => $"{{\"Type\":\"Wait\",\"Seconds\":5,{next}}}",
                2 => $"{{\"Type\":\"Task\",\"Resource\":\"x\",{next}{handler}}}",
                3 => "{\"Type\":\"Succeed\"}",
                4 => $"{{\"Type\":\"Map\",\"ItemProcessor\":{Scope()},{next}{handler}}}",
                _ => $"{{\"Type\":\"Parallel\",\"Branches\":[{Scope()},{Scope()}],{next}{handler}}}",
            };
        }

        string Target(int count) => random.Next(20) == 0 ? "Nowhere" : $"S{random.Next(count)}";
    }
}
