using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class ValidateTests : IDisposable
{
    private const string Clean = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";

    private const string Faulty = """
        {
          "StartAt": "A",
          "States": {
            "A": { "Type": "Pass", "Next": "B\u00fc", "Timeout": 1 },
            "C": { "Type": "Task", "End": true }
          }
        }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Findings_are_lines_in_the_order_of_the_text()
    {
        string file = Write("order.asl.json", Faulty);
        CliRun run = await CliRun.RunAsync("validate", file);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe($"""
            {file}:4:36: error SMG2010: Next must name a state of the same scope, and there is no state 'Bü' [/States/A/Next]
            {file}:4:47: error SMG1013: The field 'Timeout' is not supported on a Pass state [/States/A/Timeout]
            {file}:5:5: error SMG5001: The Task state 'C' does not say what it calls: Resource is missing [/States/C]

            """);
        run.Errors.ShouldBe("1 definition checked: 3 errors.\n");
    }

    [Fact]
    public async Task A_clean_definition_has_no_findings_in_any_format()
    {
        (await CliRun.RunWithInputAsync(Clean, "validate", "-")).ShouldBe(new CliRun(0, "", "1 definition checked: nothing found.\n"));
        (await CliRun.RunWithInputAsync(Clean, "validate", "-", "--format", "json")).ShouldBe(new CliRun(0, "[]\n", ""));
        (await CliRun.RunWithInputAsync(Clean, "validate", "-", "--format", "aws"))
            .ShouldBe(new CliRun(0, """{"result":"OK","diagnostics":[],"truncated":false}""" + "\n", ""));
        CliRun sarif = await CliRun.RunWithInputAsync(Clean, "validate", "-", "--format", "sarif");
        sarif.ExitCode.ShouldBe(0);
        Run(sarif).GetProperty("results").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Json_is_one_array_for_all_files()
    {
        string faulty = Write("faulty.asl.json", Faulty);
        string broken = Write("broken.asl.json", "{\n  \"StartAt\": ,\n}");
        CliRun run = await CliRun.RunAsync("validate", faulty, Write("clean.json", Clean), broken, "--format", "json");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBeEmpty();
        JsonElement[] findings = [.. JsonSerializer.Deserialize<JsonElement>(run.Output).EnumerateArray()];
        findings.Length.ShouldBe(4);
        findings.Select(static finding => string.Join(' ', finding.EnumerateObject().Select(static field => field.Name))).Distinct()
            .ShouldBe(["file line column rule severity message path"]);
        findings[0].GetRawText().ReplaceLineEndings("").Replace("    ", "", StringComparison.Ordinal).ShouldBe(
            """{"file": "FILE","line": 4,"column": 36,"rule": "SMG2010","severity": "error","message": "Next must name a state of the same scope, and there is no state 'Bü'","path": "/States/A/Next"  }"""
                .Replace("FILE", faulty, StringComparison.Ordinal));
        (string?, int, int, string?, string?) last = (
            findings[3].GetProperty("file").GetString(),
            findings[3].GetProperty("line").GetInt32(),
            findings[3].GetProperty("column").GetInt32(),
            findings[3].GetProperty("rule").GetString(),
            findings[3].GetProperty("path").GetString());
        last.ShouldBe((broken, 2, 14, "SMG1007", "/"));
    }

    [Fact]
    public async Task Sarif_holds_every_rule_and_the_whole_region()
    {
        string file = Write("my order.asl.json", Faulty);
        CliRun run = await CliRun.RunAsync("validate", file, "--format", "sarif");
        run.ExitCode.ShouldBe(1);
        JsonElement log = JsonSerializer.Deserialize<JsonElement>(run.Output);
        log.GetProperty("version").GetString().ShouldBe("2.1.0");
        JsonElement[] rules = [.. Run(run).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        rules.Select(rule => rule.GetProperty("id").GetString()).ShouldBeInOrder();
        JsonElement result = Run(run).GetProperty("results")[0];
        JsonElement rule = rules[result.GetProperty("ruleIndex").GetInt32()];
        rule.GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        rule.GetProperty("helpUri").GetString()!.ShouldEndWith("docs/rules/SMG2010.md");
        result.GetProperty("level").GetString().ShouldBe("error");
        JsonElement location = result.GetProperty("locations")[0];
        JsonElement place = location.GetProperty("physicalLocation");
        place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldBe(new Uri(file).AbsoluteUri);
        place.GetProperty("region").EnumerateObject().Select(each => each.Value.GetInt32()).ShouldBe([4, 36, 4, 45]);
        location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().ShouldBe("/States/A/Next");
    }

    [Fact]
    public async Task Sarif_tells_the_change_that_mends_a_finding()
    {
        const string text = """
            { "StartAt": "A", "States": {
                "A": { "Type": "Pass", "Parameters": { "id": "$.id" }, "Next": "Secnd" },
                "Second": { "Type": "Succeed" } } }
            """;
        CliRun run = await CliRun.RunAsync("validate", Write("order.asl.json", text), "--format", "sarif");
        Run(run).GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0])
            .Select(change => (
                string.Join(' ', change.GetProperty("deletedRegion").EnumerateObject().Select(each => each.Value.GetInt32())),
                change.GetProperty("insertedContent").GetProperty("text").GetString()))
            .ShouldBe([("2 47 2 47", ".$"), ("2 69 2 74", "Second")]);
    }

    [Fact]
    public async Task Aws_gives_a_line_for_each_definition()
    {
        string empty = Write("empty.json", " \n");
        string broken = Write("broken.json", "[1");
        CliRun run = await CliRun.RunAsync("validate", empty, Write("clean.json", Clean), broken, "--format", "aws");
        run.ExitCode.ShouldBe(1);
        JsonElement[] lines = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
        lines.Select(line => line.GetProperty("result").GetString()).ShouldBe(["FAIL", "OK", "FAIL"]);
        lines[0].GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("MISSING_DESCRIPTION");
        lines[2].GetProperty("diagnostics")[0].GetProperty("code").GetString().ShouldBe("INVALID_JSON_DESCRIPTION");
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_is_told_and_the_others_are_checked()
    {
        string missing = _folder["missing.json"];
        CliRun run = await CliRun.RunAsync("validate", missing, Write("faulty.json", Faulty));
        run.ExitCode.ShouldBe(2);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        run.ErrorLines[0].ShouldBe($"{missing}: error: There is no such file. Check the path.");

        run = await CliRun.RunAsync("validate", missing, "--format", "json");
        run.ExitCode.ShouldBe(2);
        JsonElement finding = JsonSerializer.Deserialize<JsonElement>(run.Output).EnumerateArray().Single();
        finding.GetProperty("file").GetString().ShouldBe(missing);
        finding.GetProperty("rule").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_machines_of_an_assembly_are_checked_by_their_names()
    {
        string assembly = TestAssembly.Compile(
            _folder, TestAssembly.Machine("First", "Orders", Clean) + TestAssembly.Machine("Second", "Returns", """{"StartAt":"A","States":{"A":{"Type":"Pass"}}}"""));
        CliRun run = await CliRun.RunAsync("validate", assembly);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldStartWith($"{assembly}/Returns.asl.json:1:26: error SMG2005: ");
        run.Errors.ShouldBe("2 definitions checked: 1 error.\n");
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("validate", "a.json", "--format", "xml")]
    [InlineData("validate", "a.json", "--type", "FAST")]
    [InlineData("validate", "a.json", "--severity", "fatal")]
    [InlineData("validate", "-", "-")]
    [InlineData("validate", "a.json", "--strict")]
    public async Task Bad_arguments_are_told(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldNotContain('\uFFFD');
        run.ErrorLines.Last().ShouldBe("See: stategen validate --help");
    }

    [Theory]
    [InlineData("""{"StartAt":"\ud800","States":{"\ud800":{"Type":"\u0007","Next":"\u001b[31m"}}}""")]
    [InlineData("""{"StartAt":{},"States":[{"Type":[]}],"":null}""")]
    [InlineData("""{"States":{"A":null,"A":3,"B":{"Type":"Choice","Choices":[null,{"And":{}}],"Retry":{},"Catch":[[]]}}}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"StartAt\":\"\u0000\"}")]
    public async Task Whatever_a_text_holds_is_told_in_every_format(string text)
    {
        foreach (string format in (string[])["text", "json", "sarif", "aws"])
        {
            CliRun run = await CliRun.RunWithInputAsync(text, "validate", "-", "--format", format, "--type", "express");
            run.ExitCode.ShouldBe(1, format);
            run.Output.Where(static c => c != '\n').Any(char.IsControl).ShouldBeFalse(format);
            if (format != "text")
            {
                JsonSerializer.Deserialize<JsonElement>(run.Output);
            }
        }
    }

    private static JsonElement Run(CliRun run) => JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("runs")[0];

    private string Write(string name, string text)
    {
        string file = _folder[name];
        File.WriteAllText(file, text);
        return file;
    }
}
