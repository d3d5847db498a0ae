using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StateMachineGen.Build.Tests;

/// <summary>Compiles source text to an assembly file. The constants that the generator would emit are written by hand.</summary>
internal static class TestAssembly
{
    private static readonly MetadataReference s_core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);

    public static string Compile(TempFolder folder, string source, string fileName = "Machines.dll")
    {
        var compilation = CSharpCompilation.Create(
            "Machines", [CSharpSyntaxTree.ParseText(source)], [s_core], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        string path = folder[fileName];
        using FileStream stream = File.Create(path);
        compilation.Emit(stream).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return path;
    }

    /// <summary>The source of a class with the two constants.</summary>
    public static string Machine(string typeName, string name, string definition = "{}\n", string type = "STANDARD") =>
        $$"""
        partial class {{typeName}}
        {
            private const string __StateMachineDefinition = {{Literal(definition)}};
            private const string __StateMachineManifest = {{Literal($"name={name}\ntype={type}\ntracing=false")}};
        }

        """;

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
