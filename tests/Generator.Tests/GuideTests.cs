using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Analyzers;
using StateMachineGen.Harness;
using StateMachineGen.Tracing;

namespace StateMachineGen.Generator.Tests;

/// <summary>
/// The guide's code is compiled and its definitions are compared with those that are emitted. The blocks of C# marked
/// <c>```csharp compiled</c> in all pages are one program; <c>```json state NAME</c> is the state of that name in it.
/// </summary>
public sealed class GuideTests
{
    /// <summary>The oldest supported compiler, which the tests use, sees extensions of types in sources only, so the runtime's own is repeated here.</summary>
    private const string Extensions = """
        namespace StateMachineGen;

        internal static class StandIn
        {
            extension<TSelf, TInput, TOutput>(IStateMachine<TSelf, TInput, TOutput>)
                where TSelf : IStateMachine<TSelf, TInput, TOutput>
            {
                public static LocalStateMachine<TInput, TOutput> CreateLocal(IServiceProvider? services = null, LocalOptions? options = null) =>
                    LocalStateMachine.Create<TSelf, TInput, TOutput>(services, options);

                public static StateMachineGen.Testing.MachineTest<TInput, TOutput> Test(LocalOptions? options = null) =>
                    LocalStateMachine.Test<TSelf, TInput, TOutput>(options);
            }
        }
        """;

    private static readonly Lazy<Compilation> s_program = new(Compile);

    /// <summary>The texts by the pages' names.</summary>
    private static ImmutableSortedDictionary<string, string> Pages { get; } = Directory
        .GetFiles(Path.Combine(Metadata("RepositoryRoot"), "docs", "guide"), "*.md")
        .ToImmutableSortedDictionary(page => Path.GetFileNameWithoutExtension(page), page => File.ReadAllText(page).ReplaceLineEndings("\n"), StringComparer.Ordinal);

    private static readonly ImmutableArray<(string Page, string Info, string Text)> s_blocks =
    [
        .. Pages.SelectMany(page => Regex.Matches(page.Value, "^```(.+)\n(?s:(.*?))^```$", RegexOptions.Multiline)
            .Select(match => (page.Key, match.Groups[1].Value, match.Groups[2].Value))),
    ];

    public static IEnumerable<TheoryDataRow<string, string>> ShownStates => s_blocks
        .Where(block => block.Info.StartsWith("json state ", StringComparison.Ordinal))
        .Select(block => new TheoryDataRow<string, string>(block.Info["json state ".Length..], block.Text));

    [Fact]
    public async Task The_code_of_the_guide_gives_no_warning_and_breaks_no_rule()
    {
        ImmutableArray<Diagnostic> reported = await AnalyzerHarness.AnalyzeAsync(s_program.Value, new StateMachineAnalyzer());
        reported.ShouldBeEmpty(AnnotatedSource.Describe(reported));
    }

    [Theory]
    [MemberData(nameof(ShownStates))]
    public void A_state_is_emitted_as_the_guide_shows_it(string name, string shown)
    {
        JsonNode? emitted = Definitions().Select(definition => definition["States"]![name]).SingleOrDefault(state => state is not null);
        emitted.ShouldNotBeNull($"No machine of the guide has a state '{name}'.");
        emitted.ToJsonString().ShouldBe(JsonNode.Parse(shown)!.ToJsonString());
    }

    [Fact]
    public async Task The_mocked_example_takes_the_path_that_the_guide_tells()
    {
        using GeneratedAssembly assembly = GeneratedAssembly.Load(s_program.Value);
        string path = await assembly.Call<Task<string>>("Shop.Mocking", "RunAsync");
        Pages["running"].ShouldContain($"`RunAsync` returns `{path}`");
    }

    [Theory]
    [InlineData("LargeAmountsExpireAsync", "WorkflowTests", 250)]
    [InlineData("LargeAmountsExpireAsync", "WorkflowTests", 750)]
    [InlineData("AnExpiredCardIsDeclinedAsync", "StateTests")]
    public async Task The_examples_of_tests_return_what_the_guide_tells(string method, string type, params int[] total)
    {
        using GeneratedAssembly assembly = GeneratedAssembly.Load(s_program.Value);
        string returned = await assembly.Call<Task<string>>("Shop." + type, method, [.. total.Select(each => (object)(decimal)each)]);
        Pages["testing"].ReplaceLineEndings(" ").ShouldContain($"returns `{returned}`");
    }

    [Fact]
    public async Task The_report_of_coverage_is_as_the_guide_shows_it()
    {
        using GeneratedAssembly assembly = GeneratedAssembly.Load(s_program.Value);
        string report = await assembly.Call<Task<string>>("Shop.CoveredTests", "SmallAmountsAsync");
        WithoutPlaces(report).ShouldBe(WithoutPlaces(s_blocks.Single(block => block.Info == "text coverage").Text));

        // The places are those of the source.
        string[] lines = s_blocks.First(block => block.Info == "csharp compiled").Text.Split('\n');
        report.Split('\n').Single(line => line.Contains("Route -> Review", StringComparison.Ordinal))
            .ShouldEndWith($" {s_blocks[0].Page}-00.cs:{Array.FindIndex(lines, line => line.Contains("[When<Review>]", StringComparison.Ordinal)) + 1}");

        // The files of the guide are called otherwise.
        static string WithoutPlaces(string text) => Regex.Replace(text, @" +\S+:\d+$", "", RegexOptions.Multiline);
    }

    [Fact]
    public void The_guide_lists_all_names_of_spans_tags_and_instruments()
    {
        IEnumerable<string> names = typeof(TelemetryNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        names.Where(name => !Pages["running"].Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static Compilation Compile()
    {
        SyntaxTree[] files =
        [
            .. s_blocks.Where(block => block.Info == "csharp compiled").Select((block, index) =>
                TestCompilation.Parse(block.Text, string.Create(CultureInfo.InvariantCulture, $"{block.Page}-{index:D2}.cs"))),
        ];
        files.ShouldNotBeEmpty();
        Compilation input = TestCompilation.Create().AddSyntaxTrees([.. files, TestCompilation.Parse(Extensions, "Extensions.cs")]);
        CSharpGeneratorDriver
            .Create([new StateMachineGenerator().AsSourceGenerator(), .. JsonGenerators()], parseOptions: TestCompilation.ParseOptions, optionsProvider: BuildProperties.WithSourceMaps)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation program, out ImmutableArray<Diagnostic> diagnostics);
        diagnostics.ShouldBeEmpty();
        return program;
    }

    /// <summary>The generator of serializer contexts, as the SDK carries it.</summary>
    private static IEnumerable<ISourceGenerator> JsonGenerators() => Assembly.LoadFrom(Metadata("JsonSourceGenerator")).GetTypes()
        .Where(type => type.GetCustomAttributes<GeneratorAttribute>().Any(attribute => attribute.Languages.Contains(LanguageNames.CSharp)))
        .Select(type => ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator());

    private static IEnumerable<JsonNode> Definitions() => s_program.Value.GetSymbolsWithName("__StateMachineDefinition", SymbolFilter.Member)
        .Select(constant => JsonNode.Parse((string)((IFieldSymbol)constant).ConstantValue!)!);

    private static string Metadata(string key) =>
        typeof(GuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
