using System;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

public sealed class EmissionTests
{
    [Fact]
    public void The_tutorials_machine_is_emitted_as_its_definition() =>
        Snapshot.Match(GeneratorHarness.Run(Sources.Tutorial).GetDefinition("Demo.TraceFunctions")!, "TraceFunctions.asl.json");

    [Fact]
    public void The_generated_source_reads_well() =>
        Snapshot.Match(GeneratorHarness.Run(Sources.Tutorial).Source, "TraceFunctions.g.cs.txt");

    [Fact]
    public void Every_field_is_emitted_in_canonical_order() =>
        Snapshot.Match(GeneratorHarness.Run(Sources.Everything).GetDefinition("Demo.Everything")!, "Everything.asl.json");

    [Fact]
    public void Nesting_is_scope_conditions_are_rules_and_base_classes_are_policies() =>
        Snapshot.Match(GeneratorHarness.Run(Sources.FulfilOrder).GetDefinition("Shop.FulfilOrder")!, "FulfilOrder.asl.json");

    [Fact]
    public void The_stubs_of_nested_states_are_nested_as_they_are() =>
        Snapshot.Match(GeneratorHarness.Run(Sources.FulfilOrder).Source, "FulfilOrder.g.cs.txt");

    [Fact]
    public void Bodies_of_other_machines_are_copied_in_their_own_language()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run(Sources.Reuse);
        Snapshot.Match(outcome.GetDefinition("DeliverAll")!, "DeliverAll.asl.json");
        outcome.GetManifest("DeliverAll").ShouldBe("name=DeliverAll\ntype=STANDARD\ntracing=false\nhandler=Send=Tests::Parcel+Send::HandleLambdaAsync\n");
    }

    [Fact]
    public void The_manifest_tells_the_build_what_the_definition_does_not() =>
        GeneratorHarness.Run(Sources.Tutorial).GetManifest("Demo.TraceFunctions").ShouldBe(
            "name=TraceFunctions\ntype=STANDARD\ntracing=true\n"
            + "handler=CallTestFunction1=Tests::Demo.TraceFunctions+CallTestFunction1::HandleLambdaAsync\n"
            + "handler=CallTestFunction2=Tests::Demo.TraceFunctions+CallTestFunction2::HandleLambdaAsync\n"
            + "handler=CallTestFunction3=Tests::Demo.TraceFunctions+CallTestFunction3::HandleLambdaAsync\n");

    [Fact]
    public void A_handler_without_ARN_becomes_a_placeholder()
    {
        GeneratorOutcome outcome = GeneratorHarness.Run("""
            [StateMachine]
            public partial class Orders
            {
                [StartAt, Task, End]
                public sealed partial class Ship_It : ITask<int, string>
                {
                    public Task<string> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult("x");
                }
            }
            """);
        outcome.GetDefinition("Orders")!.ShouldContain("\"Resource\": \"${ShipItFunctionArn}\"");
    }

    [Fact]
    public void States_of_several_files_come_in_the_order_of_paths_whatever_the_compiler_is_given_first()
    {
        const string First = "[StateMachine] public partial class M { [StartAt, Pass, Next<B>] public partial class A; }";
        const string Second = "public partial class M { [Pass, Next<C>] public partial class B; [Succeed] public partial class C; }";
        var compilation = TestCompilation.Create();
        var one = TestCompilation.Parse(First, "a.cs");
        var other = TestCompilation.Parse(Second, "b.cs");
        string? forward = GeneratorHarness.RunUnchecked(compilation.AddSyntaxTrees(one, other)).GetDefinition("M");
        string? backward = GeneratorHarness.RunUnchecked(compilation.AddSyntaxTrees(other, one)).GetDefinition("M");
        backward.ShouldBe(forward);
        forward!.IndexOf("\"A\"", StringComparison.Ordinal).ShouldBeLessThan(forward.LastIndexOf("\"B\":", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_are_keywords_or_nested_or_generic_in_use_compile() =>
        GeneratorHarness.Run("""
            namespace @class.@event
            {
                public partial interface IOuter
                {
                    public partial record struct Middle
                    {
                        [StateMachine<List<int?>, Dictionary<string, string>>]
                        internal sealed partial record @namespace
                        {
                            [StartAt, Task("x"), End]
                            private sealed partial record @int(IServiceProvider Services, int Count = 3, string? Text = null, DayOfWeek Day = DayOfWeek.Friday)
                                : ITask<List<int?>, Dictionary<string, string?>>
                            {
                                public Task<Dictionary<string, string?>> ExecuteAsync(List<int?> input, CancellationToken cancellationToken) =>
                                    Task.FromResult(new Dictionary<string, string?>());
                            }
                        }
                    }
                }
            }
            """);

    [Fact]
    public void Machines_whose_names_differ_only_in_case_are_both_emitted() =>
        GeneratorHarness.Run("""
            [StateMachine] public partial class Same { [StartAt, Succeed] public partial class A; }
            [StateMachine] public partial class SaMe { [StartAt, Succeed] public partial class A; }
            [StateMachine<int, int>] public partial class SAME { [StartAt, Succeed] public partial class A; }
            """).Run.GeneratedSources.Length.ShouldBe(3);

    [Fact]
    public void A_program_without_the_runtime_gets_nothing()
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Other", [TestCompilation.Parse("[StateMachine] class M;", "a.cs")], TestCompilation.PlatformReferences);
        GeneratorHarness.RunUnchecked(compilation).Run.GeneratedSources.ShouldBeEmpty();
    }
}
