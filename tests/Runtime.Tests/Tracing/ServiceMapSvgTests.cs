using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using StateMachineGen.Harness;
using StateMachineGen.Language.Graph.Layout;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class ServiceMapSvgTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_map_is_drawn() => Snapshot.Match(Shop().ToSvg(), "ServiceMap.svg");

    [Fact]
    public void Every_share_is_told_in_words_and_by_a_shape()
    {
        XElement root = Draw(Shop());
        XElement charge = Node(root, "charge-card|AWS::Lambda");
        charge.Element(s_svg + "title")!.Value.ShouldBe(
            "charge-card (AWS::Lambda): 20 requests, ok 11 (55 %), error 2 (10 %), throttle 1 (5 %), fault 6 (30 %), 1.25 s on average, 10 a minute");
        Texts(charge).ShouldBe(["avg. 1.25 s", "10 t/min", "charge-card", "AWS::Lambda", "30 % fault · 5 % throttle · 10 % error"]);
        string[] arcs = [.. charge.Descendants(s_svg + "path").Select(path => path.Attribute("class")!.Value).Where(style => style.StartsWith("arc", StringComparison.Ordinal))];
        arcs.ShouldBe(["arc fault", "arc throttle", "arc error", "arc ok"]);
        charge.Descendants(s_svg + "path").Select(path => path.Attribute("class")!.Value).ShouldContain("badge fault", "the worst is told by a sign");
        Texts(root).ShouldContain("Throttled (429)", "there is a legend");
    }

    [Fact]
    public void What_took_less_than_a_minute_has_no_rate()
    {
        ServiceMap map = Shop() with { Duration = TimeSpan.FromSeconds(30) };
        Texts(Node(Draw(map), "charge-card|AWS::Lambda")).ShouldContain("20 requests");
        Texts(Node(Draw(map with { Duration = TimeSpan.Zero }), "charge-card|AWS::Lambda")).ShouldContain("20 requests");
    }

    [Fact]
    public void Two_way_traffic_is_one_line_with_two_heads()
    {
        XElement edge = Draw(Shop()).Descendants(s_svg + "g").Single(each => each.Attribute("data-from")?.Value == "Orders|AWS::StepFunctions::StateMachine" && each.Attribute("data-to")?.Value.StartsWith("Returns", StringComparison.Ordinal) == true);
        edge.Elements(s_svg + "path").Count(path => path.Attribute("class")!.Value == "head").ShouldBe(2);
        Texts(edge).ShouldBe(["4 →   ← 3"]);
        edge.Element(s_svg + "title")!.Value.Split('\n').Length.ShouldBe(2);
    }

    [Fact]
    public void A_node_without_traffic_says_so()
    {
        var idle = new ServiceNode("idle", "AWS::Lambda", Requests(0, 0, 0, 0, 0));
        XElement root = Draw(new ServiceMap(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), [idle], []));
        Texts(Node(root, "idle|AWS::Lambda")).ShouldBe(["no requests", "idle", "AWS::Lambda"]);
        Node(root, "idle|AWS::Lambda").Descendants(s_svg + "path").ShouldBeEmpty("there is no sign");
    }

    [Theory]
    [InlineData("</script><img onerror=alert(1)>")]
    [InlineData("שירות הזמנות")]
    [InlineData("👩‍🚀 rockets")]
    [InlineData("a\u202Eb\u0001")]
    public void Whatever_names_are_shown_as_text(string name)
    {
        var node = new ServiceNode(name, "", Requests(1, 0, 0, 0, 1));
        XElement root = Draw(new ServiceMap(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), [node], [new ServiceEdge(node, node, node.Requests)]));
        root.Descendants(s_svg + "img").ShouldBeEmpty();
        Texts(root).ShouldContain(text => text.Length > 0 && text[0] == name[0]);
        root.Descendants(s_svg + "g").ShouldContain(each => each.Attribute("data-node") != null);
        CheckLayout(new ServiceMap(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), [node], [new ServiceEdge(node, node, node.Requests)]));
    }

    [Fact]
    public void A_long_name_is_shortened_and_told_whole_by_the_tooltip()
    {
        string name = string.Concat(Enumerable.Repeat("VeryLong", 40));
        var node = new ServiceNode(name, "AWS::Lambda", Requests(1, 0, 0, 0, 1));
        XElement root = Draw(new ServiceMap(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), [node], []));
        root.Descendants(s_svg + "title").ShouldContain(title => title.Value.StartsWith(name, StringComparison.Ordinal));
        Texts(root).ShouldContain(text => text.EndsWith('…'));
        Number(root, "width").ShouldBeLessThan(700);
    }

    [Fact]
    public void Nothing_lies_on_anything_else_in_whatever_map()
    {
        var random = new Random(6);
        foreach (int count in (int[])[1, 2, 3, 5, 8, 13, 30, 100])
        {
            ServiceNode[] nodes = [.. Enumerable.Range(0, count).Select(i => new ServiceNode($"service-{i}-{new string('x', random.Next(40))}", "AWS::Lambda", Requests(random.Next(9), random.Next(3), 0, random.Next(3), 1)))];
            var edges = new Dictionary<(int, int), ServiceEdge>();
            for (int i = 0; i < count * 3 / 2; i++)
            {
                (int from, int to) = (random.Next(count), random.Next(count));
                edges[(from, to)] = new ServiceEdge(nodes[from], nodes[to], Requests(random.Next(9), 0, 0, random.Next(9), 1));
            }

            CheckLayout(new ServiceMap(DateTimeOffset.UnixEpoch, TimeSpan.FromMinutes(1), [.. nodes], [.. edges.Values]));
        }
    }

    [Fact]
    public void The_same_map_gives_the_same_picture() => Shop().ToSvg().ShouldBe(Shop().ToSvg());

    /// <summary>A shop with everything that a map can show.</summary>
    private static ServiceMap Shop()
    {
        const string machine = "AWS::StepFunctions::StateMachine";
        var client = new ServiceNode("Client", "client", Requests(0, 0, 0, 0, 0));
        var orders = new ServiceNode("Orders", machine, Requests(14, 0, 0, 6, 60));
        var returns = new ServiceNode("Returns", machine, Requests(4, 0, 0, 0, 2));
        var charge = new ServiceNode("charge-card", "AWS::Lambda", Requests(11, 2, 1, 6, 25));
        var code = new ServiceNode("charge-card", "AWS::Lambda::Function", Requests(11, 2, 0, 6, 24));
        var stock = new ServiceNode("stock", "AWS::DynamoDB::Table", Requests(24, 1, 0, 0, 0.6));
        return new ServiceMap(
            DateTimeOffset.UnixEpoch,
            TimeSpan.FromMinutes(2),
            [client, orders, returns, charge, code, stock],
            [
                new(client, orders, orders.Requests),
                new(orders, orders, Requests(2, 0, 0, 0, 4)),
                new(orders, returns, Requests(4, 0, 0, 0, 2)),
                new(orders, charge, Requests(11, 2, 1, 6, 25)),
                new(orders, stock, Requests(5, 1, 0, 0, 0.2)),
                new(returns, orders, Requests(3, 0, 0, 0, 1)),
                new(charge, code, code.Requests),
                new(code, stock, Requests(19, 0, 0, 0, 0.4)),
            ]);
    }

    private static RequestStatistics Requests(int ok, int error, int throttle, int fault, double seconds) => new(ok, error, throttle, fault, TimeSpan.FromSeconds(seconds));

    /// <summary>Rings with their texts and labels must not lie on each other, and nothing may stick out.</summary>
    private static void CheckLayout(ServiceMap map)
    {
        PlacedMap layout = ServiceMapLayout.Place(map);
        Box[] boxes =
        [
            .. layout.Nodes.Select(node => new Box(
                node.Center.X - (node.Content.Width / 2), node.Center.Y - MapMeasures.Reach, node.Content.Width, MapMeasures.Reach + node.Content.Below)),
            .. layout.Edges.Select(edge => new Box(
                edge.LabelCenter.X - (edge.Label.Width / 2), edge.LabelCenter.Y - (edge.Label.Height / 2), edge.Label.Width, edge.Label.Height)),
        ];
        var whole = new Box(0, 0, layout.Width, layout.Height);
        for (int i = 0; i < boxes.Length; i++)
        {
            whole.Contains(boxes[i]).ShouldBeTrue($"{boxes[i]} of {whole}");
            for (int j = 0; j < i; j++)
            {
                boxes[i].Overlaps(boxes[j]).ShouldBeFalse($"{boxes[i]} and {boxes[j]}");
            }
        }

        layout.Nodes.Length.ShouldBe(map.Nodes.Length);
        layout.Edges.Sum(edge => edge.Edge.Back is null ? 1 : 2).ShouldBe(map.Edges.Length);
    }

    private static XElement Draw(ServiceMap map) => XDocument.Parse(map.ToSvg()).Root!;

    private static XElement Node(XElement root, string key) => root.Descendants(s_svg + "g").Single(each => each.Attribute("data-node")?.Value == key);

    private static string[] Texts(XElement element) => [.. element.Descendants(s_svg + "text").Select(text => text.Value)];

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
