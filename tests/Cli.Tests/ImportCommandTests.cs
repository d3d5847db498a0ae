using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private const string Sound = """{ "Comment": "Hello", "StartAt": "say it", "States": { "say it": { "Type": "Pass", "Result": { "a": 1 }, "End": true } } }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_definition_becomes_a_class_that_is_named_after_the_file()
    {
        string file = Write("order-flow.asl.json", Sound);
        string output = Path.Combine(_folder["out"], "OrderFlow.cs");

        (await CliRun.RunAsync("import", file, "--output", _folder["out"], "--namespace", "Shop.Flows")).ShouldBe(new CliRun(0, output + "\n", ""));

        string source = File.ReadAllText(output);
        source.ShouldContain("namespace Shop.Flows;\n");
        source.ShouldContain("""[StateMachine(Name = "order-flow", Comment = "Hello")]""");
        source.ShouldContain("""[Pass(Name = "say it")]""");
        Directory.GetFiles(_folder["out"]).ShouldHaveSingleItem("No temporary file is left.");
    }

    [Fact]
    public async Task The_guide_shows_what_an_import_gives()
    {
        string guide = File.ReadAllText(Path.Combine(CliRun.Metadata("RepositoryRoot"), "docs", "guide", "cli.md")).ReplaceLineEndings("\n");
        string file = Write("lookup.asl.json", Block("json"));

        (await CliRun.RunAsync("import", file, "--output", _folder["out"])).ExitCode.ShouldBe(0);

        File.ReadAllText(Path.Combine(_folder["out"], "Lookup.cs")).ShouldBe(Block("csharp"));

        string Block(string language)
        {
            int start = guide.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
            return guide[start..guide.IndexOf("```\n", start, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_place_and_the_rest_is_imported()
    {
        string file = Write("a.json", "{ \"StartAt\": \"A\", \"States\": {\n  \"A\": { \"Type\": \"Pass\", \"Next\": \"Nowhere\" } } }");

        CliRun run = await CliRun.RunAsync("import", file, "--output", _folder["out"]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBe($"{file}:2:34: error SMG2010: Next must name a state of the same scope, and there is no state 'Nowhere'\n");
        File.ReadAllText(Path.Combine(_folder["out"], "A.cs")).ShouldContain("""""[Field("Next", """ "Nowhere" """)]""""");
    }

    [Fact]
    public async Task Broken_and_missing_files_end_with_2_and_hinder_no_other()
    {
        string broken = Write("broken.json", "{ \"StartAt\": \"A\",\n  oops }");
        string sound = Write("sound.json", Sound);

        CliRun run = await CliRun.RunAsync("import", broken, "nowhere.json", sound, "--output", _folder["out"]);

        run.ExitCode.ShouldBe(2);
        run.Errors.Split('\n').Length.ShouldBe(3, run.Errors);
        run.Errors.ShouldStartWith($"{broken}:2:3: error: ");
        run.Errors.ShouldContain("nowhere.json: error: There is no such file");
        Directory.GetFiles(_folder["out"]).Select(Path.GetFileName).ShouldBe(["Sound.cs"]);
    }

    [Fact]
    public async Task A_file_that_somebody_has_worked_on_is_not_written_over()
    {
        string file = Write("a.json", Sound);
        string target = Path.Combine(_folder["out"], "A.cs");
        (await CliRun.RunAsync("import", file, "--output", _folder["out"])).ExitCode.ShouldBe(0);
        (await CliRun.RunAsync("import", file, "--output", _folder["out"])).ExitCode.ShouldBe(0, "The same text again harms nobody.");
        File.AppendAllText(target, "// mine\n");

        CliRun run = await CliRun.RunAsync("import", file, "--output", _folder["out"]);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("Add --force");
        File.ReadAllText(target).ShouldEndWith("// mine\n");
        (await CliRun.RunAsync("import", file, "--output", _folder["out"], "--force")).ExitCode.ShouldBe(0);
        File.ReadAllText(target).ShouldNotContain("// mine");
    }

    [Fact]
    public async Task Programs_are_told_in_JSON()
    {
        string good = Write("good.json", Sound);
        string bad = Write("bad.json", """{ "StartAt": "B", "States": { "A": { "Type": "Pass", "End": true } } }""");

        CliRun run = await CliRun.RunAsync("import", good, bad, "--output", _folder["out"], "--format", "json");

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBeEmpty();
        using JsonDocument report = JsonDocument.Parse(run.Output);
        report.RootElement.GetProperty("files").EnumerateArray().Select(each => each.GetProperty("class").GetString()).ShouldBe(["Good", "Bad"]);
        JsonElement problem = report.RootElement.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        problem.EnumerateObject().Select(member => member.Name).ShouldBe(["file", "line", "column", "rule", "severity", "message", "path"]);
        problem.GetProperty("rule").GetString().ShouldBe("SMG2010");
        problem.GetProperty("path").GetString().ShouldBe("/StartAt");
        problem.GetProperty("column").GetInt32().ShouldBe(14);
    }

    [Fact]
    public async Task The_standard_input_and_an_assembly()
    {
        (await CliRun.RunWithInputAsync(Sound, "import", "-", "--output", _folder["out"])).ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(_folder["out"], "Stdin.cs")).ShouldBeTrue();
        (await CliRun.RunAsync("import", typeof(ImportCommandTests).Assembly.Location)).Errors.ShouldContain("This is an assembly");
    }

    [Theory]
    [InlineData("CON.json", "ConMachine")]
    [InlineData("lpt3.asl.json", "Lpt3Machine")]
    public async Task A_name_that_means_a_device_of_Windows_becomes_another(string name, string machine)
    {
        CliRun run = await CliRun.RunAsync("import", Write(name, Sound), "--output", _folder["out"]);

        run.ExitCode.ShouldBe(0);
        run.Errors.ShouldContain($"warning: The name of the file means a device of Windows, so the machine is called '{machine}'");
        File.ReadAllText(Path.Combine(_folder["out"], machine + ".cs")).ShouldContain("[StateMachine(Comment");
    }

    [Fact]
    public async Task A_mistyped_option_is_no_file_and_nothing_is_written()
    {
        CliRun run = await CliRun.RunAsync("import", Write("a.json", Sound), "--output", _folder["out"], "--namspace", "My.App");

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("There is no option '--namspace'");
        Directory.Exists(_folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_occurs_twice_is_an_error_and_the_last_one_counts()
    {
        CliRun run = await CliRun.RunAsync("import", Write("a.json", Sound.Replace("\"Hello\"", "\"one\", \"Comment\": \"two\"", StringComparison.Ordinal)), "--output", _folder["out"]);

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain(":1:21: error: 'Comment' occurs twice");
        File.ReadAllText(Path.Combine(_folder["out"], "A.cs")).ShouldContain("Comment = \"two\"");
    }

    [Theory]
    [InlineData("--namespace", "1 2")]
    [InlineData("--namespace", "a..b")]
    [InlineData("--format", "xml")]
    public async Task Bad_usage_ends_with_2(string option, string value) =>
        (await CliRun.RunAsync("import", Write("a.json", Sound), option, value)).ExitCode.ShouldBe(2);

    private string Write(string name, string text)
    {
        _folder.Write(name, text);
        return _folder[name];
    }
}
