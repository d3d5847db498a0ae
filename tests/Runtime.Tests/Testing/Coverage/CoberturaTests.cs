using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing.Coverage;

public class CoberturaTests
{
    private static readonly CoberturaOptions s_options = new() { TimeProvider = new VirtualTimeProvider(Machines.Start) };

    /// <summary>The structure that coverage-04.dtd demands: the children of each element, and its attributes.</summary>
    private static readonly Dictionary<string, (string[] Children, string[] Required, string[] Optional)> s_dtd = new()
    {
        ["coverage"] = (
            ["sources", "packages"],
            ["line-rate", "branch-rate", "lines-covered", "lines-valid", "branches-covered", "branches-valid", "complexity", "version", "timestamp"],
            []),
        ["sources"] = (["source"], [], []),
        ["source"] = ([], [], []),
        ["packages"] = (["package"], [], []),
        ["package"] = (["classes"], ["name", "line-rate", "branch-rate", "complexity"], []),
        ["classes"] = (["class"], [], []),
        ["class"] = (["methods", "lines"], ["name", "filename", "line-rate", "branch-rate", "complexity"], []),
        ["methods"] = (["method"], [], []),
        ["method"] = (["lines"], ["name", "signature", "line-rate", "branch-rate"], ["complexity"]),
        ["lines"] = (["line"], [], []),
        ["line"] = (["conditions"], ["number", "hits"], ["branch", "condition-coverage"]),
        ["conditions"] = (["condition"], [], []),
        ["condition"] = ([], ["number", "type", "coverage"], []),
    };

    [Fact]
    public async Task Lines_of_a_definition_have_hits_and_states_with_several_ways_out_are_branches()
    {
        XElement report = Cobertura(await Covered.ReportAsync("Order", null, """{ "total": 1 }""", """{ "total": 200 }"""));
        XElement machine = report.Descendants("class").Single();
        machine.Attribute("name")!.Value.ShouldBe("Order");
        machine.Attribute("filename")!.Value.ShouldBe("Order.asl.json");
        machine.Parent!.Parent!.Attribute("name")!.Value.ShouldBe("state machines");
        Lines(machine).ShouldBe(
        [
            "4 2 66% (2/3)", // Route
            "7 1", // its first rule, in one line
            "8 0", // its second rule
            "11 0", // the way out of that
            "14 1", // Default
            "16 1 50% (1/2)", // Charge
            "20 0", // its catcher
            "22 1", // Next
            "24 0", // Decline
            "25 2", // Done
        ]);
        machine.Element("methods")!.Elements("method").Select(method => $"{method.Attribute("name")!.Value}: {string.Join(", ", Lines(method))}").ShouldBe(
        [
            "Route: 4 2 66% (2/3), 7 1, 8 0, 11 0, 14 1", "Charge: 16 1 50% (1/2), 20 0, 22 1", "Decline: 24 0", "Done: 25 2",
        ]);
        string[] totals = ["line-rate", "branch-rate", "lines-covered", "lines-valid", "branches-covered", "branches-valid", "timestamp"];
        totals.Select(name => report.Attribute(name)!.Value).ShouldBe(["0.6", "0.6", "6", "10", "3", "5", "1772366400"]);
    }

    [Fact]
    public async Task A_definition_in_one_line_is_one_branch()
    {
        XElement report = Cobertura(await Covered.ReportAsync("Order", new DefinitionPlace("cases.jsonl", 3), """{ "total": 1 }"""));

        // Three ways out of Route, two of Charge, and the two last states.
        Lines(report.Descendants("class").Single()).ShouldBe(["3 1 28% (2/7)"]);
        report.Descendants("class").Single().Attribute("filename")!.Value.ShouldBe("cases.jsonl");
    }

    [Theory]
    [InlineData("/home/dev/shop/src/Shop/", null, "/home/dev/shop/src/Shop/", "Orders/Take.cs")]
    [InlineData("/home/dev/shop/src/Shop/", "/home/dev/shop", "/home/dev/shop", "src/Shop/Orders/Take.cs")]
    [InlineData("/_/src/Shop/", null, "/_/src/Shop/", "Orders/Take.cs")]
    [InlineData("/_/src/Shop/", "/home/dev/shop", "/home/dev/shop", "src/Shop/Orders/Take.cs")]
    [InlineData("/_/src/Shop/", "/home/dev/shop", "/home/dev/shop", "src/Shared/Take.cs", "../Shared/Take.cs")]
    [InlineData("/home/dev/shop/src/Shop/", "/home/dev/shop/", "/home/dev/shop/", "src/Shared/Take.cs", "../Shared/Take.cs")]
    [InlineData("", null, null, "Orders/Take.cs")]
    public void Paths_are_relative_to_the_folder_of_the_sources(string project, string? sourceRoot, string? source, string path, string file = "Orders/Take.cs")
    {
        XElement report = Cobertura(OfClass("Take", "Shop", project, file), sourceRoot);
        report.Element("sources")!.Elements().Select(each => each.Value).ShouldBe(source is null ? [] : [source]);
        report.Descendants("class").Single().Attribute("filename")!.Value.ShouldBe(path);
        report.Descendants("package").Single().Attribute("name")!.Value.ShouldBe("Shop");
    }

    [Fact]
    public void A_machine_in_several_files_is_a_class_for_each()
    {
        XElement report = Cobertura(OfClass("Take", "Shop", "/src/", "A.cs", "B.cs"));
        report.Descendants("class").Select(each => $"{each.Attribute("name")!.Value} {each.Attribute("filename")!.Value}").ShouldBe(["Take A.cs", "Take B.cs"]);
        report.Attribute("lines-valid")!.Value.ShouldBe("2");
    }

    [Fact]
    public void Packages_are_namespaces_and_names_may_hold_what_XML_cannot()
    {
        XElement report = Cobertura(CoverageReport.Merge(OfClass("A", "Shop", "/1/", "A.cs"), OfClass("B\u0001<&\"", "Bank", "/2/", "B.cs"), OfClass("C", "Shop", "/1/", "C.cs")));
        report.Descendants("package").Select(each => each.Attribute("name")!.Value).ShouldBe(["Shop", "Bank"]);
        report.Descendants("class").Select(each => each.Attribute("name")!.Value).ShouldBe(["A", "C", "B\uFFFD<&\""]);
        report.Element("sources")!.Elements().Select(each => each.Value).ShouldBe(["/1/", "/2/"]);
    }

    [Fact]
    public void A_report_without_machines_is_well_formed() =>
        Cobertura(new StateMachineCoverage().ToReport()).Attribute("line-rate")!.Value.ShouldBe("1");

    private static CoverageReport OfClass(string name, string @namespace, string root, params string[] files) => new(
    [
        new MachineCoverage(name, @namespace, "hash", root, [.. files.Select(file => new CoverageElement(CoverageElementKind.State, "/States/" + file, file, file, file, 7))]),
    ]);

    private static XElement Cobertura(CoverageReport report, string? sourceRoot = null)
    {
        string xml = report.Write(CoverageFormat.Cobertura, new CoberturaOptions { TimeProvider = s_options.TimeProvider, SourceRoot = sourceRoot });
        XElement root = XDocument.Parse(xml).Root!;
        root.Name.ShouldBe("coverage");
        foreach (XElement element in root.DescendantsAndSelf())
        {
            CheckStructure(element);
        }

        return root;
    }

    private static void CheckStructure(XElement element)
    {
        (string[] children, string[] required, string[] optional) = s_dtd[element.Name.LocalName];
        string[] attributes = [.. element.Attributes().Select(attribute => attribute.Name.LocalName)];
        required.ShouldBeSubsetOf(attributes, element.Name.LocalName);
        attributes.ShouldBeSubsetOf([.. required, .. optional], element.Name.LocalName);
        string[] present = [.. element.Elements().Select(child => child.Name.LocalName)];

        // Where a sequence of different elements is demanded, each is there once; else there is any number of the one.
        if (children.Length > 1 || children is ["classes"])
        {
            present.ShouldBe(children);
        }
        else
        {
            present.ShouldAllBe(child => children.Contains(child));
        }
    }

    private static IEnumerable<string> Lines(XElement owner) => owner.Element("lines")!.Elements("line").Select(line =>
        $"{line.Attribute("number")!.Value} {line.Attribute("hits")!.Value}"
        + (line.Attribute("branch")!.Value == "true" ? $" {line.Attribute("condition-coverage")!.Value}" : ""));
}
