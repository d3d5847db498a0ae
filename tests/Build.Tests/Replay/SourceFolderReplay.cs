using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace StateMachineGen.Build.Tests.Replay;

/// <summary>Definitions that are checked in: written, verified, published once.</summary>
[Collection(RealBuilds.Name)]
public sealed class SourceFolderReplay : IDisposable
{
    private readonly ReplayFolder _replay = new();

    public void Dispose() => _replay.Dispose();

    [Fact]
    public async Task Builds_write_the_folder_and_verifying_builds_compare_it()
    {
        // What the SDKs for the web do to every .json of a project.
        _replay.WriteProject(
            "App",
            "<TargetFramework>net10.0</TargetFramework><StateMachineGenSourceFolder>asl</StateMachineGenSourceFolder>",
            """<Content Include="**/*.json" Exclude="bin/**;obj/**" CopyToOutputDirectory="PreserveNewest" CopyToPublishDirectory="PreserveNewest" />""");
        _replay.WriteMachine("App", "Orders", "{\n  \"StartAt\": \"First\"\n}\n");
        _replay.WriteMachine("App", "Refunds");
        _replay.Files.Write("App/asl/Removed.asl.json", "{}\n");

        string output = await _replay.Succeed("build", "App");
        _replay.FilesIn("App/asl").ShouldBe(["Orders.asl.json", "Refunds.asl.json", "Removed.asl.json"]);
        _replay.Files.Read("App/asl/Orders.asl.json").ShouldBe("{\n  \"StartAt\": \"First\"\n}\n");
        output.ShouldContain("Removed.asl.json belongs to no state machine");

        output = await _replay.Fail("build", "App", "-p:StateMachineGenVerify=true");
        output.ShouldContain("Removed.asl.json : error SMGB010");
        output.ShouldNotContain("Orders.asl.json");

        File.Delete(_replay.Files["App/asl/Removed.asl.json"]);
        Dictionary<string, DateTime> written = _replay.TimesIn("App", ".asl.json");
        await _replay.Succeed("build", "App", "-p:StateMachineGenVerify=true");
        await _replay.Succeed("build", "App");
        _replay.TimesIn("App", ".asl.json").ShouldBe(written, "nothing was stale");

        // Nothing is compiled now: a stale file is found all the same.
        _replay.Files.Write("App/asl/Orders.asl.json", "{\n  \"StartAt\": \"Other\"\n}\n");
        File.Delete(_replay.Files["App/asl/Refunds.asl.json"]);
        output = await _replay.Fail("build", "App", "-p:StateMachineGenVerify=true");
        output.ShouldContain("Orders.asl.json(2): error SMGB009");
        output.ShouldContain("-  \"StartAt\": \"Other\"");
        output.ShouldContain("+  \"StartAt\": \"First\"");
        output.ShouldContain("Refunds.asl.json : error SMGB008");
        output.ShouldContain("App.csproj\" -p:StateMachineGenVerify=false");
        _replay.FilesIn("App/asl").ShouldBe(["Orders.asl.json"], "verifying writes nothing");

        await _replay.Succeed("build", "App", "-p:StateMachineGenVerify=false");
        await _replay.Succeed("publish", "App", "-o", "published", "-p:StateMachineGenVerify=true");
        _replay.FilesIn("published/asl").ShouldBe(["Orders.asl.json", "Refunds.asl.json"]);
    }

    [Fact]
    public async Task Verifying_without_a_folder_is_not_silent()
    {
        _replay.WriteProject("App", "<TargetFramework>net10.0</TargetFramework>");
        (await _replay.Succeed("build", "App", "-p:StateMachineGenVerify=true")).ShouldNotContain("SMGB011", customMessage: "there is nothing to verify");

        _replay.WriteMachine("App", "Orders");
        (await _replay.Succeed("build", "App", "-p:StateMachineGenVerify=true")).ShouldContain("App.csproj : warning SMGB011");
    }

    [Fact]
    public async Task Target_frameworks_share_the_folder()
    {
        _replay.WriteProject(
            "App",
            "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><StateMachineGenSourceFolder>../definitions</StateMachineGenSourceFolder>");
        _replay.WriteMachine("App", "Orders");
        _replay.Files.Write("App/Old.cs", "#if NETSTANDARD\n" + TestAssembly.Machine("Old", "Old") + "#endif\n");

        await _replay.Succeed("build", "App");
        _replay.FilesIn("App/bin/Debug/net10.0/asl").ShouldBe(["Orders.asl.json"]);
        _replay.FilesIn("App/bin/Debug/netstandard2.0/asl").ShouldBe(["Old.asl.json", "Orders.asl.json"]);
        _replay.FilesIn("definitions").ShouldBe(["Old.asl.json", "Orders.asl.json"]);
        await _replay.Succeed("build", "App", "-p:StateMachineGenVerify=true");

        _replay.Files.Write("definitions/Removed.asl.json", "{}\n");
        string output = await _replay.Fail("build", "App", "-p:StateMachineGenVerify=true");
        output.ShouldContain("Removed.asl.json : error SMGB010");
        output.ShouldNotContain("Old.asl.json");

        _replay.Files.Write("definitions/Orders.asl.json", "stale\n");
        output = await _replay.Fail("build", "App", "-f", "net10.0", "-p:StateMachineGenVerify=true");
        output.ShouldContain("Orders.asl.json(1): error SMGB009");

        _replay.Files.Write(
            "App/Orders.cs",
            "#if NETSTANDARD\n" + TestAssembly.Machine("Orders", "Orders", "1\n") + "#else\n" + TestAssembly.Machine("Orders", "Orders", "2\n") + "#endif\n");
        output = await _replay.Fail("build", "App");
        output.ShouldContain("error SMGB007: The definition differs between net10.0 and netstandard2.0");
        _replay.Files.Read("definitions/Orders.asl.json").ShouldBe("stale\n");
    }
}
