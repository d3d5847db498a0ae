using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using StateMachineGen.Harness;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>What an edit costs. An editor asks for the diagnostics of a document at a time, and a compiler for all at once.</summary>
public sealed class EditTests
{
    private const int Machines = 100;

    [Fact]
    public async Task After_an_edit_of_one_of_a_hundred_machines_one_is_read()
    {
        CSharpCompilation before = TestCompilation.Create([.. Enumerable.Range(0, Machines).Select(static number => Machine(number))]);
        SyntaxTree edited = Find(before, "Source7.cs");
        SyntaxTree now = TestCompilation.Parse(Machine(7, seconds: -1), edited.FilePath);
        CSharpCompilation after = before.ReplaceSyntaxTree(edited, now);

        (ImmutableArray<string> read, ImmutableArray<Diagnostic> found) = await AnalyzeDocumentAsync(after, now);

        read.ShouldBe(["M7"]);
        found.Select(Describe).ShouldHaveSingleItem().ShouldStartWith("Source7.cs(1,");
    }

    /// <summary>What a machine says may depend on any other file, and a document is analyzed with all of them as they are.</summary>
    [Fact]
    public async Task An_edit_of_a_body_is_seen_in_the_machine_that_holds_it_and_reads_no_other()
    {
        const string Whole = "[StateMachine] public partial class Whole { [StartAt, Map, ItemProcessor<Part>, End] public partial class A; }";
        CSharpCompilation before = TestCompilation.Create(Whole, Part("B"), Machine(1));
        SyntaxTree edited = Find(before, "Source1.cs");
        CSharpCompilation after = before.ReplaceSyntaxTree(edited, TestCompilation.Parse(Part("A"), edited.FilePath));

        (ImmutableArray<string> readBefore, ImmutableArray<Diagnostic> foundBefore) = await AnalyzeDocumentAsync(before, Find(before, "Source0.cs"));
        (ImmutableArray<string> readAfter, ImmutableArray<Diagnostic> foundAfter) = await AnalyzeDocumentAsync(after, Find(after, "Source0.cs"));

        readBefore.ShouldBe(["Whole"]);
        foundBefore.ShouldBeEmpty();
        readAfter.ShouldBe(["Whole"]);
        foundAfter.Select(static diagnostic => diagnostic.Id).ShouldBe(["SMG1010"]);

        static string Part(string state) => $"[StateMachine] public partial class Part {{ [StartAt, Succeed] public partial class {state}; }}";
    }

    [Fact]
    public async Task All_at_once_each_machine_is_read_once()
    {
        ConcurrentBag<string> read = [];
        await AnalyzerHarness.AnalyzeOwnAsync(TestCompilation.Create([.. Enumerable.Range(0, Machines).Select(static number => Machine(number))]), new StateMachineAnalyzer(type => read.Add(type.Name)));
        read.Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(0, Machines).Select(static number => "M" + number.ToString(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Document_by_document_the_same_is_found_as_at_once()
    {
        Compilation compilation = GeneratorHarness.RunUnchecked(TestCompilation.Create(
            Sources.Tutorial, Sources.Everything.Replace("Demo", "Demo2", StringComparison.Ordinal), Sources.FulfilOrder, Sources.Reuse, Machine(1, seconds: -1), "[Pass] public partial class Orphan;")).Output;
        List<string> found = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            found.AddRange((await AnalyzeDocumentAsync(compilation, tree)).Found.Select(Describe));
        }

        IEnumerable<string> atOnce = (await AnalyzerHarness.Attach(compilation, new StateMachineAnalyzer()).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(Describe);
        found.ShouldNotBeEmpty();
        found.Order().ShouldBe(atOnce.Order());
    }

    private static string Machine(int number, int seconds = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $"[StateMachine] public partial class M{number} {{ [StartAt, Map, End] public partial class A {{ [StartAt, Wait({seconds}), End] public partial class B; }} }}");

    private static SyntaxTree Find(Compilation compilation, string path) => compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

    private static async Task<(ImmutableArray<string> Read, ImmutableArray<Diagnostic> Found)> AnalyzeDocumentAsync(Compilation compilation, SyntaxTree tree)
    {
        ConcurrentBag<string> read = [];
        CompilationWithAnalyzers analyzed = AnalyzerHarness.Attach(compilation, new StateMachineAnalyzer(type => read.Add(type.Name)));
        ImmutableArray<Diagnostic> found = await analyzed.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, TestContext.Current.CancellationToken);
        return ([.. read], found);
    }

    private static string Describe(Diagnostic diagnostic) => diagnostic.ToString();
}
