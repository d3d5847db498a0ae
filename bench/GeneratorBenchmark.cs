using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Generator;

namespace StateMachineGen.Bench;

/// <summary>
/// The generator beside System.Text.Json's, which every project runs already: cold, and after edits. Only the driver's
/// run is timed; parsing an edit is the same for both and left out.
/// </summary>
internal sealed class GeneratorBenchmark(TextWriter output)
{
    /// <summary>A cold driver in a process that is warm, as the compiler server and the IDE are: what is left to compile at run time is different from run to run.</summary>
    private const int ColdWarmUps = 40;

    public void Run()
    {
        ISourceGenerator peer = LoadPeer();
        output.WriteLine("| state classes / types | what | ours, ms | System.Text.Json, ms | ratio |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (int size in new[] { 10, 100, 1000 })
        {
            int rounds = size == 1000 ? 15 : 41;
            Subject ours = new(static () => new StateMachineGenerator().AsSourceGenerator(), version => GeneratedSources.Machine(size, timeout: version + 5), body => GeneratedSources.Machine(size, body));
            Subject theirs = new(() => peer, version => GeneratedSources.Types(size, version: version), body => GeneratedSources.Types(size, body));

            Report(size, "cold", Measurement.Pair(ColdWarmUps, rounds / 2, ours.Cold, theirs.Cold));
            ours.WarmUp();
            theirs.WarmUp();
            Report(size, "keystroke in a body of an unrelated file", Measurement.Pair(25, rounds, ours.EditOther, theirs.EditOther));
            Report(size, "keystroke in a declaration of an unrelated file", Measurement.Pair(25, rounds, ours.EditOtherDeclaration, theirs.EditOtherDeclaration));
            Report(size, "keystroke in a body", Measurement.Pair(5, rounds, ours.EditBody, theirs.EditBody));
            Report(size, "edit of the machine / of a type", Measurement.Pair(5, rounds, ours.EditModel, theirs.EditModel));
        }
    }

    private void Report(int size, string what, (double Ours, double Theirs) result) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {size} | {what} | {result.Ours:0.00} | {result.Theirs:0.00} | {result.Ours / result.Theirs:0.00} |"));

    private static ISourceGenerator LoadPeer()
    {
        string path = typeof(GeneratorBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "SystemTextJsonGenerator").Value!;
        Type type = Assembly.LoadFrom(path).GetTypes().Single(static type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract);
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    /// <summary>A generator with its sources and the driver that has seen them.</summary>
    private sealed class Subject(Func<ISourceGenerator> create, Func<int, string> model, Func<int, string> body)
    {
        private CSharpCompilation _compilation = null!;
        private GeneratorDriver _driver = null!;
        private int _version;

        public double Cold()
        {
            CSharpCompilation compilation = Compile();
            GeneratorDriver driver = CreateDriver();
            // What the other side and the parser left is not this run's to clear away.
            GC.Collect();
            return Measurement.Time(() => driver.RunGenerators(compilation));
        }

        public void WarmUp()
        {
            _compilation = Compile();
            _driver = CreateDriver().RunGenerators(_compilation);
            GeneratorRunResult result = _driver.GetRunResult().Results.Single();
            if (result.GeneratedSources.IsEmpty || result.Exception is not null)
            {
                throw new InvalidOperationException("The generator gave nothing to measure.", result.Exception);
            }
        }

        public double EditOther() => Edit("Other.cs", GeneratedSources.Other(++_version));

        public double EditOtherDeclaration() => Edit("Other.cs", GeneratedSources.Other(0, parameter: "values" + ++_version));

        public double EditBody() => Edit("Model.cs", body(++_version));

        public double EditModel() => Edit("Model.cs", model(++_version));

        private double Edit(string file, string text)
        {
            SyntaxTree before = _compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
            SyntaxTree after = before.WithChangedText(Change(before.GetText(), text));
            after.GetRoot();
            _compilation = _compilation.ReplaceSyntaxTree(before, after);
            return Measurement.Time(() => _driver = _driver.RunGenerators(_compilation));
        }

        /// <summary>One change of the fewest characters, as an editor reports it, so that the rest of the tree is kept.</summary>
        private static SourceText Change(SourceText before, string after)
        {
            string old = before.ToString();
            int start = 0;
            while (start < old.Length && start < after.Length && old[start] == after[start])
            {
                start++;
            }

            int end = 0;
            while (end < old.Length - start && end < after.Length - start && old[^(end + 1)] == after[^(end + 1)])
            {
                end++;
            }

            return before.WithChanges(new TextChange(TextSpan.FromBounds(start, old.Length - end), after[start..^end]));
        }

        private CSharpCompilation Compile() => GeneratorCompilation.Create(model(0));

        private CSharpGeneratorDriver CreateDriver() => GeneratorCompilation.CreateDriver(create());
    }
}
