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

    [Theory]
    [InlineData("mermaid", "Execution.mmd")]
    [InlineData("dot", "Execution.dot")]
    [InlineData("svg", "Execution.svg")]
    public async Task An_execution_is_drawn_over_its_definition(string format, string snapshot)
    {
        string history = await RunAsync();
        CliRun run = await CliRun.RunAsync("graph", Sample, "--format", format, "--execution", history);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        Snapshot.Match(run.Output, snapshot);
        (await CliRun.RunWithInputAsync(await File.ReadAllTextAsync(history, TestContext.Current.CancellationToken), "graph", Sample, "-f", format, "-x", "-")).ShouldBe(run);
    }

    [Fact]
    public async Task A_run_draws_what_graph_draws_of_its_history()
    {
        string history = await RunAsync("--graph", _folder["run.svg"]);
        CliRun run = await CliRun.RunAsync("graph", Sample, "--execution", history, "--format", "svg");
        (await File.ReadAllTextAsync(_folder["run.svg"], TestContext.Current.CancellationToken)).ShouldBe(run.Output);

        (await CliRun.RunAsync("run", Sample, "--graph", "run.png")).Errors.ShouldContain("The ending '.png' tells no format. Give a name that ends with .svg, .dot or .mmd.");
    }

    [Theory]
    [InlineData("{ \"a\": ", ":1:8: error: This is no JSON. An execution is told by what")]
    [InlineData("{ \"a\": 1 }", ": error: This is no history of an execution. A history is an object with an array 'events'")]
    [InlineData("{ \"events\": [ { \"id\": 1, \"type\": \"PassStateEntered\", \"timestamp\": 1, \"stateEnteredEventDetails\": { \"name\": \"B\" } } ] }",
        ": error: The execution visited states that 'stdin' does not have: 'B'. Is it one of another machine, or of another version of it?")]
    public async Task A_file_that_is_no_history_of_the_machine_is_refused(string text, string message)
    {
        string file = _folder["history.json"];
        File.WriteAllText(file, text);
        CliRun run = await CliRun.RunWithInputAsync(Pass, "graph", "-", "--execution", file);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.Single().ShouldStartWith(file + message);
    }

    [Fact]
    public async Task A_history_that_is_not_there_is_told()
    {
        CliRun run = await CliRun.RunAsync("graph", Sample, "--execution", _folder["nothing.json"]);
        run.ShouldBe(new CliRun(2, "", $"{_folder["nothing.json"]}: error: There is no such file. Check the path.\n"));
        (await CliRun.RunAsync("graph", "-", "--execution", "-")).Errors.ShouldContain("The standard input can be read once.");
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

    /// <summary>Runs the tutorial's machine until its third function takes too long.</summary>
    /// <returns>The file that the run is told in.</returns>
    private async Task<string> RunAsync(params string[] arguments)
    {
        string mocks = _folder["mocks.json"];
        await File.WriteAllTextAsync(
            mocks,
            """{ "CallTestFunction1": { "0": { "Return": {} } }, "CallTestFunction2": { "0": { "Return": {} } }, "CallTestFunction3": { "0": { "NoAnswer": true } } }""",
            TestContext.Current.CancellationToken);
        CliRun run = await CliRun.RunAsync(["run", Sample, "--mocks", mocks, "--format", "json", .. arguments]);
        run.ExitCode.ShouldBe(1, run.Errors);
        run.Errors.ShouldBeEmpty();
        string history = _folder["run.json"];
        await File.WriteAllTextAsync(history, run.Output, TestContext.Current.CancellationToken);
        return history;
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
