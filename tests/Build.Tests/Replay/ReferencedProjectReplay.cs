using System;
using System.Threading.Tasks;

namespace StateMachineGen.Build.Tests.Replay;

/// <summary>A project with machines that references another one with machines.</summary>
[Collection(RealBuilds.Name)]
public sealed class ReferencedProjectReplay : IDisposable
{
    private const string Bin = "App/bin/Debug/net10.0/asl";
    private readonly ReplayFolder _replay = new();

    public void Dispose() => _replay.Dispose();

    [Fact]
    public async Task Definitions_travel_only_when_asked_and_never_over_each_other()
    {
        _replay.WriteProject("Shared");
        _replay.WriteProject("App", items: """<ProjectReference Include="../Shared/Shared.csproj" />""");
        _replay.WriteMachine("Shared", "Orders", "{ \"Of\": \"Shared\" }\n");
        _replay.WriteMachine("App", "Orders", "{ \"Of\": \"App\" }\n");

        await _replay.Succeed("build", "App");
        _replay.FilesIn(Bin).ShouldBe(["Orders.asl.json"]);
        _replay.Files.Read($"{Bin}/Orders.asl.json").ShouldContain("App");
        _replay.FilesIn("Shared/bin/Debug/net10.0/asl").ShouldBe(["Orders.asl.json"]);

        _replay.WriteProject(
            "Shared", "<TargetFramework>net10.0</TargetFramework><StateMachineGenCopyTransitively>true</StateMachineGenCopyTransitively>");
        string output = await _replay.Fail("build", "App");
        output.ShouldContain("App.csproj : error SMGB006: Two projects give the output folder one definition, asl/Orders.asl.json");
        output.ShouldContain(_replay.Files["Shared/obj/Debug/net10.0/asl/Orders.asl.json"]);
        output.ShouldContain(_replay.Files["App/obj/Debug/net10.0/asl/Orders.asl.json"]);

        _replay.WriteMachine("Shared", "Orders", "{ \"Of\": \"Shared\" }\n", name: "SharedOrders");
        await _replay.Succeed("build", "App");
        _replay.FilesIn(Bin).ShouldBe(["Orders.asl.json", "SharedOrders.asl.json"]);
        _replay.Files.Read($"{Bin}/Orders.asl.json").ShouldContain("App");

        await _replay.Succeed("publish", "App", "-o", "published", "-p:StateMachineGenCopyTransitively=true");
        _replay.FilesIn("published/asl").ShouldBe(["Orders.asl.json", "SharedOrders.asl.json"]);

        _replay.WriteProject("Shared");
        await _replay.Succeed("build", "App");
        _replay.FilesIn(Bin).ShouldBe(["Orders.asl.json"]);
    }
}
