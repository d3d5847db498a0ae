using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using StateMachineGen.Harness;

namespace StateMachineGen.Generator.Tests;

/// <summary>Machines whose branches and Maps run the states of machines of other assemblies.</summary>
public sealed class BodyTests
{
    private const string Library = """
        namespace Lib;

        [StateMachine<int, string>(Comment = "of the library")]
        public partial class Weigh
        {
            [StartAt, Task, End]
            public sealed partial class Scale : ITask<int, string>
            {
                public Task<string> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult("x");
            }
        }
        """;

    private const string Host = """
        [StateMachine]
        public partial class Ship
        {
            [StartAt, Map, ItemProcessor<Lib.Weigh>, Next<Call>]
            public sealed partial class Each;

            [Task, StartExecution<Lib.Weigh>, End]
            public sealed partial class Call;
        }
        """;

    /// <summary>A project is compiled against reference assemblies, which have no private members.</summary>
    [Fact]
    public void A_body_of_another_assembly_is_read_from_what_its_build_emitted()
    {
        GeneratorOutcome library = GeneratorHarness.RunUnchecked(TestCompilation.Create(Library).WithAssemblyName("Library"));
        using var image = new MemoryStream();
        library.Output.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false), cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();

        GeneratorOutcome host = Run(MetadataReference.CreateFromImage(image.ToArray()));

        GeneratorHarness.ShouldCompile(host.Output);
        host.GetDefinition("Ship")!.ShouldContain("\"Resource\": \"${ScaleFunctionArn}\"");
        host.GetDefinition("Ship")!.ShouldContain("\"Comment\": \"of the library\"");
        host.GetDefinition("Ship")!.ShouldContain("\"StateMachineArn\": \"${WeighArn}\"");
        host.GetManifest("Ship")!.ShouldContain("handler=Scale=Library::Lib.Weigh+Scale::HandleLambdaAsync\n");
        host.Source.ShouldContain(".. SmgCompiler::StateBinding.OfMachine<global::Lib.Weigh, int, string>(),");
    }

    /// <summary>As the IDE does it: the other project is not built yet.</summary>
    [Fact]
    public void A_body_of_another_project_is_read_from_its_compilation()
    {
        GeneratorOutcome library = GeneratorHarness.RunUnchecked(TestCompilation.Create(Library).WithAssemblyName("Library"));

        GeneratorOutcome host = Run(library.Output.ToMetadataReference());

        GeneratorHarness.ShouldCompile(host.Output);
        host.GetDefinition("Ship")!.ShouldContain("\"Resource\": \"${ScaleFunctionArn}\"");
    }

    [Fact]
    public void A_body_without_a_definition_withholds_the_host_and_only_it()
    {
        CSharpCompilation library = TestCompilation.Create(Library).WithAssemblyName("Library");
        using var image = new MemoryStream();
        library.Emit(image, options: new EmitOptions(metadataOnly: true, includePrivateMembers: false), cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();

        GeneratorOutcome host = Run(MetadataReference.CreateFromImage(image.ToArray()));

        host.GetDefinition("Ship").ShouldBeNull();
        GeneratorHarness.ShouldCompile(host.Output);
    }

    private static GeneratorOutcome Run(MetadataReference library) =>
        GeneratorHarness.RunUnchecked(TestCompilation.Create(Host).AddReferences(library));
}
