using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Generator;

namespace StateMachineGen.Harness;

/// <summary>What a run of the generator gave.</summary>
/// <param name="Output">The compilation with the generated files.</param>
/// <param name="Run">The run.</param>
public sealed record GeneratorOutcome(Compilation Output, GeneratorRunResult Run)
{
    /// <summary>The only generated file's text.</summary>
    public string Source => Run.GeneratedSources.ShouldHaveSingleItem().SourceText.ToString();

    /// <summary>The ASL text of a machine, read from the generated constant; null when there is none.</summary>
    public string? GetDefinition(string machine) =>
        Output.GetTypeByMetadataName(machine)?.GetMembers("__StateMachineDefinition").OfType<IFieldSymbol>().SingleOrDefault()?.ConstantValue as string;

    /// <summary>The manifest of a machine, read from the generated constant; null when there is none.</summary>
    public string? GetManifest(string machine) =>
        Output.GetTypeByMetadataName(machine)?.GetMembers("__StateMachineManifest").OfType<IFieldSymbol>().SingleOrDefault()?.ConstantValue as string;
}

/// <summary>Runs the generator as the compiler does.</summary>
public static class GeneratorHarness
{
    private const string WarningsOff = "#pragma warning disable";

    /// <summary>A driver that tracks the steps of the pipeline.</summary>
    public static GeneratorDriver CreateDriver(StateMachineGenerator? generator = null, BuildProperties? properties = null) => CSharpGeneratorDriver.Create(
        [(generator ?? new StateMachineGenerator()).AsSourceGenerator()],
        parseOptions: TestCompilation.ParseOptions,
        optionsProvider: properties,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs on sources that must compile, before and after, without a warning, even where the generated code does not turn warnings off.</summary>
    public static GeneratorOutcome Run(params string[] sources) => Run(TestCompilation.Create(sources));

    /// <summary>Runs on a compilation that must compile, before and after, without a warning, even where the generated code does not turn warnings off.</summary>
    public static GeneratorOutcome Run(Compilation input, BuildProperties? properties = null)
    {
        GeneratorOutcome outcome = RunUnchecked(input, properties);
        ShouldCompile(WithWarnings(outcome.Output));
        return outcome;
    }

    /// <summary>Runs on any compilation; the generator itself must not fail.</summary>
    public static GeneratorOutcome RunUnchecked(Compilation input, BuildProperties? properties = null)
    {
        GeneratorDriver driver = CreateDriver(properties: properties).RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        diagnostics.ShouldBeEmpty("The generator reports nothing and never throws.");
        return new GeneratorOutcome(output, driver.GetRunResult().Results.Single());
    }

    /// <summary>Fails with the annotated source when a compilation has an error or a warning.</summary>
    public static void ShouldCompile(Compilation compilation)
    {
        ImmutableArray<Diagnostic> diagnostics =
            [.. compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];
        diagnostics.ShouldBeEmpty(AnnotatedSource.Describe(diagnostics));
    }

    private static Compilation WithWarnings(Compilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(static tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)))
        {
            string text = tree.ToString();
            text.ShouldContain(WarningsOff);
            compilation = compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(text.Replace(WarningsOff, "", StringComparison.Ordinal), tree.FilePath));
        }

        return compilation;
    }
}
