using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing.Coverage;

public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coverage").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Text_is_a_table_and_what_is_not_covered()
    {
        CoverageReport report = await Covered.ReportAsync("Order", null, """{ "total": 1 }""", """{ "total": 200 }""");
        report.ToString().ShouldBe("""
            State machine        States   Transitions     Catchers  Choice rules
            Order          75.0 % (3/4)  60.0 % (3/5)  0.0 % (0/1)  50.0 % (1/2)

            Not covered:
              Order
                Route -> Done (Choices 1: $.gift is present)       tested 1 time, never matched  Order.asl.json:8
                Charge -> Decline (Catch 0: States.Timeout, Busy)  never caught                  Order.asl.json:20
                Decline                                            never entered                 Order.asl.json:24

            """);
    }

    [Fact]
    public async Task A_state_that_was_never_entered_stands_for_what_leads_out_of_it()
    {
        CoverageReport report = await Covered.ReportAsync("Order", null, """{ "total": 1, "gift": 1 }""");
        report.ToString().ShouldEndWith("""
            Not covered:
              Order
                Route -> Charge (Choices 0: $.total > 100)  tested 1 time, never matched  Order.asl.json:7
                Route -> Done (Default)                     never taken                   Order.asl.json:14
                Charge                                      never entered                 Order.asl.json:16
                Decline                                     never entered                 Order.asl.json:24

            """);
    }

    [Fact]
    public async Task A_state_that_was_never_entered_stands_for_the_states_within_it()
    {
        MachineCoverage machine = await Covered.RunAsync("""
            { "StartAt": "Stop", "States": {
              "Stop": { "Type": "Choice", "Choices": [ { "Variable": "$.go", "IsPresent": true, "Next": "Each" } ], "Default": "Each2" },
              "Each": { "Type": "Map", "Next": "Each2", "ItemProcessor": { "StartAt": "In", "States": { "In": { "Type": "Pass", "End": true } } } },
              "Each2": { "Type": "Fail" } } }
            """);
        new CoverageReport([machine]).ToString().ShouldEndWith("""
            Not covered:
              StateMachine
                Stop -> Each (Choices 0: $.go is present)  tested 1 time, never matched  StateMachine.asl.json:2
                Each                                       never entered                 StateMachine.asl.json:3

            """);
    }

    [Fact]
    public async Task What_is_covered_in_full_has_no_list_and_what_there_is_none_of_has_no_percentage()
    {
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", Covered.Options(coverage), "One");
        await machine.ExecuteJsonAsync("{}");
        coverage.ToReport().ToString().ShouldBe("""
            State machine         States  Transitions  Catchers  Choice rules
            One            100.0 % (1/1)            -         -             -

            """);
    }

    [Fact]
    public async Task Machines_of_one_name_are_told_apart_by_their_place_or_definition()
    {
        CoverageReport report = CoverageReport.Merge(
            await Covered.ReportAsync("Order", new DefinitionPlace("a.jsonl", 3)),
            await OtherAsync("Order", "b.jsonl"),
            await Covered.ReportAsync("Twice", new DefinitionPlace("c.jsonl")),
            await OtherAsync("Twice", "c.jsonl"));
        string[] names = [.. report.ToString().Split('\n')[1..5].Select(line => line[..line.IndexOf("  ", StringComparison.Ordinal)])];
        names[..2].ShouldBe(["Order (a.jsonl:3)", "Order (b.jsonl:1)"]);
        names[2..].ShouldAllBe(name => name == "Twice (c.jsonl:1)" || name == "Twice (c.jsonl:4)");
        report.ToString().ShouldContain("\nAll ");
    }

    [Fact]
    public async Task Counts_of_one_machine_in_several_reports_are_added_up()
    {
        CoverageReport first = await Covered.ReportAsync("Order", null, """{ "total": 1 }""");
        CoverageReport second = await Covered.ReportAsync("Order", null, """{ "total": 200 }""", """{ "total": 1 }""");
        CoverageReport merged = CoverageReport.Merge(first, second);
        merged.Machines.ShouldHaveSingleItem().Counts()[..6].ShouldBe(
        [
            "/States/Route 3", "/States/Route/Choices/0 1/2", "/States/Route/Choices/0/Next 1", "/States/Route/Choices/1 0/2", "/States/Route/Choices/1/Next 0",
            "/States/Route/Default 2",
        ]);
        CoverageReport.Merge(first, await OtherAsync("Order", "b.jsonl")).Machines.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Json_is_read_back_as_it_was_written()
    {
        CoverageReport report = CoverageReport.Merge(
            await Covered.ReportAsync("Order", null, """{ "total": 1 }"""), await OtherAsync("Other", "b.jsonl"));
        string json = report.Write(CoverageFormat.Json);
        CoverageReport.Parse(json).Write(CoverageFormat.Json).ShouldBe(json);
        JsonElement rule = JsonSerializer.Deserialize<JsonElement>(json).GetProperty("machines")[0].GetProperty("elements")[1];
        rule.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe(
            """{"kind":"choiceRule","pointer":"/States/Route/Choices/0","state":"Route","name":"Route->Charge(Choices0:$.total>100)","file":"Order.asl.json","line":7,"hits":0,"misses":1}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{ "version": 2, "machines": [] }""")]
    [InlineData("""{ "version": 1, "machines": {} }""")]
    [InlineData("""{ "version": 1, "machines": [ { "name": "A" } ] }""")]
    [InlineData("""{ "version": 1, "machines": [ { "name": "A", "namespace": null, "sourceRoot": null, "definition": "x", "elements": [] } ] }""")]
    [InlineData("""{ "version": 1, "machines": [ { "name": "A", "namespace": null, "sourceRoot": null, "definition": "x", "elements": [ { "kind": "loop", "pointer": "", "state": "", "name": "", "file": "", "line": 1, "hits": 1 } ] } ] }""")]
    [InlineData("""{ "version": 1, "machines": [ { "name": "A", "namespace": null, "sourceRoot": null, "definition": "x", "elements": [ { "kind": "state", "pointer": "", "state": "", "name": "", "file": "", "line": 1.5, "hits": 1 } ] } ] }""")]
    public void Other_texts_are_refused(string json) => Should.Throw<JsonException>(() => CoverageReport.Parse(json));

    [Fact]
    public async Task A_file_is_written_whole_and_read_back()
    {
        CoverageReport report = await Covered.ReportAsync("Order", null, """{ "total": 1 }""");
        string path = Path.Combine(_folder, "deep", "coverage.json");
        report.Save(path, CoverageFormat.Json);
        report.Save(path, CoverageFormat.Json);
        CoverageReport.Load(path).Totals.ShouldBe(report.Totals);
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
        Should.Throw<Exception>(() => report.Save(_folder, CoverageFormat.Text));
        Directory.GetFiles(_folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_threshold_that_is_met_says_nothing()
    {
        CoverageReport report = await Covered.ReportAsync("Order", null, """{ "total": 1 }""", """{ "total": 200 }""");
        report.Require(new CoverageThreshold { States = 75, Transitions = 60, Catchers = 0, ChoiceRules = 50 });
        report.Require(new CoverageThreshold());
    }

    [Fact]
    public async Task A_threshold_that_is_not_met_tells_what_is_missing()
    {
        CoverageReport report = await Covered.ReportAsync("Order", null, """{ "total": 1 }""", """{ "total": 200 }""");
        CoverageException exception = Should.Throw<CoverageException>(() => report.Require(new CoverageThreshold { States = 75.1, Transitions = 60, Catchers = 100 }));
        exception.Message.ShouldBe("""
            The tests reach too little of the state machines.
            States: 75.0 % (3/4), and 75.1 % are required. Missing:
              Order: Decline, never entered (Order.asl.json:24)
            Catchers: 0.0 % (0/1), and 100 % are required. Missing:
              Order: Charge -> Decline (Catch 0: States.Timeout, Busy), never caught (Order.asl.json:20)
            """);
        exception.Missing.Select(element => element.Pointer).ShouldBe(["/States/Decline", "/States/Charge/Catch/0"]);
    }

    [Fact]
    public async Task A_long_list_of_what_is_missing_is_cut()
    {
        string states = string.Join(",", Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($$""" "S{{i}}": { "Type": "Pass", "Next": "S{{i + 1}}" } """)));
        MachineCoverage machine = await Covered.RunAsync(
            $$"""{ "StartAt": "Stop", "States": { "Stop": { "Type": "Choice", "Choices": [ { "Variable": "$.go", "IsPresent": true, "Next": "S0" } ], "Default": "S40" }, {{states}}, "S40": { "Type": "Succeed" } } }""");
        var exception = Should.Throw<CoverageException>(() => new CoverageReport([machine]).Require(new CoverageThreshold { States = 100 }));
        exception.Message.Split('\n').Length.ShouldBe(28);
        exception.Message.ShouldEndWith("\n  and 15 more");
        exception.Missing.Length.ShouldBe(40);
    }

    [Fact]
    public void Without_machines_no_threshold_is_met() =>
        Should.Throw<CoverageException>(() => new StateMachineCoverage().ToReport().Require(CoverageThreshold.Each(0))).Message.ShouldContain("LocalOptions.Coverage");

    [Theory]
    [InlineData(-0.1)]
    [InlineData(100.1)]
    [InlineData(double.NaN)]
    public void A_threshold_is_a_percentage(double value) => Should.Throw<ArgumentOutOfRangeException>(() => CoverageThreshold.Each(value));

    [Theory]
    [InlineData(0, 0, "100.0 % (0/0)")]
    [InlineData(2, 3, "66.6 % (2/3)")]
    [InlineData(9999, 10000, "99.9 % (9999/10000)")]
    public void Shares_are_never_rounded_up(int covered, int total, string text) => new CoverageRatio(covered, total).ToString().ShouldBe(text);

    /// <summary>Another definition, which begins on the same line when it has a file of its own.</summary>
    private static async Task<CoverageReport> OtherAsync(string name, string file)
    {
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", Covered.Options(coverage, new DefinitionPlace(file)), name);
        return coverage.ToReport();
    }
}
