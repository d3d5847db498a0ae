using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace StateMachineGen.Build.Tests.Replay;

/// <summary>The life of a project with machines, build after build.</summary>
[Collection(RealBuilds.Name)]
public sealed class OneProjectReplay : IDisposable
{
    private const string Obj = "App/obj/Debug/net10.0/asl";
    private const string Bin = "App/bin/Debug/net10.0/asl";
    private readonly ReplayFolder _replay = new();

    public OneProjectReplay()
    {
        _replay.WriteProject("App");
        _replay.WriteMachine("App", "Orders", "{ \"Version\": 1 }\n");
        _replay.WriteMachine("App", "Refunds");
    }

    public void Dispose() => _replay.Dispose();

    [Fact]
    public async Task Builds_write_what_changed_and_nothing_else()
    {
        await Build();
        FilesAre("Orders.asl.json", "Refunds.asl.json");
        Texts("Orders").ShouldBe(["{ \"Version\": 1 }\n", "{ \"Version\": 1 }\n"], "after the first build");

        Dictionary<string, DateTime> built = _replay.TimesIn("App", ".asl.json");
        Dictionary<string, DateTime> lists = _replay.TimesIn("App", ".asl.txt");
        lists.Count.ShouldBe(1);
        await Build();
        _replay.TimesIn("App", ".asl.json").ShouldBe(built, "a build without changes rewrites nothing");
        _replay.TimesIn("App", ".asl.txt").ShouldBe(lists, "a build without changes does not run the task");

        _replay.Files.Write("App/Unrelated.cs", "class Unrelated;");
        await Build();
        _replay.TimesIn("App", ".asl.json").ShouldBe(built, "a compile that changes no machine rewrites no definition");
        _replay.TimesIn("App", ".asl.txt").ShouldNotBe(lists, "the task ran");

        _replay.WriteMachine("App", "Orders", "{ \"Version\": 2 }\n");
        await Build();
        Texts("Orders").ShouldBe(["{ \"Version\": 2 }\n", "{ \"Version\": 2 }\n"], "after the change");
        _replay.Files.TimeOf($"{Obj}/Refunds.asl.json").ShouldBe(built[_replay.Files[$"{Obj}/Refunds.asl.json"]]);

        _replay.WriteMachine("App", "Refunds", name: "Returns");
        await Build();
        FilesAre("Orders.asl.json", "Returns.asl.json");
        await Build();
        FilesAre("Orders.asl.json", "Returns.asl.json");

        File.Delete(_replay.Files["App/Refunds.cs"]);
        await Build();
        FilesAre("Orders.asl.json");

        File.Delete(_replay.Files["App/Orders.cs"]);
        await Build();
        FilesAre();
    }

    [Fact]
    public async Task What_is_lost_or_outdated_comes_back_and_what_is_switched_off_goes()
    {
        await Build();

        File.Delete(_replay.Files[$"{Obj}/Orders.asl.json"]);
        File.Delete(_replay.Files[$"{Bin}/Refunds.asl.json"]);
        await Build();
        FilesAre("Orders.asl.json", "Refunds.asl.json");

        _replay.Files.Write($"{Obj}/Orders.asl.json", "as an older task wrote it");
        File.SetLastWriteTimeUtc(_replay.TaskAssembly, _replay.Files.TimeOf($"{Obj}/Orders.asl.json"));
        await Build();
        Texts("Orders").ShouldBe(["{ \"Version\": 1 }\n", "{ \"Version\": 1 }\n"], "a new task writes all files again");

        await Build("-p:StateMachineGenEmit=false");
        FilesAre();
        await Build();
        FilesAre("Orders.asl.json", "Refunds.asl.json");

        await _replay.Succeed("clean", "App");
        FilesAre();
        _replay.TimesIn("App", ".asl.txt").ShouldBeEmpty("the list goes too");
    }

    [Fact]
    public async Task Published_folders_have_the_definitions_and_design_time_builds_write_none()
    {
        await _replay.Succeed("publish", "App", "-c", "Release", "-o", "published");
        _replay.FilesIn("published/asl").ShouldBe(["Orders.asl.json", "Refunds.asl.json"]);

        const string ReleaseObj = "App/obj/Release/net10.0/asl";
        File.Delete(_replay.Files[$"{ReleaseObj}/Orders.asl.json"]);
        await _replay.Succeed(
            "build", "App", "-c", "Release", "-t:CoreCompile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        _replay.FilesIn(ReleaseObj).ShouldBe(["Refunds.asl.json"], "an editor that loads the project writes nothing");

        await _replay.Succeed("publish", "App", "-c", "Release", "-o", "transitive", "-p:StateMachineGenCopyTransitively=true");
        _replay.FilesIn("transitive/asl").ShouldBe(["Orders.asl.json", "Refunds.asl.json"]);

        await _replay.Succeed("publish", "App", "--no-build", "-c", "Release", "-o", "unbuilt");
        _replay.FilesIn("unbuilt/asl").ShouldBe(["Orders.asl.json", "Refunds.asl.json"]);
    }

    [Fact]
    public async Task Two_machines_of_one_name_fail_the_build_until_one_is_renamed()
    {
        _replay.WriteMachine("App", "Refunds", name: "orders");
        string output = await _replay.Fail("build", "App");
        output.ShouldContain("error SMGB004: Orders ('Orders') and Refunds ('orders') would write one file");
        FilesAre();

        await _replay.Fail("build", "App");

        _replay.WriteMachine("App", "Refunds");
        await Build();
        FilesAre("Orders.asl.json", "Refunds.asl.json");
    }

    [Fact]
    public async Task A_rename_in_case_only_leaves_one_file_and_clean_leaves_none()
    {
        await Build();
        _replay.WriteMachine("App", "Orders", name: "ORDERS");
        await Build();
        FilesAre("ORDERS.asl.json", "Refunds.asl.json");

        await _replay.Succeed("clean", "App");
        FilesAre();
    }

    private Task<string> Build(params string[] arguments) => _replay.Succeed(["build", "App", .. arguments]);

    private void FilesAre(params string[] names)
    {
        _replay.FilesIn(Obj).ShouldBe(names, "in obj");
        _replay.FilesIn(Bin).ShouldBe(names, "in bin");
    }

    private string[] Texts(string name) => [_replay.Files.Read($"{Obj}/{name}.asl.json"), _replay.Files.Read($"{Bin}/{name}.asl.json")];
}
