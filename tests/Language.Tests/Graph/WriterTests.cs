using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Language.Tests.Graph;

public sealed partial class WriterTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_SVG_of_whatever_names_is_XML_without_markup_of_theirs()
    {
        string svg = SvgWriter.Write(Definitions.Draw(Definitions.Broken, "a<b>\"\u0000\uDC00"));
        XElement root = XDocument.Parse(svg).Root!;
        root.Name.ShouldBe(s_svg + "svg");
        root.Descendants(s_svg + "script").ShouldBeEmpty();
        root.Element(s_svg + "title")!.Value.ShouldBe("State machine a<b>\"␀\uFFFD");
        root.Descendants(s_svg + "title").Select(title => title.Value).ShouldContain("a<b>&\"c\" #35; `x` *y* _z_ (Choice)");
        root.Descendants(s_svg + "text").Select(text => text.Value).ShouldContain("\uFFFDevil␁\uFFFD   line");
    }

    [Fact]
    public void The_SVG_is_named_and_described_for_those_who_do_not_see_it()
    {
        XElement root = XDocument.Parse(SvgWriter.Write(Definitions.Draw(Definitions.Order, "Orders"))).Root!;
        root.Attribute("role")!.Value.ShouldBe("img");
        root.Element(s_svg + "title")!.Value.ShouldBe("State machine Orders");
        root.Element(s_svg + "desc")!.Value.ShouldBe("Starts at Reserve. 10 states: 3 Task, 1 Pass, 1 Choice, 1 Wait, 1 Succeed, 1 Fail, 1 Parallel, 1 Map.");
        root.Descendants(s_svg + "title").Select(title => title.Value).ShouldContain("In stock? → Prepare when $.stock ≥ 1");
    }

    [Fact]
    public void A_long_name_is_shortened_and_told_whole_by_the_tooltip()
    {
        string name = string.Concat(Enumerable.Repeat("VeryLong", 200));
        XElement root = XDocument.Parse(SvgWriter.Write(Definitions.Draw($$"""{ "StartAt": "{{name}}", "States": { "{{name}}": { "Type": "Pass", "End": true } } }"""))).Root!;
        double.Parse(root.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBeLessThan(400);
        root.Descendants(s_svg + "title").Select(title => title.Value).ShouldContain(name + " (Pass)");
        root.Descendants(s_svg + "text").ShouldContain(text => text.Value.EndsWith('…'));
    }

    [Fact]
    public void Types_are_told_in_words_and_by_a_sign_not_by_colour_alone()
    {
        string[] types = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];
        string[] icons = [.. types.Select(type => Icon().Match(SvgWriter.Write(Definitions.Draw($$"""{ "States": { "A": { "Type": "{{type}}" } } }"""))).Value)];
        icons.Distinct().Count().ShouldBe(types.Length);
    }

    [Fact]
    public void Mermaid_quotes_every_text()
    {
        string text = MermaidWriter.Write(Definitions.Draw(Definitions.Broken, "a: \"b\""));
        text.ShouldStartWith("---\ntitle: \"a: \\\"b\\\"\"\n---\nflowchart TD\n");
        text.ShouldContain("s2{\"a#60;b#62;#38;#34;c#34; #35;35#59; #96;x#96; #42;y#42; #95;z#95;<br/>Choice\"}:::choice");
        text.ShouldContain("subgraph s3[\"1#46; list · Map\"]");
        foreach (Match label in Label().Matches(text))
        {
            label.Groups[1].Value.ShouldMatch("^[^\"`*_\\[\\]{}()|]*$");
        }
    }

    [Fact]
    public void Dot_escapes_every_text_and_cuts_edges_off_at_the_border_of_a_box()
    {
        string text = DotWriter.Write(Definitions.Draw(Definitions.Broken));
        text.ShouldContain("label=\"a<b>&amp;\\\"c\\\" #35; `x` *y* _z_\\nChoice\"");
        text.ShouldContain("label=\" A\\\\B \"");
        text.ShouldContain("lhead=cluster_");
        text.ShouldContain("ltail=cluster_");
        text.Count(c => c == '{').ShouldBe(text.Count(c => c == '}'));
    }

    [Fact]
    public void Text_has_the_same_newlines_everywhere()
    {
        StateGraph graph = Definitions.Draw(Definitions.Order, "Orders");
        foreach (string text in (string[])[SvgWriter.Write(graph), MermaidWriter.Write(graph), DotWriter.Write(graph)])
        {
            text.ShouldNotContain("\r");
            text.ShouldEndWith("\n");
        }
    }

    [GeneratedRegex("class=\"icon\"[^>]*")]
    private static partial Regex Icon();

    [GeneratedRegex("[\\[|({]\"([^\"]*)\"")]
    private static partial Regex Label();
}
