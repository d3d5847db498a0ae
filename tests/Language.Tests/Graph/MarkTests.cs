using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Svg;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Graph;

public sealed class MarkTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    /// <summary>The order was reserved at the second attempt, packed and billed; of three parcels one could not be shipped.</summary>
    private static ExecutionMarks Marks { get; } = new(
        new Dictionary<string, StateMark>
        {
            ["Reserve"] = new(StateStatus.Succeeded, 2, 3, TimeSpan.FromSeconds(1.25)),
            ["Wait a bit"] = new(StateStatus.Succeeded, 1, 1, TimeSpan.FromSeconds(30)),
            ["In stock?"] = new(StateStatus.Succeeded, 1, 1, TimeSpan.Zero),
            ["Prepare"] = new(StateStatus.Succeeded, 1, 1, TimeSpan.FromMilliseconds(40)),
            ["Pack"] = new(StateStatus.Succeeded, 1, 1, TimeSpan.FromMilliseconds(40)),
            ["Bill"] = new(StateStatus.Succeeded, 1, 1, TimeSpan.Zero),
            ["Billed"] = new(StateStatus.Succeeded, 1, 1, TimeSpan.Zero),
            ["Ship"] = new(StateStatus.CaughtError, 1, 1, TimeSpan.FromSeconds(4), "NoTruck"),
            ["Ship parcel"] = new StateMark(StateStatus.Succeeded, 1, 1, TimeSpan.FromSeconds(1))
                .With(new(StateStatus.Failed, 1, 1, TimeSpan.FromSeconds(2), "NoTruck")).With(new(StateStatus.Cancelled, 1, 1, TimeSpan.FromSeconds(1))),
            ["Failed"] = new(StateStatus.Failed, 1, 1, TimeSpan.Zero, "OrderFailed"),
        },
        [
            new(null, "Reserve", false, 1), new("Reserve", "Wait a bit", true, 1), new("Wait a bit", "Reserve", false, 1), new("Reserve", "In stock?", false, 1),
            new("In stock?", "Prepare", false, 1), new(null, "Pack", false, 1), new("Pack", null, false, 1), new(null, "Bill", false, 1), new("Bill", "Billed", false, 1),
            new("Billed", null, false, 1), new("Prepare", "Ship", false, 1), new(null, "Ship parcel", false, 3), new("Ship parcel", null, false, 1),
            new("Ship", "Failed", true, 1), new("Failed", null, false, 1),
        ]);

    [Fact]
    public void Of_several_visits_the_gravest_counts_and_the_rest_is_added_up() =>
        Marks.Of("Ship parcel").ShouldBe(new StateMark(StateStatus.Failed, 3, 3, TimeSpan.FromSeconds(4), "NoTruck"));

    [Fact]
    public void What_is_given_twice_is_added_up()
    {
        ExecutionMarks twice = Marks.With(Marks);
        twice.Of("Wait a bit").ShouldBe(new StateMark(StateStatus.Succeeded, 2, 2, TimeSpan.FromMinutes(1)));
        twice.Transitions.ShouldContain(new TakenTransition(null, "Ship parcel", false, 6));
        twice.Of("nowhere").ShouldBe(StateMark.NotVisited);
    }

    [Fact]
    public void Each_state_has_its_name_and_its_status()
    {
        XElement root = Draw(Marks);
        Dictionary<string, string> classes = root.Descendants(s_svg + "g").Where(each => each.Attribute("data-state") is not null)
            .ToDictionary(each => each.Attribute("data-state")!.Value, each => each.Attribute("class")!.Value);
        classes.Count.ShouldBe(10);
        classes["Reserve"].ShouldBe("state is-succeeded");
        classes["Ship"].ShouldBe("state is-caught-error");
        classes["Ship parcel"].ShouldBe("state is-failed");
        State(root, "Reserve").Element(s_svg + "title")!.Value.ShouldBe("Reserve (Task · dynamodb:putItem)\nSucceeded · 2× · 3 attempts · 1.25 s");
        Texts(State(root, "Ship")).ShouldContain("4 s · NoTruck");
        State(root, "Ship").Elements(s_svg + "g").Last().Attribute("class")!.Value.ShouldBe("mark", "the sign lies above the rest");
        root.Element(s_svg + "desc")!.Value.ShouldContain("The execution visited 10 of them: Reserve: Succeeded · 2× · 3 attempts · 1.25 s; ");
        Texts(root).ShouldContain("Caught error", "there is a legend");
    }

    [Fact]
    public void What_the_execution_did_not_do_is_faded()
    {
        XElement root = Draw(new ExecutionMarks([KeyValuePair.Create("Reserve", new StateMark(StateStatus.InProgress, 1, 1, TimeSpan.Zero))], [new(null, "Reserve", false, 1)]));
        State(root, "Reserve").Attribute("class")!.Value.ShouldBe("state is-in-progress");
        State(root, "Ship").Attribute("class")!.Value.ShouldBe("state is-not-visited");
        Edges(root, "Reserve", "In stock?").ShouldAllBe(style => style == "edge is-not-taken");
    }

    [Fact]
    public void Transitions_that_were_taken_are_stressed_and_counted()
    {
        XElement root = Draw(Marks);
        Edges(root, "Reserve", "Wait a bit").ShouldContain("edge catch is-taken");
        Edges(root, "Reserve", "Failed").ShouldContain("edge catch is-not-taken");
        Edges(root, "Ship", "Failed").ShouldContain("edge catch is-taken");
        Texts(root).ShouldContain("3×", "three iterations began");
    }

    [Fact]
    public void Each_status_has_a_sign_of_its_own()
    {
        XElement root = Draw(Marks);
        string[] signs = [.. State(root, "Failed").Descendants(s_svg + "path").Where(path => path.Attribute("class")?.Value.Contains("sign", StringComparison.Ordinal) == true).Select(path => path.Attribute("d")!.Value)];
        signs.Distinct().Count().ShouldBe(5);
        string style = root.Element(s_svg + "style")!.Value;
        foreach ((string status, string sign) in (ReadOnlySpan<(string, string)>)[("succeeded", "tick"), ("failed", "cross"), ("caught-error", "bend"), ("in-progress", "dots"), ("cancelled", "dash")])
        {
            style.ShouldContain($".smg .is-{status}>.mark .{sign}");
        }
    }

    [Fact]
    public void Names_that_programs_compare_are_whole()
    {
        const string name = "a\tb\n\"<i>&\u202E\uFEFF ";
        XElement root = XDocument.Parse(SvgWriter.Write(Definitions.Draw($$"""{ "States": { {{Quote(name)}}: { "Type": "Pass", "End": true } } }"""))).Root!;
        State(root, name).Attribute("class")!.Value.ShouldBe("state");
        Edges(root, name, null).ShouldBe(["edge"]);
    }

    [Fact]
    public void Marks_do_not_disturb_the_layout()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            StateGraph graph = Definitions.Draw(Definitions.Order);
            var random = new Random(seed);
            ExecutionMarks marks = new(
                Marks.States.Select(each => KeyValuePair.Create(each.Key, each.Value with { Visits = 1 + random.Next(1000), Error = random.Next(2) == 0 ? null : new string('E', random.Next(200)) })),
                Marks.Transitions.Where(_ => random.Next(2) == 0).Select(each => each with { Count = random.Next(2000) }));
            LayoutChecks.Check(graph, marks).ShouldBeEmpty($"seed {seed}");
        }
    }

    [Fact]
    public void Mermaid_and_Dot_tell_the_same()
    {
        StateGraph graph = Definitions.Draw(Definitions.Order);
        string mermaid = MermaidWriter.Write(graph, Marks);
        mermaid.ShouldContain("Reserve<br/>Task · dynamodb:putItem<br/>✓ 2#215; · 3 attempts · 1#46;25 s");
        mermaid.ShouldContain("classDef caughterror fill:#ffa500");
        mermaid.ShouldContain(" opacity:0.45\n");
        mermaid.ShouldContain(" stroke-width:3px\n");
        string dot = DotWriter.Write(graph, Marks);
        dot.ShouldContain("label=\"Failed\\nFail · OrderFailed\\n✗ 0 s · OrderFailed\", style=\"rounded,filled\", color=\"#d13212\", fillcolor=\"#de322f\", fontcolor=\"#ffffff\", penwidth=2");
        dot.ShouldContain("[label=\" 3× \", penwidth=2.5]");
        dot.Count(c => c == '{').ShouldBe(dot.Count(c => c == '}'));
    }

    private static XElement Draw(ExecutionMarks marks) => XDocument.Parse(SvgWriter.Write(Definitions.Draw(Definitions.Order, "Orders"), marks)).Root!;

    private static XElement State(XElement root, string name) => root.Descendants(s_svg + "g").Single(each => each.Attribute("data-state")?.Value == name);

    /// <summary>The classes of the lines between two nodes.</summary>
    private static string[] Edges(XElement root, string? from, string? to) =>
    [
        .. root.Descendants(s_svg + "g")
            .Where(each => each.Attribute("data-from")?.Value == from && each.Attribute("data-to")?.Value == to)
            .Select(each => each.Attribute("class")?.Value ?? "").Where(style => style.StartsWith("edge", StringComparison.Ordinal)),
    ];

    private static string[] Texts(XElement element) => [.. element.Descendants(s_svg + "tspan").Concat(element.Descendants(s_svg + "text")).Select(text => text.Value)];

    private static string Quote(string text)
    {
        var json = new StringBuilder();
        JsonWriter.WriteString(json, text);
        return json.ToString();
    }
}
