using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Harness;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>
/// Source at the stages of being typed: no analyzer throws, and one mistake is not followed by others. Counted are errors and warnings that the whole source does not
/// have. That the generator never throws is tried on more sources by its own tests.
/// </summary>
public sealed class HalfTypedTests
{
    /// <summary>Of the stages that break everything behind a token, every so manieth is tried.</summary>
    private const int Stride = 8;

    public static TheoryData<string, string> Machines => new()
    {
        { nameof(Sources.Everything), Sources.Everything },
        { nameof(Sources.FulfilOrder), Sources.FulfilOrder },
        { nameof(Sources.Reuse), Sources.Reuse },
        { "TraceFunctions", File.ReadAllText(Path.Combine(RepositoryFolder.Path, "samples/TraceFunctions/TraceFunctions.cs")) },
    };

    [Theory]
    [MemberData(nameof(Machines), DisableDiscoveryEnumeration = true)]
    public Task Without_a_token(string name, string source) =>
        VerifyAsync(name, source, Tokens(source).Select(token => new Stage($"without '{token}'", token, source.Remove(token.SpanStart, token.Span.Length))));

    [Theory]
    [MemberData(nameof(Machines), DisableDiscoveryEnumeration = true)]
    public Task With_a_name_that_lacks_its_last_letter(string name, string source) =>
        VerifyAsync(name, source, Tokens(source).Where(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.Span.Length > 1)
            .Select(token => new Stage($"with '{token.Text[..^1]}' for '{token}'", token, source.Remove(token.Span.End - 1, 1))));

    [Theory]
    [MemberData(nameof(Machines), DisableDiscoveryEnumeration = true)]
    public Task Typed_up_to_a_token(string name, string source) =>
        VerifyAsync(name, source, Tokens(source).Where(static (_, index) => index % Stride == 0).Select(token => new Stage($"up to '{token}'", token, source[..token.SpanStart])));

    /// <summary>An editor adds the closing braces, brackets and parentheses.</summary>
    [Theory]
    [MemberData(nameof(Machines), DisableDiscoveryEnumeration = true)]
    public Task Typed_up_to_a_token_and_closed(string name, string source) =>
        VerifyAsync(name, source, Tokens(source).Where(static (_, index) => index % Stride == 0).Select(token => new Stage($"closed before '{token}'", token, Close(source[..token.SpanStart]))));

    [Theory]
    [InlineData("public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(input;")]
    [InlineData("public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) { if (input > ) { } return null!; }")]
    [InlineData("#warning Not done.\n")]
    public async Task What_breaks_no_declaration_hides_no_mistake(string body) =>
        (await FindAsync($$"""
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Task(TimeoutSeconds = 0), End] public partial class Work : ITask<int, int>
                {
                    {{body}}
                }
            }
            """)).Select(static diagnostic => diagnostic.Id).ShouldBe(["SMG6001"]);

    /// <summary>Each pair is a machine and a file that it depends on.</summary>
    [Theory]
    [InlineData("public partial class Machine { [StartAt, Pass, Next<B>] public partial class A; }", "[StateMachine] public partial class Machine { [ public partial class B; }")]
    [InlineData("public partial class Machine { [StartAt, Pass, End] public partial class A; }", "[StateMachine( public partial class Machine;")]
    [InlineData("[StateMachine] public partial class Machine { [StartAt, Parallel, Branch<Part>, End] public partial class A; }", "[StateMachine( public partial class Part;")]
    [InlineData("[StateMachine] public partial class Machine { [StartAt, Parallel, Branch<Part>, End] public partial class A; }", "[StateMachin] public partial class Part;")]
    [InlineData("""[StateMachine] public partial class Machine { [StartAt, Task("arn:aws:states:::sns:publish"), Retry(typeof(Busy)), End] public partial class A; }""", "public class Busy : Exceptio;")]
    [InlineData("[StateMachine] public partial class Machine { [StartAt, Task, End] public partial class A : Function; }", "public abstract class Function : ITas<int, int>;")]
    [InlineData("[StateMachine] public partial class Machine { [StartAt, Task, End] public partial class A : Function; }", "public abstract class Function ITask<int, int>;")]
    public async Task What_another_file_breaks_is_not_said_of_the_machine(string machine, string file)
    {
        (await FindAsync(machine, file)).ShouldBeEmpty();
        (await FindAsync("[StateMachine] public partial class Other { [StartAt, Wait(-1), End] public partial class A; }", file)).Select(static diagnostic => diagnostic.Id).ShouldBe(["SMG6001"]);
    }

    private static async Task VerifyAsync(string name, string source, IEnumerable<Stage> stages)
    {
        HashSet<string> whole = [.. (await FindAsync(source)).Select(Describe)];
        ConcurrentBag<string> cascades = [];
        await Parallel.ForEachAsync(stages, TestContext.Current.CancellationToken, async (stage, cancellationToken) =>
        {
            // Behind a syntax error all that could be said follows from it. Otherwise a token is one mistake, which is one finding, or the compiler's.
            bool isBroken = TestCompilation.Parse(stage.Source, "").GetDiagnostics(cancellationToken).Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            IEnumerable<Diagnostic> reported = isBroken ? await AnalyzeAsync(TestCompilation.Create(stage.Source)) : await FindAsync(stage.Source);
            ImmutableArray<Diagnostic> found = [.. reported.Where(diagnostic => !whole.Contains(Describe(diagnostic)))];
            if (found.Length > (isBroken ? 0 : 1))
            {
                FileLinePositionSpan line = stage.Token.GetLocation().GetLineSpan();
                cascades.Add($"{name}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1}) {stage.Name}:{AnnotatedSource.Describe(found)}");
            }
        });

        cascades.Order().ShouldBeEmpty();
    }

    private static IEnumerable<SyntaxToken> Tokens(string source) =>
        TestCompilation.Parse(source, "").GetRoot().DescendantTokens().Where(static token => token.Span.Length > 0);

    private static string Close(string source)
    {
        Stack<string> open = [];
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(source, options: TestCompilation.ParseOptions))
        {
            switch (token.Kind())
            {
                case SyntaxKind.OpenBraceToken:
                    open.Push("}");
                    break;
                case SyntaxKind.OpenBracketToken:
                    open.Push("]");
                    break;
                case SyntaxKind.OpenParenToken:
                    open.Push(")");
                    break;
                case SyntaxKind.CloseBraceToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseParenToken:
                    open.Pop();
                    break;
            }
        }

        return source + string.Concat(open);
    }

    /// <summary>What is reported of sources with what is generated from them. An exception of analyzer or generator fails.</summary>
    private static Task<ImmutableArray<Diagnostic>> FindAsync(params string[] sources) => AnalyzeAsync(GeneratorHarness.RunUnchecked(TestCompilation.Create(sources)).Output);

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation) => AnalyzerHarness.AnalyzeOwnAsync(compilation, new StateMachineAnalyzer());

    private static string Describe(Diagnostic diagnostic) => diagnostic.Id + diagnostic.GetMessage(CultureInfo.InvariantCulture);

    private sealed record Stage(string Name, SyntaxToken Token, string Source);
}
