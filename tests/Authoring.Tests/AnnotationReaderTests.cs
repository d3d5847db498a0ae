using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Harness;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Authoring.Tests;

/// <summary>Attributes that are read from syntax say what the compiler would have said.</summary>
public sealed class AnnotationReaderTests
{
    [Theory]
    // Each machine says everything twice: the first time teaches, the second time is read from syntax.
    [InlineData("Literals of every kind", """
        [StateMachine] partial class M {
          [StartAt, Task("one\u0041", TimeoutSeconds = 0x10, Comment = @"a""b"), Retry("e", BackoffRate = 2, MaxAttempts = 1_0), Retry("f", BackoffRate = 1.5e0), Next<B>] partial class A;
          [Task("two", TimeoutSeconds = 7, Comment = "c\n"), Retry("g", BackoffRate = 3, MaxAttempts = 0), Retry("h", BackoffRate = 2.50), End] partial class B; }
        """)]
    [InlineData("Constants, types and enums", """
        static class K { public const string Arn = "arn"; public const int T = 5; }
        class Broken : Exception; class Worse : Broken;
        [StateMachine] partial class M {
          private const string Local = "local";
          [StartAt, Task(K.Arn, TimeoutSeconds = K.T + 1, InputPath = null, OutputPath = Local), Catch<C>(typeof(Broken), Errors.Timeout, ResultPath = null), Retry(Errors.All, JitterStrategy = JitterStrategy.Full), Next<B>] partial class A;
          [Task(K.Arn, TimeoutSeconds = K.T + 1, InputPath = null, OutputPath = Local), Catch<C>(typeof(Broken), Errors.Timeout, ResultPath = null), Retry(Errors.All, JitterStrategy = JitterStrategy.Full), Next<C>] partial class B;
          [Succeed] partial class C; }
        """)]
    [InlineData("Null alone and null among others, arrays, names and negative numbers", """
        [StateMachine] partial class M {
          [StartAt, Task("x", TimeoutSeconds = -1), Catch<C>(null!), Catch<C>("a", null!), Catch<C>(new object[] { "p", "q" }), Catch<C>(errors: "n"), Next<B>] partial class A;
          [Task("x", TimeoutSeconds = -1), Catch<C>(null!), Catch<C>("a", null!), Catch<C>(new object[] { "p", "q" }), Catch<C>(errors: "n"), Next<C>] partial class B;
          [Succeed] partial class C; }
        """)]
    [InlineData("Strangers, aliases, qualified names and targets that are not siblings", """
        using Step = StateMachineGen.PassAttribute;
        using To = Elsewhere;
        [AttributeUsage(AttributeTargets.All)] class NextAttribute : Attribute { public NextAttribute(string s) { } }
        class Elsewhere;
        [StateMachine] partial class M {
          [StartAt, Step, Obsolete("x"), Next("y"), StateMachineGen.Next<B>] partial class A;
          [Step, Obsolete("z"), Next("y"), global::StateMachineGen.NextAttribute<M.C>] partial class B;
          [Step, System.Diagnostics.DebuggerDisplay("d"), Next<To>] partial class C;
          [Step, Next<To>] partial class D; }
        """)]
    [InlineData("One name, two meanings in two files", """
        [StateMachine] partial class M {
          [StartAt, Pass, Next<B>] partial class A;
          [Pass, Next<C>] partial class B; }
        namespace Other { using Pass = StateMachineGen.SucceedAttribute; }
        partial class M { [Pass(Comment = "c"), Next<D>] partial class C; [type: Succeed] partial class D; }
        """)]
    [InlineData("Arguments that do not compile", """
        [StateMachine] partial class M {
          [StartAt, Pass("x"), Next<B>] partial class A;
          [Pass("x"), Next<C>] partial class B;
          [Task(1, TimeoutSeconds = "5"), Retry("e", BackoffRate = 2, Nothing = 1), Next<D>] partial class C;
          [Task(1, TimeoutSeconds = "5"), Retry("e", BackoffRate = 2, Nothing = 1), Next<E>] partial class D;
          [Wait, Next<F>] partial class E;
          [Wait(5), Next<G>] partial class F;
          [Wait(), Next<H>, Catch] partial class G;
          [Succeed(), End, End] partial class H; }
        """)]
    [InlineData("One attribute with arguments of several kinds", """
        [StateMachine] partial class M {
          [StartAt, Wait(5), Retry(typeof(Exception)), Next<B>] partial class A;
          [Wait('5'), Retry(5), Next<C>] partial class B;
          [Wait(5.0), Retry('e'), Next<D>] partial class C;
          [Wait(5L), Retry(null, "a"), Next<E>] partial class D;
          [Wait("5"), Retry("a", typeof(Exception), BackoffRate = 1), Next<F>] partial class E;
          [Wait(6), Retry("b", typeof(Exception), BackoffRate = 1.5f), Next<G>] partial class F;
          [Wait(7), Retry("b", typeof(Exception), BackoffRate = 'c'), End] partial class G; }
        """)]
    [InlineData("Scopes in scopes, where a name means the nearest class", """"
        [Retry("base")] abstract class Policy;
        [StateMachine] partial class M {
          [StartAt, Parallel, Next<E>, Branch<Other>] partial class A : Policy {
            [Branch(Comment = "c")] partial class One { [StartAt, Pass, Next<C>] partial class B; [Pass, Result("1"), Next<D>] partial class C; [Pass, Result("2"), End] partial class D; partial class E; }
            [Branch(Comment = "d")] partial class Two { [StartAt, Pass, Next<E>] partial class C; [Pass, Output("3"), End] partial class E; } }
          [Map(MaxConcurrency = 5), ItemProcessor(Mode = ProcessorMode.Distributed), ItemReader("r", CSVHeaders = new[] { "a" }), Next<F>] partial class E { [StartAt, Pass, Next<F>] partial class D; [Pass, End] partial class F; }
          [Map(MaxConcurrency = "{% 5 %}"), ItemProcessor(Mode = ProcessorMode.Inline), ItemReader("s", CSVHeaders = new[] { "b", "c" }), End] partial class F { [StartAt, Pass, Next<H>] partial class G; [Pass, End] partial class H; } }
        [StateMachine] partial class Other { [StartAt, Choice, Default<J>] partial class I { [When<J>] static Condition X => Variable("$.x").IsNull; } [Succeed] partial class J; }
        """")]
    public void What_is_read_from_syntax_is_what_the_compiler_binds(string what, string source)
    {
        Compilation compilation = TestCompilation.Create(source);
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("M")!;
        KnownSymbols symbols = KnownSymbols.TryCreate(compilation)!;
        AuthoredMachine read = MachineReader.Read(type, symbols, TestContext.Current.CancellationToken)!;
        AuthoredMachine bound = MachineReader.ReadBound(type, symbols, TestContext.Current.CancellationToken)!;

        Describe(read).ShouldBe(Describe(bound), what);
        bound.States.Length.ShouldBeGreaterThan(1, what);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Newlines_of_the_file_do_not_reach_the_definition(string newline)
    {
        string source = "[StateMachine] partial class M {\n[StartAt, Succeed(Comment = \"\"\"\n    a\n    b\n    \"\"\")] partial class A;\n[Pass(Comment = @\"c\nd\", Name = \"e\\r\\nf\"), End] partial class B; }"
            .Replace("\n", newline, StringComparison.Ordinal).Replace("\\r" + newline, "\\r\\n", StringComparison.Ordinal);
        Compilation compilation = TestCompilation.Create(source);
        StateMachine machine = MachineReader.Read(compilation.GetTypeByMetadataName("M")!, KnownSymbols.TryCreate(compilation)!, TestContext.Current.CancellationToken)!.Document!;
        machine.States.Select(state => state.Comment).ShouldBe(["a\nb", "c\nd"]);
        machine.States[1].Name.ShouldBe("e\r\nf");
    }

    /// <summary>Through constants, concatenations and interpolations, in payloads and in conditions.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Nor_do_they_through_constants(string newline)
    {
        string source = """"
            [StateMachine] partial class M {
              const string C = """
                {%
                  $c
                %}
                """;
              [StartAt, Pass(QueryLanguage = QueryLanguage.JSONata, Comment = C + "x"), Output(C), Next<B>] partial class A;
              [Choice(Comment = $"""
                {C}
                """), Default<D>] partial class B {
                [When<D>] static Condition X => Variable("$.a") == C | Variable("$.b") == "y" + """
                    1
                    2
                    """; }
              [Succeed] partial class D; }
            """".ReplaceLineEndings(newline);
        Compilation compilation = TestCompilation.Create(source);
        StateMachine machine = MachineReader.Read(compilation.GetTypeByMetadataName("M")!, KnownSymbols.TryCreate(compilation)!, TestContext.Current.CancellationToken)!.Document!;
        Definition.Write(machine).ShouldNotContain("\\r");
        machine.States[0].Comment.ShouldBe("{%\n  $c\n%}x");
        machine.States[1].Comment.ShouldBe("{%\n  $c\n%}");
    }

    private static string Describe(AuthoredMachine machine) =>
        string.Join("\n", machine.Faults.Select(fault => fault.Rule.Id + " " + string.Join(", ", fault.Arguments)))
        + "\n" + string.Join("\n", machine.States.Select(state => state.Name + ": " + string.Join("; ", state.Attributes.Select(Describe))))
        + "\n" + (machine.Document is { } document ? Definition.Write(document) : "no definition");

    private static string Describe(Annotation annotation) =>
        annotation.Kind + "<" + annotation.Target + ">(" + string.Join(", ", annotation.Positional) + "; " + string.Join(", ", annotation.Named.Select(named => named.Key + "=" + named.Value)) + ")";
}
