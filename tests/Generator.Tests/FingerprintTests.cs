using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Generator.Caching;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

/// <summary>What the generator may take for "no declaration has changed".</summary>
public sealed class FingerprintTests
{
    private const string Source = """
        using System;

        namespace N;

        public class C(int x)
        {
            public const int Limit = 5;
            public static int Value => Compute(1);
        public static Condition Rule => Variable("$.a") == 1;
            public Random Chance { get; } = new(3);
            private static readonly string s_when = "now";
            static C() { Console.Write(1); }
            public int X { get { return x; } }
            public static int Compute(int a) => a + 1;
            public void Work() { Console.Write("a"); }
            partial void OnWork();
        }
        """;

    [Theory]
    [InlineData("a + 1", "a + 2 * a")]
    [InlineData("\"a\"", "\"b\\\"}\"")]
    [InlineData("Console.Write(1)", "if (Limit > 2) { Console.Write(1); }")]
    [InlineData("Compute(1)", "Compute(2)")]
    [InlineData("return x;", "return -x;")]
    [InlineData("new(3)", "new(4)")]
    [InlineData("\"now\"", "\"later\"")]
    [InlineData("namespace N;", "namespace N; // Of all names the shortest.")]
    [InlineData("public class C", "/// <summary>A class.</summary>\n\n  public   class C")]
    public void Edits_of_code_and_of_what_nobody_reads_do_not_count(string before, string after) =>
        Fingerprint(Replace(before, after)).ShouldBe(Fingerprint(Source));

    [Theory]
    [InlineData("Limit = 5", "Limit = 6")]
    [InlineData("== 1", "== 2")]
    [InlineData("class C(int x)", "class C(int x) : Exception")]
    [InlineData("public class C", "[Obsolete] public class C")]
    [InlineData("int Compute(int a)", "int Compute(long a)")]
    [InlineData("class C(int x)", "class C(int y)")]
    [InlineData("partial void OnWork();", "partial void OnWork() { }")]
    [InlineData("namespace N;", "namespace M;")]
    [InlineData("using System;", "using System; using System.IO;")]
    [InlineData("{ Console.Write(\"a\"); }", "{\n#if X\n}\n#else\n}\n#endif\n")]
    public void Edits_of_declarations_count(string before, string after) =>
        Fingerprint(Replace(before, after)).ShouldNotBe(Fingerprint(Source));

    [Fact]
    public void Stray_text_that_cuts_attributes_off_counts() =>
        Fingerprint(Replace("public class C", "[Obsolete] -1:2 [Serializable] public class C"))
            .ShouldNotBe(Fingerprint(Replace("public class C", "[Obsolete] [Serializable] public class C")));

    [Fact]
    public void Top_level_statements_do_not_count()
    {
        const string Program = "System.Console.Write(1); static int Add(int a) => a; partial class C { public const int X = 1; }";
        string changed = Program.Replace("Write(1)", "Write(2)", StringComparison.Ordinal).Replace("=> a", "=> a + 1", StringComparison.Ordinal);
        Fingerprint(changed).ShouldBe(Fingerprint(Program));
        Fingerprint(Program.Replace("X = 1", "X = 2", StringComparison.Ordinal)).ShouldNotBe(Fingerprint(Program));
    }

    [Fact]
    public void Options_references_and_file_names_count()
    {
        CSharpCompilation compilation = TestCompilation.Create(Source);
        string fingerprint = Fingerprint(compilation);
        SyntaxTree tree = compilation.SyntaxTrees.Last();
        Fingerprint(compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable))).ShouldNotBe(fingerprint);
        Fingerprint(compilation.RemoveReferences(compilation.References.Last())).ShouldNotBe(fingerprint);
        Fingerprint(compilation.ReplaceSyntaxTree(tree, TestCompilation.Parse(Source, "Other.cs"))).ShouldNotBe(fingerprint);
        Fingerprint(compilation.ReplaceSyntaxTree(
            tree, tree.WithRootAndOptions(tree.GetRoot(TestContext.Current.CancellationToken), TestCompilation.ParseOptions.WithPreprocessorSymbols("X")))).ShouldNotBe(fingerprint);
    }

    private static string Replace(string before, string after)
    {
        Source.ShouldContain(before);
        return Source.Replace(before, after, StringComparison.Ordinal);
    }

    private static string Fingerprint(string source) => Fingerprint(TestCompilation.Create(source));

    private static string Fingerprint(Compilation compilation) => CompilationFingerprint.Get(compilation, TestContext.Current.CancellationToken);
}
