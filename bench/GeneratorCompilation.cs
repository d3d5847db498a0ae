using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StateMachineGen.Bench;

/// <summary>Compilations as the compiler hands them to generators.</summary>
internal static class GeneratorCompilation
{
    private static readonly CSharpParseOptions s_parseOptions = new(LanguageVersion.Preview);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("StateMachineGen.dll", StringComparison.Ordinal) || Path.GetFileName(path).StartsWith("StateMachineGen.Language", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A compilation of two files: one with the model, and one that no generator looks at.</summary>
    public static CSharpCompilation Create(string model) => CSharpCompilation.Create(
        "Bench",
        [
            CSharpSyntaxTree.ParseText(model, s_parseOptions, "Model.cs"),
            CSharpSyntaxTree.ParseText(GeneratedSources.Other(0), s_parseOptions, "Other.cs"),
        ],
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A driver that has seen nothing yet.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="options">The properties of the build; none are set when not given.</param>
    public static CSharpGeneratorDriver CreateDriver(ISourceGenerator generator, AnalyzerConfigOptionsProvider? options = null) =>
        CSharpGeneratorDriver.Create([generator], parseOptions: s_parseOptions, optionsProvider: options);
}
