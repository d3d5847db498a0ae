using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StateMachineGen.Harness;

/// <summary>Compilations for tests: nullable on, the runtime referenced, one base compilation shared by all.</summary>
public static class TestCompilation
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using StateMachineGen;
        global using static StateMachineGen.Conditions;
        """;

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_platform = new(static () =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll" or "Microsoft.Extensions.DependencyInjection.Abstractions.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    private static readonly Lazy<ImmutableArray<MetadataReference>> s_runtime = new(static () =>
    [
        MetadataReference.CreateFromFile(typeof(StateMachineAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Language.Document.StateMachine).Assembly.Location),
    ]);

    private static readonly Lazy<CSharpCompilation> s_base = new(static () => CSharpCompilation.Create(
        "Tests",
        [Parse(Usings, "Usings.cs")],
        [.. s_platform.Value, .. s_runtime.Value],
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999)
            // The tests' sources are no public API, and their fields need not be used.
            .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic> { ["CS1591"] = ReportDiagnostic.Suppress })));

    /// <summary>How test sources are parsed. The preview is C# 14 as far as the oldest supported compiler knows it.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>The references of a program that does not know our runtime.</summary>
    public static ImmutableArray<MetadataReference> PlatformReferences => s_platform.Value;

    /// <summary>A compilation of some sources, in files <c>Source0.cs</c>, <c>Source1.cs</c> …</summary>
    public static CSharpCompilation Create(params string[] sources) =>
        s_base.Value.AddSyntaxTrees(sources.Select(static (source, index) => Parse(source, $"Source{index}.cs")));

    /// <summary>Parses a source as a file.</summary>
    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);
}
