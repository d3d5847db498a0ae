using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StateMachineGen.Authoring;
using StateMachineGen.Harness;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests;

public class AnalyzerTests
{
    private const string Sample = """"
        namespace Shop;

        public sealed class Declined : Exception;

        public abstract class Flaky : ITask<int, string>
        {
            public Task<string> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult("");
        }

        /// <summary>An order.</summary>
        [StateMachine<int, string>(Tracing = true, TimeoutSeconds = 60)]
        public partial class Order
        {
            [StartAt]
            [Task("arn:aws:lambda:us-east-1:123456789012:function:first", TimeoutSeconds = 5)]
            [Retry(Errors.Timeout, MaxAttempts = 2)]
            [Catch<Rejected>(typeof(Declined), ResultPath = "$.why")]
            [Catch<Failed>(Errors.All)]
            [Next<Choose>]
            public sealed partial class First : Flaky
            {
                static partial void OnRetried(StateRetried state)
                {
                }
            }

            [Choice, When<Pause>("""{ "Variable": "$.total", "NumericLessThan": 1000 }"""), Default<Rejected>]
            public partial class Choose;

            [Wait(5), Next<Second>] public partial class Pause;
            [Task, End] public sealed partial class Second : Flaky;
            [Fail(Error = "Rejected", CausePath = "$.why")] public partial class Rejected;
            [Fail] public partial class Failed;
        }
        """";

    [Fact]
    public async Task A_sound_machine_gives_no_diagnostic() => await AnalyzerHarness.VerifyAsync(null, Sample);

    [Fact]
    public async Task States_in_another_file_are_reported_there() =>
        await AnalyzerHarness.VerifyAsync(
            "SMG2008",
            """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
            }
            """,
            """
            public partial class Machine
            {
                [Succeed] public partial class [|B|];
            }
            """);

    [Fact]
    public async Task What_the_compiler_says_is_not_said_again()
    {
        const string source = """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Pass, Next<{|CS0246:Missing|}>] public partial class A;
                [Succeed] public partial class B;
            }
            """;

        await AnalyzerHarness.VerifyAsync(null, source);
    }

    [Fact]
    public async Task Two_transitions_are_the_compilers_to_refuse() =>
        await AnalyzerHarness.VerifyAsync(null, """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Pass, Next<B>, {|CS0579:Next<C>|}] public partial class A;
                [Choice, When<C>("{}"), Default<C>, {|CS0579:Default<C>|}] public partial class B;
                [Succeed, {|CS0579:Succeed|}] public partial class C;
            }
            """);

    [Fact]
    public async Task A_pragma_silences_a_rule_at_its_place() =>
        await AnalyzerHarness.VerifyAsync("SMG2008", """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
            #pragma warning disable SMG2008
                [Succeed] public partial class B;
            #pragma warning restore SMG2008
                [Succeed] public partial class [|C|];
            }
            """);

    [Fact]
    public async Task A_rule_of_the_language_can_be_lowered_and_a_fault_of_authoring_cannot()
    {
        const string source = """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Succeed] public class A;
            }

            [StateMachine]
            public partial class Other
            {
                [StartAt, Succeed] public partial class A;
                [Succeed] public partial class B;
            }
            """;
        CSharpCompilation compilation = TestCompilation.Create(source);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
            compilation.Options.SpecificDiagnosticOptions.SetItem("SMG1002", ReportDiagnostic.Suppress).SetItem("SMG2008", ReportDiagnostic.Info)));

        GeneratorOutcome outcome = GeneratorHarness.RunUnchecked(compilation);
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(outcome.Output, new StateMachineAnalyzer());

        diagnostics.Select(diagnostic => $"{diagnostic.Id} {diagnostic.Severity}").ShouldBe(["SMG1002 Error", "SMG2008 Info"]);
        outcome.GetDefinition("Machine").ShouldBeNull();
        outcome.GetDefinition("Other").ShouldNotBeNull("a rule never withholds the definition");
    }

    [Fact]
    public async Task Nothing_is_done_where_the_runtime_is_not_referenced()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Stranger",
            [TestCompilation.Parse("""
                namespace StateMachineGen { internal class TaskAttribute : System.Attribute; }
                [StateMachineGen.Task] internal class A;
                """, "Source0.cs")],
            TestCompilation.PlatformReferences,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        (await AnalyzerHarness.AnalyzeAsync(compilation, new StateMachineAnalyzer(), new DesignRuleSuppressor())).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_a_descriptor_that_leads_to_its_page()
    {
        foreach ((Rule rule, DiagnosticDescriptor descriptor) in RuleDescriptors.ByRule)
        {
            descriptor.Id.ShouldBe(rule.Id);
            descriptor.HelpLinkUri.ShouldBe(rule.HelpLink);
            descriptor.IsEnabledByDefault.ShouldBeTrue();
            descriptor.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable).ShouldBe(AuthoringRules.All.Contains(rule), rule.Id);
        }

        RuleDescriptors.ByRule.Keys.Select(rule => rule.Id).ShouldBeUnique();
        new StateMachineAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id).ShouldBeInOrder();
        new StateMachineAnalyzer().SupportedDiagnostics.Length.ShouldBe(RuleDescriptors.ByRule.Count);
    }

    [Fact]
    public async Task Messages_name_what_is_wrong()
    {
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerHarness.VerifyAsync("SMG2008", """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
                [Succeed(Name = [|"b {0}"|])] public partial class B;
            }
            """);

        diagnostics[0].GetMessage(CultureInfo.InvariantCulture).ShouldBe("The state 'b {0}' is not reachable: no path of transitions leads from 'A' to it");
    }

    /// <summary>Sources in the middle of being typed: the analyzer must get through all of them (an exception fails the harness).</summary>
    [Fact]
    public async Task Damaged_source_never_makes_the_analyzer_throw()
    {
        var random = new Random(5);
        const string pieces = "[]<>(){}\"';,.=!x0 \n";
        for (int i = 0; i < 300; i++)
        {
            var source = new StringBuilder(i % 3 == 0 ? Sample[..random.Next(Sample.Length)] : Sample);
            for (int edits = random.Next(1, 4); edits > 0 && source.Length > 1; edits--)
            {
                int place = random.Next(source.Length - 1);
                switch (random.Next(3))
                {
                    case 0:
                        source.Remove(place, Math.Min(random.Next(1, 30), source.Length - place));
                        break;
                    case 1:
                        source.Insert(place, pieces[random.Next(pieces.Length)]);
                        break;
                    default:
                        source[place] = pieces[random.Next(pieces.Length)];
                        break;
                }
            }

            await AnalyzerHarness.AnalyzeAsync(TestCompilation.Create(source.ToString()), new StateMachineAnalyzer());
        }
    }
}
