using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Analyzers;
using StateMachineGen.Authoring;

namespace StateMachineGen.Harness;

/// <summary>
/// Runs generator and analyzers as the compiler does, and compares everything that is reported, by the compiler too, with
/// the markup of the sources: the same ids at exactly the same characters, and nothing else.
/// </summary>
public static class AnalyzerHarness
{
    /// <summary>Fails unless the sources give exactly the diagnostics that their markup announces.</summary>
    /// <param name="id">The id that <c>[|here|]</c> stands for.</param>
    /// <param name="markedSources">The sources with markup.</param>
    /// <returns>The diagnostics, for tests of their messages.</returns>
    public static async Task<ImmutableArray<Diagnostic>> VerifyAsync(string? id, params string[] markedSources)
    {
        Markup[] markups = [.. markedSources.Select(Markup.Parse)];
        Compilation compilation = GeneratorHarness.RunUnchecked(TestCompilation.Create([.. markups.Select(markup => markup.Source)])).Output;
        HashSet<string?> asked = [id, .. markups.SelectMany(markup => markup.Spans).Select(span => span.Id)];
        ImmutableArray<Diagnostic> reported = await AnalyzeAsync(compilation, asked, new StateMachineAnalyzer());

        string[] expected = [.. markups.SelectMany((markup, index) => markup.Spans.Select(span => Describe($"Source{index}.cs", span.Id ?? id, span.Span, markup.Source))).Order()];
        string[] actual = [.. reported.Select(diagnostic => Describe(
            diagnostic.Location.SourceTree?.FilePath ?? "no file",
            diagnostic.Id,
            diagnostic.Location.SourceSpan,
            diagnostic.Location.SourceTree?.ToString() ?? "")).Order()];
        actual.ShouldBe(expected, AnnotatedSource.Describe(reported));
        GeneratorAndAnalyzerShouldAgree(compilation, reported);
        return reported;
    }

    /// <summary>
    /// The analyzer speaks, the generator stays silent: for every source that compiles, a machine has no definition exactly
    /// when there is an authoring fault.
    /// </summary>
    /// <param name="compilation">What the generator gave.</param>
    /// <param name="reported">What the analyzer reported.</param>
    public static void GeneratorAndAnalyzerShouldAgree(Compilation compilation, ImmutableArray<Diagnostic> reported)
    {
        if (compilation.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return;
        }

        bool isSilent = FindMachines(compilation.Assembly.GlobalNamespace).Any(machine => !machine.GetMembers(ReservedMembers.Definition)
            .Any(member => member.Locations.Any(location => GeneratedSource.IsGenerated(location.SourceTree))));
        bool isSpoken = reported.Any(diagnostic => AuthoringRules.All.Any(rule => rule.Id == diagnostic.Id));
        isSilent.ShouldBe(isSpoken, AnnotatedSource.Describe(reported));
    }

    /// <summary>All warnings and errors of compiler and analyzers, in the order of the source.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, params DiagnosticAnalyzer[] analyzers) =>
        AnalyzeAsync(compilation, new HashSet<string?>(), analyzers);

    /// <summary>
    /// All warnings and errors of compiler and analyzers, in the order of the source, those of ours too that a configuration made infos, and of the
    /// advice what is asked for.
    /// </summary>
    /// <param name="compilation">What the generator gave.</param>
    /// <param name="asked">The ids of the rules whose infos count. Advice has something to say about nearly every source, so it counts only where it is the subject.</param>
    /// <param name="analyzers">The analyzers to run.</param>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, ISet<string?> asked, params DiagnosticAnalyzer[] analyzers)
    {
        ImmutableArray<Diagnostic> diagnostics = await Attach(compilation, analyzers).GetAllDiagnosticsAsync(CancellationToken.None);
        HashSet<string> own = [.. analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id)];
        return
        [
            .. diagnostics
                .Where(diagnostic => !diagnostic.IsSuppressed && (diagnostic.Severity >= DiagnosticSeverity.Warning
                    || asked.Contains(diagnostic.Id)
                    || (own.Contains(diagnostic.Id) && diagnostic.DefaultSeverity >= DiagnosticSeverity.Warning)))
                .OrderBy(diagnostic => diagnostic.Location.SourceSpan),
        ];
    }

    /// <summary>What analyzers report as warnings and errors, also where the compiler refuses the source.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeOwnAsync(Compilation compilation, params DiagnosticAnalyzer[] analyzers) =>
        [.. (await Attach(compilation, analyzers).GetAnalyzerDiagnosticsAsync(CancellationToken.None)).Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    /// <summary>A compilation with analyzers, whose exceptions are thrown.</summary>
    public static CompilationWithAnalyzers Attach(Compilation compilation, params DiagnosticAnalyzer[] analyzers) => compilation.WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(
        new AnalyzerOptions([]),
        onAnalyzerException: static (exception, analyzer, _) => throw new InvalidOperationException($"{analyzer} threw.", exception),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: false,
        reportSuppressedDiagnostics: true));

    private static IEnumerable<INamedTypeSymbol> FindMachines(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(FindMachines)
        .Concat(container is INamedTypeSymbol type && type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(StateMachineAttribute)) ? [type] : []);

    private static string Describe(string file, string? id, TextSpan span, string source) =>
        $"{file} {span.Start:D5} {id} '{source.Substring(span.Start, span.Length)}'";
}
