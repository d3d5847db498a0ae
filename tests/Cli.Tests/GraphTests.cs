using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;
using StateMachineGen.Harness;

namespace StateMachineGen.Cli.Tests;

public sealed class GraphTests : IDisposable
{
    private const string Pass = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""";

    private readonly TempFolder _folder = new();

    private static string Sample => CliRun.Metadata("TraceFunctionsAssembly");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mermaid", "TraceFunctions.mmd")]
    [InlineData("dot", "TraceFunctions.dot")]
    [InlineData("svg", "TraceFunctions.svg")]
    public async Task The_machine_of_an_assembly_is_drawn(string format, string snapshot)
    {
        CliRun run = await CliRun.RunAsync("graph", Sample, "--format", format);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        Snapshot.Match(run.Output, snapshot);
    }

    [Fact]
    public async Task A_file_whose_ending_tells_no_format_is_asked_about()
    {
        CliRun run = await CliRun.RunAsync("graph", "order.json", "--output", "order.png");
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("The ending '.png' tells no format");
    }

    [Fact]
    public async Task A_file_and_an_assembly_give_the_same_picture()
    {
        string definition = Path.Combine(Path.GetDirectoryName(Sample)!, "asl", "TraceFunctions.asl.json");
        (await CliRun.RunAsync("graph", definition)).ShouldBe(await CliRun.RunAsync("graph", Sample));
        CliRun piped = await CliRun.RunWithInputAsync(await File.ReadAllTextAsync(definition, TestContext.Current.CancellationToken), "graph", "-", "-f", "dot");
        piped.Output.ShouldStartWith("digraph {");
    }

    [Theory]
    [InlineData("picture.svg", "<svg ")]
    [InlineData("picture.gv", "digraph {")]
    [InlineData("picture.mermaid", "---\n")]
    [InlineData("picture", "---\n")]
    public async Task The_name_of_the_output_tells_the_format(string name, string start)
    {
        string output = Path.Combine(_folder["new"], name);
        (await CliRun.RunAsync("graph", Sample, "-o", output)).ShouldBe(new CliRun(0, "", ""));
        File.ReadAllText(output).ShouldStartWith(start);
    }

    [Fact]
    public async Task Of_several_machines_one_is_chosen_or_all_go_into_a_folder()
    {
        string assembly = TestAssembly.Compile(_folder, TestAssembly.Machine("First", "Orders", Pass) + TestAssembly.Machine("Second", "Returns", Pass));
        CliRun several = await CliRun.RunAsync("graph", assembly);
        several.ShouldBe(new CliRun(
            2, "", $"{assembly}: error: This assembly holds several state machines. Choose one with --machine, or draw all into a folder with --output: Orders, Returns\n"));
        CliRun unknown = await CliRun.RunAsync("graph", assembly, "--machine", "orders");
        unknown.ShouldBe(new CliRun(2, "", $"{assembly}: error: There is no state machine 'orders'. Those of this file are: Orders, Returns\n"));
        CliRun one = await CliRun.RunAsync("graph", assembly, "--machine", "Returns");
        one.ExitCode.ShouldBe(0);
        one.Output.ShouldContain("title: \"Returns\"");

        string pictures = _folder["pictures"] + Path.DirectorySeparatorChar;
        (await CliRun.RunAsync("graph", assembly, "--format", "svg", "--output", pictures)).ShouldBe(new CliRun(0, "", ""));
        Directory.GetFiles(pictures).Select(Path.GetFileName).Order().ShouldBe(["Orders.svg", "Returns.svg"]);
    }

    [Fact]
    public async Task A_machine_whose_name_is_no_file_name_writes_none()
    {
        string assembly = TestAssembly.Compile(_folder, TestAssembly.Machine("First", "../Orders", Pass));
        CliRun run = await CliRun.RunAsync("graph", assembly, "--output", _folder["pictures"] + "/");
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Single().ShouldContain("its name holds '/'");
        Directory.Exists(_folder["pictures"]).ShouldBeFalse();
    }

    [Fact]
    public async Task Assemblies_that_hold_no_machines_or_are_none_are_told()
    {
        CliRun none = await CliRun.RunAsync("graph", typeof(CliRun).Assembly.Location);
        none.ExitCode.ShouldBe(2);
        none.ErrorLines.Single().ShouldContain("error: This assembly holds no state machines");

        string broken = _folder["Broken.dll"];
        File.WriteAllText(broken, "MZ");
        CliRun unreadable = await CliRun.RunAsync("graph", broken);
        unreadable.ExitCode.ShouldBe(2);
        unreadable.ErrorLines.Single().ShouldStartWith($"{broken}: error: The state machines of this assembly cannot be read");

        (await CliRun.RunAsync("format", Sample)).ErrorLines.Single().ShouldContain("This is an assembly");
    }

    [Fact]
    public async Task Without_states_there_is_nothing_to_draw()
    {
        CliRun run = await CliRun.RunWithInputAsync("\n {}", "graph", "-");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.Single().ShouldStartWith("<stdin>:2:2: error: There is nothing to draw");
    }

    [Theory]
    [InlineData("graph", "a.json", "--format", "png")]
    [InlineData("graph", "a.json", "b.json")]
    [InlineData("graph")]
    [InlineData("grahp", "a.json")]
    public async Task Bad_arguments_are_told(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Last().ShouldStartWith("See: stategen");
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_told()
    {
        string file = _folder["file"];
        File.WriteAllText(file, "");
        CliRun run = await CliRun.RunWithInputAsync(Pass, "graph", "-", "--output", Path.Combine(file, "below.svg"));
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Single().ShouldContain("error: This file cannot be written: ");
    }
}
