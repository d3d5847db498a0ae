using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StateMachineGen.Analyzers;
using StateMachineGen.Authoring;
using StateMachineGen.Cli.Import;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Harness;

/// <summary>A definition that was imported, compiled and emitted.</summary>
/// <param name="File">What the import gave.</param>
/// <param name="Definition">The emitted text, or null.</param>
/// <param name="Difference">How it differs from the original, or null.</param>
/// <param name="Diagnostics">Errors and warnings in the imported source.</param>
public sealed record ImportOutcome(ImportedFile File, string? Definition, string? Difference, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Everything that is not as it should be; null when the definition came back the same.</summary>
    public string? Failure => Diagnostics.Count > 0 ? AnnotatedSource.Describe(Diagnostics.Take(5)) : Difference;
}

/// <summary>Imports definitions and has the generator emit them again, all in one compilation.</summary>
public static class ImportHarness
{
    /// <summary>Imports, compiles and compares. Texts that are no JSON objects are left out.</summary>
    /// <param name="definitions">The files, with their paths.</param>
    public static IReadOnlyList<ImportOutcome> RoundTrip(IEnumerable<(string Path, string Text)> definitions)
    {
        (string Text, ImportedFile File)[] files = Import(definitions);
        Compilation output = Compile(files);
        ILookup<string, Diagnostic> diagnostics = output.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToLookup(static diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");
        return [.. files.Select((file, index) =>
        {
            string name = ImportOptions.DefaultNamespace + "." + file.File.Output!.ClassName;
            string? emitted = output.GetTypeByMetadataName(name)?.GetMembers(ReservedMembers.Definition).OfType<IFieldSymbol>().SingleOrDefault()?.ConstantValue as string;
            string? difference = emitted is null
                ? "Nothing was emitted"
                : JsonEquality.FindDifference(JsonParser.Parse(file.Text.TrimStart('\uFEFF')).Root!, JsonParser.Parse(emitted).Root!);
            return new ImportOutcome(
                file.File, emitted, difference, [.. diagnostics[$"Source{index}.cs"], .. diagnostics.Where(static group => !group.Key.StartsWith("Source", StringComparison.Ordinal)).SelectMany(static group => group)]);
        })];
    }

    /// <summary>Imports and compiles, and gives what compiler and analyzers say of it.</summary>
    /// <param name="definitions">The files, with their paths.</param>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(IEnumerable<(string Path, string Text)> definitions) =>
        await AnalyzerHarness.AnalyzeAsync(Compile(Import(definitions)), new StateMachineAnalyzer());

    private static (string Text, ImportedFile File)[] Import(IEnumerable<(string Path, string Text)> definitions)
    {
        ImportSession session = new();
        return [.. definitions.Select(definition => (definition.Text, session.Add(definition.Path, definition.Text))).Where(static pair => pair.Item2.Output is not null)];
    }

    private static Compilation Compile((string Text, ImportedFile File)[] files) =>
        GeneratorHarness.RunUnchecked(TestCompilation.Create([.. files.Select(static file => file.File.Output!.Source)])).Output;
}
