using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StateMachineGen.Harness;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>Runs the platform's own design rules, as the SDK carries them, beside the suppressor.</summary>
public class SuppressorTests
{
    private static readonly string[] s_assemblies = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];

    private const string Source = """
        [StateMachine]
        public partial class Machine
        {
            [StartAt, Pass, Next<System>] public partial class Public
            {
                static partial void OnEntered(StateEntered state)
                {
                }
            }

            [Pass, Next<FillQueue>] public partial class System;
            [Pass, Next<Stop_Here>] public partial class FillQueue;
            [Pass, Next<Stop>] public partial class Stop_Here;
            [Succeed] public partial class Stop;
            public class Plain
            {
                public class Nested;
            }
        }

        [StateMachine]
        internal partial class Hidden
        {
            [StartAt, Succeed] internal partial class Inner;
        }

        internal class NeverCreated;
        """;

    private const string Scopes = """
        [StateMachine]
        public partial class Machine
        {
            private static int Unused => 1;

            [StartAt, Choice, Default<Both>]
            public partial class Route
            {
                [When<Both>] private static Condition Large => Variable("$.a") > 1;
                private static Condition Forgotten => Variable("$.a") > 1;
            }

            [Parallel, End]
            public partial class Both
            {
                [Branch] public partial class Left { [StartAt, Succeed] public partial class Done; }
            }
        }

        [StateMachine]
        internal partial class Hidden
        {
            [StartAt, Parallel, End]
            internal partial class Inner
            {
                [Branch] internal partial class Right { [StartAt, Succeed] internal partial class Stop; }
            }
        }
        """;

    [Theory]
    [InlineData("CA1034", "Both Done Left Route", "")]
    [InlineData("CA1515", "Both Done Left Machine Route", "")]
    [InlineData("CA1812", "Hidden Inner Stop", "")]
    [InlineData("CA1852", "Hidden Inner Right Stop", "")]
    [InlineData("IDE0051", "Large", "Forgotten Unused")]
    public async Task And_where_they_make_scopes_and_rules(string id, string silenced, string reported)
    {
        Diagnostic[] found = await RunAsync(id, new DesignRuleSuppressor(), Scopes);

        Names(found, isSuppressed: true).ShouldBe(silenced.Split(' '));
        Names(found, isSuppressed: false).ShouldBe(reported.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("CA1034", "FillQueue Public Stop Stop_Here System", "Nested Plain")]
    [InlineData("CA1515", "FillQueue Machine Public Stop Stop_Here System", "Nested Plain")]
    [InlineData("CA1707", "Stop_Here", "")]
    [InlineData("CA1711", "FillQueue", "")]
    [InlineData("CA1716", "Public Stop", "")]
    [InlineData("CA1724", "System", "")]
    [InlineData("CA1812", "Hidden Inner", "NeverCreated")]
    [InlineData("CA1852", "Hidden Inner", "NeverCreated")]
    public async Task Design_rules_are_silent_where_our_attributes_explain_the_code(string id, string silenced, string reported)
    {
        Diagnostic[] found = await RunAsync(id, new DesignRuleSuppressor());

        Names(found, isSuppressed: true).ShouldBe(silenced.Split(' '));
        Names(found, isSuppressed: false).ShouldBe(reported.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Without_the_suppressor_they_would_speak() =>
        Names(await RunAsync("CA1034", new StateMachineAnalyzer()), isSuppressed: false).ShouldContain("Stop");

    [Fact]
    public void Each_suppression_says_why_and_has_an_id_of_its_own()
    {
        SuppressionDescriptor[] descriptors = [.. new DesignRuleSuppressor().SupportedSuppressions];

        descriptors.Select(descriptor => descriptor.Id).ShouldBeUnique();
        descriptors.ShouldAllBe(descriptor => descriptor.Justification.ToString().EndsWith('.'));
    }

    private static string[] Names(Diagnostic[] diagnostics, bool isSuppressed) =>
        [.. diagnostics.Where(diagnostic => diagnostic.IsSuppressed == isSuppressed)
            .Select(diagnostic => diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length))
            .Distinct()
            .Order()];

    private static async Task<Diagnostic[]> RunAsync(string id, DiagnosticAnalyzer own, string source = Source)
    {
        Compilation compilation = GeneratorHarness.RunUnchecked(TestCompilation.Create(source)).Output;
        // An executable, because some of the rules only look at programs; all of them as warnings, as strict projects have them.
        compilation = compilation.WithOptions(((CSharpCompilationOptions)compilation.Options)
            .WithOutputKind(id == "CA1515" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions([new(id, ReportDiagnostic.Warn)]));
        if (id == "CA1515")
        {
            compilation = compilation.AddSyntaxTrees(TestCompilation.Parse("static class Program { static void Main() { } }", "Program.cs"));
        }

        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        return [.. (await compilation.WithAnalyzers([.. id == "IDE0051" ? [new UnusedProperties()] : PlatformAnalyzers(id), own], options).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken))
            .Where(diagnostic => diagnostic.Id == id)];
    }

    private static DiagnosticAnalyzer[] PlatformAnalyzers(string id)
    {
        string folder = RepositoryFolder.Metadata("PlatformAnalyzersFolder");
        DiagnosticAnalyzer[] found = [.. s_assemblies
            .SelectMany(file => Types(Assembly.LoadFrom(Path.Combine(folder, file))))
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer))
                && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id))];
        found.ShouldNotBeEmpty($"The SDK's analyzers in {folder} know no {id}.");
        return found;
    }

    /// <summary>Code fixes beside the analyzers need assemblies that are not there; they are left out.</summary>
    private static Type[] Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return [.. exception.Types.OfType<Type>()];
        }
    }

    /// <summary>Stands in for the compiler's own rule, whose assembly belongs to a newer Roslyn than the tests run on.</summary>
#pragma warning disable RS1001, RS1036, RS2008 // It is run here and shipped nowhere.
    private sealed class UnusedProperties : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_rule = new("IDE0051", "Unused", "Unused", "Quality", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static symbol => symbol.ReportDiagnostic(Diagnostic.Create(s_rule, symbol.Symbol.Locations[0])), SymbolKind.Property);
        }
    }
#pragma warning restore RS1001, RS1036, RS2008
}
