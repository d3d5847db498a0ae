using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

/// <summary>Half-written and broken source: whatever an editor shows on the way, the generator neither throws nor reports.</summary>
public sealed class FuzzTests
{
    private const int Variants = 2_000;

    [Fact]
    public void Truncated_and_mutated_sources_never_make_the_generator_throw_or_remember_wrongly()
    {
        // CA5394: the seed makes the run repeatable, which is what counts here.
#pragma warning disable CA5394
        Random random = new(20261122);
        string[] sources = [Sources.Tutorial, Sources.Everything, Sources.FulfilOrder, Sources.Reuse];
        string[] tokens = [.. sources.SelectMany(static source => CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()).Select(static token => token.Text).Distinct()];
        CSharpCompilation compilation = TestCompilation.Create("");
        SyntaxTree current = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Source0.cs");
        GeneratorDriver driver = GeneratorHarness.CreateDriver(properties: BuildProperties.WithSourceMaps);
        GeneratorDriver forgetful = GeneratorHarness.CreateDriver(StateMachineGenerator.WithoutMemory(), BuildProperties.WithSourceMaps);
        int emitted = 0;
        for (int i = 0; i < Variants; i++)
        {
            string variant = Mutate(sources[random.Next(sources.Length)]);
            SyntaxTree next = TestCompilation.Parse(variant, current.FilePath);
            compilation = compilation.ReplaceSyntaxTree(current, next);
            current = next;
            driver = driver.RunGenerators(compilation, TestContext.Current.CancellationToken);
            GeneratorRunResult result = driver.GetRunResult().Results.Single();
            result.Exception.ShouldBeNull(string.Create(CultureInfo.InvariantCulture, $"Variant {i}:\n{variant}"));
            result.Diagnostics.ShouldBeEmpty();
            forgetful = forgetful.RunGenerators(compilation, TestContext.Current.CancellationToken);
            Text(result).ShouldBe(Text(forgetful.GetRunResult().Results.Single()), variant);
            emitted += result.GeneratedSources.Length;
        }

        // Mutations that break everything would prove nothing.
        emitted.ShouldBeGreaterThan(Variants / 4);

        static string Text(GeneratorRunResult result) =>
            string.Concat(result.GeneratedSources.Select(static source => source.HintName + "\n" + source.SourceText));

        string Mutate(string source)
        {
            int at = random.Next(source.Length);
            int length = Math.Min(random.Next(1, 40), source.Length - at);
            return random.Next(5) switch
            {
                0 => source[..at],
                1 => source.Remove(at, length),
                2 => source.Insert(at, tokens[random.Next(tokens.Length)]),
                3 => source.Remove(at, length).Insert(at, tokens[random.Next(tokens.Length)]),
                _ => source.Insert(at, source.Substring(random.Next(source.Length - length), length)),
            };
        }
#pragma warning restore CA5394
    }
}
