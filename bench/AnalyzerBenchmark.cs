using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StateMachineGen.Analyzers;
using StateMachineGen.Generator;

namespace StateMachineGen.Bench;

/// <summary>
/// The analyzer on a compilation that nobody has looked at, as after an edit of the machine. What the compiler does for any analyzer, which is mostly binding, is
/// measured with one that looks at every type and does nothing.
/// </summary>
internal sealed class AnalyzerBenchmark(TextWriter output)
{
    private const int Rounds = 15;

    public void Run()
    {
        output.WriteLine("| states | analyzer, ms | an idle analyzer, ms | added, ms | added, µs per state |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (int size in new[] { 8, 96, 1000, 2000 })
        {
            string source = ScalingBenchmark.Machine(size / ScalingBenchmark.StatesOfAStep, out int states);
            (double ours, double idle) = Measurement.Pair(8, Rounds, () => Time(source, new StateMachineAnalyzer()), () => Time(source, new IdleAnalyzer()));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {states:N0} | {ours:0.0} | {idle:0.0} | {ours - idle:0.0} | {1000 * (ours - idle) / states:0.0} |"));
        }
    }

    private static double Time(string source, DiagnosticAnalyzer analyzer)
    {
        // With what the generator adds, as the compiler and the IDE analyze it.
        CSharpGeneratorDriver driver = GeneratorCompilation.CreateDriver(new StateMachineGenerator().AsSourceGenerator());
        driver.RunGeneratorsAndUpdateCompilation(GeneratorCompilation.Create(source), out Compilation compilation, out _, CancellationToken.None);
        GC.Collect();
        ImmutableArray<Diagnostic> found = [];
        double time = Measurement.Time(() => found = compilation.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult());
        return found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? throw new InvalidOperationException("The machine was to have no errors: " + found.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            : time;
    }

    // These rules are for analyzers that are shipped.
#pragma warning disable RS1036, RS1041, RS2008
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_nothing = new("BENCH0", "Nothing", "Nothing", "Bench", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_nothing];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static symbol => symbol.Symbol.GetAttributes(), SymbolKind.NamedType);
        }
    }
}
