using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Package.Tests;

public sealed class PackageTests(PackedPackage package)
{
    private const string Program = """
        using StateMachineGen;

        await using var machine = Greeting.CreateLocal();
        ExecutionResult<string> run = await machine.ExecuteAsync(new Guest("Ada", 1));
        Console.WriteLine($"{run.Status}: {run.Output} via {string.Join(" > ", run.Path)}");

        /// <summary>Who comes.</summary>
        internal sealed record Guest(string Name, int Visits);

        /// <summary>Greets a guest.</summary>
        [StateMachine<Guest, string>]
        internal sealed partial class Greeting
        {
            [StartAt, Choice]
            [Default<Refuse>]
            public sealed partial class Route
            {
                [When<Welcome>] private static Condition IsFirst => Variable("$.visits") == 1;
            }

            [Task, Retry(Errors.TaskFailed, MaxAttempts = 1), Catch<Refuse>(Errors.All), End]
            public sealed partial class Welcome : ITask<Guest, string>
            {
                public Task<string> ExecuteAsync(Guest input, CancellationToken cancellationToken) => Task.FromResult($"Welcome, {input.Name}");
            }

            [Fail(Error = "Refused")] public sealed partial class Refuse;
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_package_holds_exactly_what_it_should()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.PackageFile);
        archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)
            .ShouldBe(
            [
                "README.md",
                "StateMachineGen.nuspec",
                "analyzers/dotnet/cs/StateMachineGen.Analyzers.dll",
                "analyzers/dotnet/cs/StateMachineGen.Authoring.dll",
                "analyzers/dotnet/cs/StateMachineGen.CodeFixes.dll",
                "analyzers/dotnet/cs/StateMachineGen.Completion.dll",
                "analyzers/dotnet/cs/StateMachineGen.Generator.dll",
                "analyzers/dotnet/cs/StateMachineGen.Language.dll",
                "build/StateMachineGen.props",
                "build/StateMachineGen.targets",
                "build/analysis/all.globalconfig",
                "build/analysis/minimum.globalconfig",
                "build/analysis/recommended.globalconfig",
                "buildMultiTargeting/StateMachineGen.props",
                "buildMultiTargeting/StateMachineGen.targets",
                "buildTransitive/StateMachineGen.props",
                "buildTransitive/StateMachineGen.targets",
                "lib/net10.0/StateMachineGen.Language.dll",
                "lib/net10.0/StateMachineGen.Language.xml",
                "lib/net10.0/StateMachineGen.dll",
                "lib/net10.0/StateMachineGen.xml",
                "tasks/netstandard2.0/StateMachineGen.Build.dll",
            ]);
    }

    [Fact]
    public async Task A_fresh_project_builds_without_a_warning_finds_its_definition_and_runs()
    {
        using ConsumerProject project = ConsumerProject.Create(package, Program);
        DotnetOutcome build = (await project.RunAsync(Cancellation, "build")).ShouldSucceed();
        build.Output.ShouldContain("0 Warning(s)");
        string definition = await File.ReadAllTextAsync(Path.Combine(project.OutputFolder, "asl", "Greeting.asl.json"), Cancellation);
        definition.ShouldStartWith("{\n  \"StartAt\": \"Route\",");

        DotnetOutcome run = (await project.RunAsync(Cancellation, "run", "--no-build")).ShouldSucceed();
        run.Output.ShouldContain("Succeeded: Welcome, Ada via Route > Welcome");
    }

    [Fact]
    public async Task A_build_tells_where_machines_stand_and_an_editors_does_not()
    {
        using ConsumerProject project = ConsumerProject.Create(package, """
            using System.Reflection;
            using StateMachineGen.CompilerServices;

            StateMachineSourceAttribute? source = typeof(Orders).GetCustomAttribute<StateMachineSourceAttribute>();
            Console.WriteLine($"<{source?.Root}> <{source?.Map.Replace('\n', ',')}>");
            """);
        project.Write("Orders.cs", """
            using StateMachineGen;

            /// <summary>Takes orders.</summary>
            [StateMachine]
            internal sealed partial class Orders
            {
                [StartAt, Pass]
                [End]
                public sealed partial class Take;
            }
            """);
        string folder = Path.GetDirectoryName(project.ProjectFile) + Path.DirectorySeparatorChar;
        const string Map = "<F Orders.cs,0 9 /States/Take,0 8 /States/Take/End>";

        (await BuildAsync()).ShouldContain($"<{folder}> {Map}");
        (await BuildAsync($"-p:PathMap={folder}=/_/")).ShouldContain($"</_/> {Map}");
        (await BuildAsync("-p:StateMachineSourceMap=false")).ShouldContain("<> <>");
        (await BuildAsync("-p:DesignTimeBuild=true")).ShouldContain("<> <>");

        async Task<string> BuildAsync(params string[] properties)
        {
            (await project.RunAsync(Cancellation, ["build", .. properties])).ShouldSucceed();
            return (await project.RunAsync(Cancellation, "run", "--no-build")).ShouldSucceed().Output;
        }
    }

    [Fact]
    public async Task A_planted_mistake_is_an_error_at_its_place_and_the_only_one()
    {
        using ConsumerProject project = ConsumerProject.Create(package, Program.Replace("[Default<Refuse>]", "[Default<Guest>]", StringComparison.Ordinal));
        DotnetOutcome build = await project.RunAsync(Cancellation, "build");
        build.ExitCode.ShouldNotBe(0);
        build.Output.ShouldContain("Program.cs(15,14): error SMG2001");
        build.Output.ShouldContain("1 Error(s)");
    }

    [Fact]
    public async Task An_unreachable_state_is_an_error()
    {
        using ConsumerProject project = ConsumerProject.Create(
            package, Program.Replace("[Fail(Error = \"Refused\")]", "[Pass, Next<Lost>] public sealed partial class Lost;\n    [Fail(Error = \"Refused\")]", StringComparison.Ordinal));
        DotnetOutcome build = await project.RunAsync(Cancellation, "build");
        build.Output.ShouldContain("error SMG2008");
        build.Output.ShouldContain("1 Error(s)");
    }

    /// <summary>A handler that is no state is an info; two machines of one name are a warning.</summary>
    [Theory]
    [InlineData("", "", "warning SMG1073")]
    [InlineData("minimum", "", "")]
    [InlineData("Recommended", "", "warning SMG1073")]
    [InlineData("all", "", "warning SMG1073, warning SMG1076")]
    [InlineData("minimum", "dotnet_diagnostic.SMG1076.severity = warning", "warning SMG1076")]
    [InlineData("all", "dotnet_diagnostic.SMG1076.severity = none", "warning SMG1073")]
    [InlineData("most", "", "error SMGB012")]
    public async Task A_preset_sets_the_severities_and_leaves_the_last_word_to_the_project(string mode, string config, string expected)
    {
        string program = Program
            .Replace("Catch<Refuse>(Errors.All)", "Catch<Refuse>(typeof(Exception))", StringComparison.Ordinal)
            .Replace("[Fail(Error", """
                internal sealed class Idle : ITask<Guest, string>
                    {
                        public Task<string> ExecuteAsync(Guest input, CancellationToken cancellationToken) => Task.FromResult("");
                    }

                    [Fail(Error
                """, StringComparison.Ordinal);
        using ConsumerProject project = ConsumerProject.Create(
            package, program, $"<TreatWarningsAsErrors>false</TreatWarningsAsErrors><StateMachineGenAnalysisMode>{mode}</StateMachineGenAnalysisMode>");
        if (config.Length > 0)
        {
            project.Write(".globalconfig", "is_global = true\n" + config + "\n");
        }

        DotnetOutcome build = await project.RunAsync(Cancellation, "build");
        string.Join(", ", System.Text.RegularExpressions.Regex.Matches(build.Output, @"(warning|error) SMGB?\d+").Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)).ShouldBe(expected);
    }
}
