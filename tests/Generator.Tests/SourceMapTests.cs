using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using StateMachineGen.CompilerServices;
using StateMachineGen.Harness;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Generator.Tests;

/// <summary>
/// Where parts of a definition stand. In the sources here each line says after an arrow which parts are to be on it; the rest of the map is then wrong.
/// </summary>
public sealed partial class SourceMapTests
{
    [Fact]
    public void States_and_transitions_stand_where_they_are_written() => Verify("M", """
        [StateMachine]
        public partial class M
        {
            [StartAt]
            [Choice]
            [Default<Work>] // → /States/Route/Default
            public sealed partial class Route // → /States/Route
            {
                [When<Work>] private static Condition Rule1 => Variable("$.a") == 1; // → /States/Route/Choices/0

                [When<Done>( // → /States/Route/Choices/1
                    Comment = "second")]
                private static Condition Rule2 =>
                    Variable("$.b").IsPresent;
            }

            [Task("x"), Next<Done>, Catch<Broken>(Errors.Timeout)] // → /States/Work/Next /States/Work/Catch/0
            [Catch<Broken>( // → /States/Work/Catch/1
                Errors.TaskFailed,
                ResultPath = "$.why")]
            public sealed partial class Work; // → /States/Work

            [Succeed] public sealed partial class Done; // → /States/Done

            [Fail] public sealed partial class Broken; // → /States/Broken
        }
        """);

    [Fact]
    public void A_rule_that_is_JSON_stands_where_its_JSON_begins() => Verify("M", """"
        [StateMachine]
        public partial class M
        {
            [StartAt, Choice]
            [When<Done>(
                """

                { "Variable": "$.a", "Comment": "→ /States/Route/Choices/0 ",
                  "NumericEquals": 1 }
                """)]
            [Default<Done>] // → /States/Route/Default
            public sealed partial class Route; // → /States/Route

            [Pass]
            [Field("Next", // → /States/Payload/Next
                """
                "Done"
                """)]
            [Field("Comment", "1")]
            public sealed partial class Payload; // → /States/Payload

            [Succeed] public sealed partial class Done; // → /States/Done
        }
        """");

    [Fact]
    public void Nested_scopes_have_pointers_of_their_own() => Verify("M", """
        [StateMachine]
        public partial class M
        {
            [StartAt, Parallel]
            [Next<Each>] // → /States/Both/Next
            public sealed partial class Both // → /States/Both
            {
                [Branch]
                public sealed partial class Left
                {
                    [StartAt, Wait(1), Next<B>] // → /States/Both/Branches/0/States/A/Next
                    public sealed partial class A; // → /States/Both/Branches/0/States/A
                    [Succeed] public sealed partial class B; // → /States/Both/Branches/0/States/B
                }

                [Branch]
                public sealed partial class Right
                {
                    [StartAt, Map(Name = "In a/b~c"), End] // → /States/Both/Branches/1/States/In␣a~1b~0c/End
                    public sealed partial class Inner // → /States/Both/Branches/1/States/In␣a~1b~0c
                    {
                        [StartAt, Succeed]
                        public sealed partial class C; // → /States/Both/Branches/1/States/In␣a~1b~0c/ItemProcessor/States/C
                    }
                }
            }

            [Map]
            [Iterator]
            [End] // → /States/Each/End
            public sealed partial class Each // → /States/Each
            {
                [StartAt, Pass, End] public sealed partial class D; // → /States/Each/Iterator/States/D /States/Each/Iterator/States/D/End
            }
        }
        """);

    [Fact]
    public void A_machine_and_its_policies_may_be_written_in_several_files() => Verify(
        "Shop.Area+M",
        """
        namespace Shop;

        public static partial class Area
        {
            [StateMachine]
            internal sealed partial record M
            {
                [StartAt, Task("x")]
                [Next<Second>] // → /States/First/Next
                public sealed partial class First : Patient; // → /States/First
            }
        }
        """,
        """
        namespace Shop;

        [Catch<Area.M.Second>(Errors.TaskFailed)] // → /States/First/Catch/0
        internal abstract class Patient;

        public static partial class Area
        {
            internal sealed partial record M
            {
                [Succeed]
                public sealed partial class Second; // → /States/Second
            }
        }
        """);

    /// <summary>Also those that are written in the other language where they are copied to, and those of bodies of bodies.</summary>
    [Fact]
    public void States_of_a_body_stand_in_the_machine_that_they_are_copied_from() => Verify(
        "Host",
        """
        [StateMachine]
        public partial class Host
        {
            [StartAt, Map, ItemProcessor<Middle>]
            [Next<Both>] // → /States/Each/Next
            public sealed partial class Each; // → /States/Each

            [Parallel, Branch<Inner>, Branch<Inner>, End] // → /States/Both/End
            public sealed partial class Both; // → /States/Both
        }
        """,
        """
        [StateMachine(QueryLanguage = QueryLanguage.JSONata)]
        public partial class Middle
        {
            [StartAt, Map, ItemProcessor<Inner>, End] // → /States/Each/ItemProcessor/States/All/End
            public sealed partial class All; // → /States/Each/ItemProcessor/States/All
        }

        [StateMachine(QueryLanguage = QueryLanguage.JSONata)]
        public partial class Inner
        {
            [StartAt, Pass]
            [End] // → /States/Each/ItemProcessor/States/All/ItemProcessor/States/A/End /States/Both/Branches/0/States/A/End /States/Both/Branches/1/States/A/End
            public sealed partial class A; // → /States/Each/ItemProcessor/States/All/ItemProcessor/States/A /States/Both/Branches/0/States/A /States/Both/Branches/1/States/A
        }
        """);

    [Theory, InlineData(false), InlineData(true)]
    public void States_of_a_body_of_another_assembly_have_no_places(bool asInTheEditor)
    {
        GeneratorOutcome library = GeneratorHarness.RunUnchecked(
            TestCompilation.Create("[StateMachine] public partial class Inner { [StartAt, Succeed] public partial class A; }").WithAssemblyName("Library"));
        using MemoryStream image = new();
        library.Output.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false), cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
        CSharpCompilation host = TestCompilation.Create("""
            [StateMachine]
            public partial class Host
            {
                [StartAt, Map, ItemProcessor<Inner>]
                [End] // → /States/Each/End
                public sealed partial class Each; // → /States/Each
            }
            """);
        MetadataReference reference = asInTheEditor ? library.Output.ToMetadataReference() : MetadataReference.CreateFromImage(image.ToArray());

        Source source = Read(host.AddReferences(reference), "Host");

        source.Places.ShouldBe(Announced(host));
    }

    [Fact]
    public void Names_that_cannot_stand_in_a_line_are_left_out() => Verify("M", """""
        [StateMachine]
        public partial class M
        {
            [StartAt, Pass(Name = "a\nb"), Next<Quoted>] public sealed partial class A;
            [Pass(Name = "\u2028"), Next<C>] public sealed partial class B;
            [Pass(Name = "\"\"\"\"")]
            [Next<B>] // → /States/""""/Next
            public sealed partial class Quoted; // → /States/""""
            [Succeed] public sealed partial class C; // → /States/C
        }
        """"");

    /// <summary>Nothing that a machine calls itself is in the way of what is generated.</summary>
    [Fact]
    public void Names_that_are_keywords_or_those_of_ours_compile() =>
        GeneratorHarness.Run(
            TestCompilation.Create("""
                namespace @class.StateMachineGen
                {
                    public partial interface System
                    {
                        [StateMachine]
                        internal sealed partial record @namespace
                        {
                            [StartAt, Succeed] public sealed partial class CompilerServices;
                        }

                        [StateMachine]
                        internal sealed partial class Source
                        {
                            [StartAt, Succeed] public sealed partial class StateMachineSource;
                        }
                    }
                }

                [StateMachine] public partial class Same { [StartAt, Succeed] public partial class A; }
                [StateMachine] public partial class SaMe { [StartAt, Succeed] public partial class A; }
                [StateMachine] public partial class Same2 { [StartAt, Succeed] public partial class A; [StateMachine] public partial class StateMachineSource { [StartAt, Succeed] public partial class A; } }
                """),
            BuildProperties.WithSourceMaps).Run.GeneratedSources.Length.ShouldBe(12);

    [Theory]
    [InlineData("[StateMachine] public partial class M { [StartAt, Pass, Next<string>] public partial class A; }")]
    [InlineData("[StateMachine] public partial class M { [StartAt, Succeed] public partial class A; private const string __StateMachineDefinition = \"\"; }")]
    [InlineData("[StateMachine] public partial class M { [StartAt, Map, ItemProcessor<M>, End] public partial class A; }")]
    public void A_machine_without_a_definition_has_no_map(string source) =>
        Generated(GeneratorHarness.RunUnchecked(TestCompilation.Create(source), BuildProperties.WithSourceMaps)).ShouldBeEmpty();

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData("yes")]
    public void Without_the_property_there_is_no_map(string value)
    {
        CSharpCompilation compilation = TestCompilation.Create("[StateMachine] public partial class M { [StartAt, Succeed] public partial class A; }");
        Generated(GeneratorHarness.RunUnchecked(compilation, new BuildProperties(("StateMachineSourceMap", value)))).ShouldBeEmpty();
        Generated(GeneratorHarness.RunUnchecked(compilation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/work/App", "/work/App/", "Orders.cs")]
    [InlineData("/work/App/", "/work/App/", "Orders.cs")]
    [InlineData("/work/App", "/work/App/", "Sub Folder/Orders.cs")]
    [InlineData("/work/App", "/work/App/", "../Shared/Orders.cs")]
    [InlineData("/work/App", "/work/App/", "../../work2/Orders.cs", "/work2/Orders.cs")]
    [InlineData("/", "/", "Orders.cs")]
    public void Files_are_told_from_the_folder_of_the_project_on(string folder, string root, string file, string? told = null)
    {
        Source source = Read(In(folder, Path.GetFullPath(Path.Combine(folder, file)), []), "M");
        source.Root.ShouldBe(root);
        source.Files.ShouldBe([told ?? file]);
    }

    [Theory]
    [InlineData("/home/me/work", "/_/", "/_/App/", "../Shared/Orders.cs")]
    [InlineData("/home/me/work/App", "/_/", "/_/", "/home/me/work/Shared/Orders.cs")]
    [InlineData("/home/me/work/Shared", "/_1/", "/home/me/work/App/", "/_1/Orders.cs")]
    public void Files_are_told_as_the_build_maps_them(string from, string to, string root, string file)
    {
        Source source = Read(In("/home/me/work/App", "/home/me/work/Shared/Orders.cs", [new(from + "/", to)]), "M");
        source.Root.ShouldBe(root);
        source.Files.ShouldBe([file]);
    }

    [Fact]
    public void The_same_source_in_another_folder_has_the_same_map() =>
        Read(In("/one/App", "/one/App/a.cs", []), "M").Map.ShouldBe(Read(In("/two/of/them", "/two/of/them/a.cs", []), "M").Map);

    [Fact]
    public void A_compiler_that_knows_no_folder_tells_the_files_as_they_are()
    {
        CSharpCompilation compilation = TestCompilation.Create("[StateMachine] public partial class M { [StartAt, Succeed] public partial class A; }");
        Source source = Read(compilation, "M");
        source.Root.ShouldBeEmpty();
        source.Files.ShouldBe(["Source0.cs"]);
    }

    private static void Verify(string machine, params string[] sources)
    {
        CSharpCompilation compilation = TestCompilation.Create(sources);
        string[] announced = Announced(compilation);
        announced.ShouldNotBeEmpty();
        Read(compilation, machine).Places.ShouldBe(announced);
    }

    /// <summary>The places that the sources announce, as <c>file(line): pointer</c>; ␣ stands for a blank of a pointer.</summary>
    private static string[] Announced(CSharpCompilation compilation) =>
    [
        .. (from tree in compilation.SyntaxTrees
            from line in tree.GetText().Lines
            from pointer in Arrow().Match(line.ToString()) is { Success: true } match ? match.Groups[1].Captures.Select(static capture => capture.Value) : []
            select Describe(tree.FilePath, line.LineNumber + 1, pointer.Replace('␣', ' '))).Order(StringComparer.Ordinal),
    ];

    private static string Describe(string file, int line, string pointer) => FormattableString.Invariant($"{file}({line}): {pointer}");

    [GeneratedRegex(@"→(?: (/\S+))+")]
    private static partial Regex Arrow();

    private static CSharpCompilation In(string folder, string file, ImmutableArray<KeyValuePair<string, string>> pathMap)
    {
        CSharpCompilation compilation = TestCompilation.Create();
        return compilation
            .AddSyntaxTrees(TestCompilation.Parse("[StateMachine] public partial class M { [StartAt, Succeed] public partial class A; }", file))
            .WithOptions(compilation.Options.WithSourceReferenceResolver(new SourceFileResolver([], folder, pathMap)));
    }

    private static IEnumerable<string> Generated(GeneratorOutcome outcome) =>
        outcome.Run.GeneratedSources.Select(static source => source.HintName).Where(static name => name.Contains("Source", StringComparison.Ordinal));

    /// <summary>Compiles, loads the assembly, and reads the attribute from the class, as the runtime does too.</summary>
    private static Source Read(CSharpCompilation compilation, string machine)
    {
        using GeneratedAssembly assembly = GeneratedAssembly.Load(GeneratorHarness.Run(compilation, BuildProperties.WithSourceMaps).Output);
        Type type = assembly.Assembly.GetType(machine, throwOnError: true)!;
        Source source = new(type.GetCustomAttribute<StateMachineSourceAttribute>().ShouldNotBeNull());

        SourceMap map = SourceMap.Of(type).ShouldNotBeNull();
        map.Root.ShouldBe(source.Root);
        foreach ((string file, int line, string pointer) in source.Entries)
        {
            map.Find(pointer).ShouldBe((file, line));
        }

        return source;
    }

    /// <summary>What the attribute says.</summary>
    private sealed class Source
    {
        public Source(StateMachineSourceAttribute attribute)
        {
            Root = attribute.Root;
            Map = attribute.Map;
            string[] lines = Map.Split('\n');
            Files = [.. lines.TakeWhile(static line => line.StartsWith("F ", StringComparison.Ordinal)).Select(static line => line[2..])];
            Entries = [.. lines.Skip(Files.Length).Select(static line => line.Split(' ', 3))
                .Select(parts => (Files[int.Parse(parts[0], CultureInfo.InvariantCulture)], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]))];
        }

        public string Root { get; }

        public string Map { get; }

        public ImmutableArray<string> Files { get; }

        public ImmutableArray<(string File, int Line, string Pointer)> Entries { get; }

        public IEnumerable<string> Places => Entries.Select(static entry => Describe(entry.File, entry.Line, entry.Pointer)).Order(StringComparer.Ordinal);
    }
}
