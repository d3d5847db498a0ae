using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

/// <summary>
/// What an edit costs: which stages run again, and whether anything is emitted. Each edit is made to the generator as it
/// is and to one without memory, since memory could hide a model that is not equal to itself.
/// </summary>
public sealed class CachingTests
{
    private const string Unrelated = "internal static class Unrelated { internal static int Add(int a, int b) => a + b; }";

    [Theory, InlineData(true), InlineData(false)]
    public void The_same_text_again_emits_nothing(bool remembers) =>
        Edit(remembers, Sources.Tutorial, Sources.Tutorial).ShouldBe(Reasons.NothingEmitted);

    [Theory, InlineData(true), InlineData(false)]
    public void An_edit_of_another_file_emits_nothing(bool remembers)
    {
        CSharpCompilation before = TestCompilation.Create(Sources.Tutorial, Unrelated);
        SyntaxTree tree = before.SyntaxTrees.Single(tree => tree.FilePath == "Source1.cs");
        Run(remembers, before, before.ReplaceSyntaxTree(tree, TestCompilation.Parse(Unrelated.Replace("a + b", "b + a", StringComparison.Ordinal), tree.FilePath)))
            .ShouldBe(Reasons.NothingEmitted);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_moved_machine_emits_nothing(bool remembers) =>
        Edit(remembers, Sources.Tutorial, "// A remark.\n\n" + Sources.Tutorial).ShouldBe(Reasons.NothingEmitted);

    [Theory, InlineData(true), InlineData(false)]
    public void Another_body_of_a_handler_emits_nothing(bool remembers) =>
        Edit(remembers, Sources.Tutorial, Sources.Tutorial.Replace("\"flaky\"", "\"flakier\"", StringComparison.Ordinal)).ShouldBe(Reasons.NothingEmitted);

    [Theory, InlineData(true), InlineData(false)]
    public void Another_body_of_a_hook_emits_nothing(bool remembers) =>
        Edit(remembers, WithHook("_ = 1;"), WithHook("_ = 2;")).ShouldBe(Reasons.NothingEmitted);

    [Theory, InlineData(true), InlineData(false)]
    public void A_hook_that_comes_emits_again(bool remembers) =>
        Edit(remembers, Sources.Tutorial, WithHook("_ = 1;")).ShouldBe(Reasons.Emitted);

    [Theory, InlineData(true), InlineData(false)]
    public void Another_timeout_emits_again(bool remembers) =>
        Edit(remembers, Sources.Tutorial, Sources.Tutorial.Replace("TimeoutSeconds = 5", "TimeoutSeconds = 6", StringComparison.Ordinal)).ShouldBe(Reasons.Emitted);

    /// <summary>Conditions are bodies of members, and yet part of the definition.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void Another_condition_emits_again(bool remembers) =>
        Edit(remembers, Sources.FulfilOrder, Sources.FulfilOrder.Replace("== \"gold\"", "== \"silver\"", StringComparison.Ordinal)).ShouldBe(Reasons.Emitted);

    [Theory, InlineData(true), InlineData(false)]
    public void Another_timeout_of_a_body_emits_the_host_again_only_where_it_shows(bool remembers)
    {
        Edit(remembers, Sources.Reuse, Sources.Reuse.Replace("$states.input.seconds", "$states.input.minutes", StringComparison.Ordinal), out int emitted).ShouldBe(Reasons.Emitted);
        emitted.ShouldBe(3, "Parcel, and the two machines that it is copied into.");
    }

    [Fact]
    public void Of_a_hundred_machines_one_edit_emits_one()
    {
        string[] sources = [.. Enumerable.Range(0, 100).Select(static i =>
            $"[StateMachine] public partial class M{i} {{ [StartAt, Map, End] public partial class A {{ [StartAt, Wait({i}), End] public partial class B; }} }}")];
        CSharpCompilation before = TestCompilation.Create(sources);
        SyntaxTree tree = before.SyntaxTrees.Single(static tree => tree.FilePath == "Source7.cs");
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(before, TestContext.Current.CancellationToken);
        CSharpCompilation after = before.ReplaceSyntaxTree(tree, TestCompilation.Parse(sources[7].Replace("Wait(7)", "Wait(8)", StringComparison.Ordinal), tree.FilePath));
        GeneratorRunResult result = driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Outputs(result).Count(static reason => reason == IncrementalStepRunReason.Cached).ShouldBe(99);
        Outputs(result).Count(static reason => reason == IncrementalStepRunReason.Modified).ShouldBe(1);
    }

    [Fact]
    public void Only_the_machine_that_changed_is_emitted_again()
    {
        const string One = "[StateMachine] public partial class One { [StartAt, Pass, Next<B>] public partial class A; [Succeed] public partial class B; }";
        const string Other = "[StateMachine] public partial class Other { [StartAt, Succeed] public partial class A; }";
        CSharpCompilation before = TestCompilation.Create(One, Other);
        SyntaxTree tree = before.SyntaxTrees.Single(tree => tree.FilePath == "Source0.cs");
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(before, TestContext.Current.CancellationToken);
        CSharpCompilation after = before.ReplaceSyntaxTree(tree, TestCompilation.Parse(One.Replace("B", "C", StringComparison.Ordinal), tree.FilePath));
        GeneratorRunResult result = driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        Outputs(result).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], ignoreOrder: true);
    }

    /// <summary>With the maps on each machine is read again in every compilation, and what is emitted is compared.</summary>
    [Theory]
    [InlineData("\"flaky\"", "\"shaky\"", false)]
    [InlineData("TimeoutSeconds = 5", "TimeoutSeconds = 6", false)]
    [InlineData("public sealed record Request", "// A remark.\npublic sealed record Request", true)]
    [InlineData("[StartAt]", "[StartAt]\n", true)]
    public void A_source_map_is_emitted_again_when_a_line_moves(string text, string replacement, bool emitted)
    {
        CSharpCompilation compilation = TestCompilation.Create(Sources.Tutorial, Unrelated);
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Source0.cs");
        string after = Sources.Tutorial.Replace(text, replacement, StringComparison.Ordinal);
        after.ShouldNotBe(Sources.Tutorial);

        RunWithSourceMaps(compilation, compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(after, tree.FilePath))).ShouldBe(emitted);
    }

    [Fact]
    public void An_edit_of_another_file_emits_no_source_map()
    {
        CSharpCompilation before = TestCompilation.Create(Sources.Tutorial, Unrelated);
        SyntaxTree tree = before.SyntaxTrees.Single(tree => tree.FilePath == "Source1.cs");

        string after = "\n\n" + Unrelated.Replace("Add", "Sum", StringComparison.Ordinal);
        RunWithSourceMaps(before, before.ReplaceSyntaxTree(tree, TestCompilation.Parse(after, tree.FilePath))).ShouldBeFalse();
    }

    [Fact]
    public void With_the_source_maps_off_no_machine_is_read_for_them()
    {
        GeneratorDriver driver = GeneratorHarness.CreateDriver().RunGenerators(TestCompilation.Create(Sources.Tutorial), TestContext.Current.CancellationToken);
        driver.GetRunResult().Results.Single().TrackedSteps.ShouldNotContainKey(TrackingNames.SourceMaps);
    }

    [Fact]
    public void No_model_holds_anything_of_a_compilation()
    {
        GeneratorDriver driver = GeneratorHarness.CreateDriver(properties: BuildProperties.WithSourceMaps).RunGenerators(
            TestCompilation.Create(Sources.Tutorial, Sources.Everything, Sources.FulfilOrder, Sources.Reuse), TestContext.Current.CancellationToken);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        result.TrackedSteps.ShouldContainKey(TrackingNames.SourceMaps);
        var models = result.TrackedSteps.Where(step => s_ownSteps.Contains(step.Key))
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value).ToList();
        models.ShouldNotBeEmpty();
        foreach (object model in models)
        {
            ModelGraph.FindForbidden(model).ShouldBeNull();
        }
    }

    [Fact]
    public void The_search_for_forbidden_objects_finds_a_planted_one()
    {
        ISymbol symbol = TestCompilation.Create(Sources.Tutorial).GetTypeByMetadataName("Demo.TraceFunctions")!;
        ModelGraph.FindForbidden(new[] { (Name: "x", Inner: new { Symbol = symbol }) }).ShouldNotBeNull();
        ModelGraph.FindForbidden(new[] { (Name: "x", Inner: new { Place = symbol.Locations[0] }) }).ShouldNotBeNull();
    }

    private static readonly ImmutableHashSet<string> s_ownSteps =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!)];

    private static string WithHook(string body) => Sources.Tutorial.Replace(
        "public sealed partial class Succeed;",
        "public sealed partial class Succeed { static partial void OnEntered(StateEntered state) { " + body + " } }",
        StringComparison.Ordinal);

    private static Reasons Edit(bool remembers, string before, string after) => Edit(remembers, before, after, out _);

    private static Reasons Edit(bool remembers, string before, string after, out int emitted)
    {
        CSharpCompilation compilation = TestCompilation.Create(before);
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Source0.cs");
        return Run(remembers, compilation, compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(after, tree.FilePath)), out emitted);
    }

    private static Reasons Run(bool remembers, CSharpCompilation before, CSharpCompilation after) => Run(remembers, before, after, out _);

    private static Reasons Run(bool remembers, CSharpCompilation before, CSharpCompilation after, out int emitted)
    {
        GeneratorDriver driver = GeneratorHarness.CreateDriver(remembers ? new StateMachineGenerator() : StateMachineGenerator.WithoutMemory())
            .RunGenerators(before, TestContext.Current.CancellationToken);
        driver.GetRunResult().Results.Single().GeneratedSources.ShouldNotBeEmpty("Without output there is nothing to cache.");
        GeneratorRunResult result = driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        emitted = Outputs(result).Count(static reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        return new Reasons(
            result.TrackedSteps[TrackingNames.Machines].SelectMany(step => step.Outputs).Any(output => output.Reason == IncrementalStepRunReason.Modified),
            emitted > 0);
    }

    /// <summary>Whether the map of the only machine is another one after an edit, and emitted again.</summary>
    private static bool RunWithSourceMaps(CSharpCompilation before, CSharpCompilation after)
    {
        GeneratorDriver driver = GeneratorHarness.CreateDriver(properties: BuildProperties.WithSourceMaps).RunGenerators(before, TestContext.Current.CancellationToken);
        driver.GetRunResult().Results.Single().GeneratedSources.Length.ShouldBe(2, "The machine and its map.");
        GeneratorRunResult result = driver.RunGenerators(after, TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        bool isModified = result.TrackedSteps[TrackingNames.SourceMaps].ShouldHaveSingleItem().Outputs.ShouldHaveSingleItem().Reason == IncrementalStepRunReason.Modified;
        result.TrackedOutputSteps["ImplementationSourceOutput"].SelectMany(static step => step.Outputs)
            .Any(static output => output.Reason is not IncrementalStepRunReason.Cached).ShouldBe(isModified);
        return isModified;
    }

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorRunResult result) =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>What ran again after an edit.</summary>
    /// <param name="ModelChanged">Whether a model differs.</param>
    /// <param name="SourceEmitted">Whether a file was written again.</param>
    private sealed record Reasons(bool ModelChanged, bool SourceEmitted)
    {
        public static Reasons NothingEmitted { get; } = new(false, false);

        public static Reasons Emitted { get; } = new(true, true);
    }

    /// <summary>Walks everything that an object holds.</summary>
    private static class ModelGraph
    {
        public static string? FindForbidden(object? root) => Find(root, "model", new HashSet<object>(ReferenceEqualityComparer.Instance));

        private static string? Find(object? value, string path, HashSet<object> seen)
        {
            if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || (!value.GetType().IsValueType && !seen.Add(value)))
            {
                return null;
            }

            if (value is ISymbol or SyntaxNode or SyntaxTree or Location or Compilation or SyntaxReference or AttributeData)
            {
                return $"{path} is a {value.GetType()}";
            }

            if (value is IEnumerable items)
            {
                foreach (object? item in items)
                {
                    if (Find(item, path + "[]", seen) is { } found)
                    {
                        return found;
                    }
                }
            }

            foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            {
                if (Find(field.GetValue(value), path + "." + field.Name, seen) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }
}
