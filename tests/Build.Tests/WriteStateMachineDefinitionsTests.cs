using System;
using System.IO;
using System.Linq;
using System.Text;

namespace StateMachineGen.Build.Tests;

public sealed class WriteStateMachineDefinitionsTests : IDisposable
{
    private static readonly DateTime s_longAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
    private readonly TempFolder _folder = new();
    private readonly RecordingBuildEngine _engine = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_machine_gets_a_file_in_UTF_8_without_mark_and_the_list_names_it()
    {
        Run(TestAssembly.Machine("B", "Second", "{ \"Comment\": \"ü🚚\" }\n") + TestAssembly.Machine("A", "First")).ShouldBeTrue();

        File.ReadAllBytes(_folder["asl/Second.asl.json"]).ShouldBe(Encoding.UTF8.GetBytes("{ \"Comment\": \"ü🚚\" }\n"));
        _folder.Read("asl/First.asl.json").ShouldBe("{}\n");
        _folder.Read("list.txt").ShouldBe("First.asl.json\nSecond.asl.json\n");
        Directory.GetFiles(_folder["asl"]).Length.ShouldBe(2, "no temporary files are left");
    }

    [Fact]
    public void An_assembly_without_machines_gets_an_empty_list_and_no_folder()
    {
        Run("class Plain;").ShouldBeTrue();

        _folder.Read("list.txt").ShouldBe("");
        Directory.Exists(_folder["asl"]).ShouldBeFalse();
    }

    [Fact]
    public void Only_files_whose_text_changed_are_written_and_the_list_always()
    {
        Run(TestAssembly.Machine("A", "Kept", "1\n") + TestAssembly.Machine("B", "Changed", "1\n")).ShouldBeTrue();
        foreach (string file in new[] { "asl/Kept.asl.json", "asl/Changed.asl.json", "list.txt" })
            File.SetLastWriteTimeUtc(_folder[file], s_longAgo);

        Run(TestAssembly.Machine("A", "Kept", "1\n") + TestAssembly.Machine("B", "Changed", "2\n")).ShouldBeTrue();

        _folder.TimeOf("asl/Kept.asl.json").ShouldBe(s_longAgo);
        _folder.TimeOf("asl/Changed.asl.json").ShouldNotBe(s_longAgo);
        _folder.Read("asl/Changed.asl.json").ShouldBe("2\n");
        _folder.TimeOf("list.txt").ShouldNotBe(s_longAgo);
    }

    [Theory]
    [InlineData("Same", "Same")]
    [InlineData("Order", "ORDER")]
    public void Two_machines_for_one_file_are_an_error_that_names_both_types_and_nothing_is_written(string first, string second)
    {
        Run("namespace Shop {" + TestAssembly.Machine("Orders", first) + TestAssembly.Machine("Refunds", second) + TestAssembly.Machine("Good", "Good") + "}")
            .ShouldBeFalse();

        var error = _engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("SMGB004");
        error.Message!.ShouldContain("Shop.Orders");
        error.Message!.ShouldContain("Shop.Refunds");
        error.File.ShouldBe(_folder["Machines.dll"]);
        Directory.Exists(_folder["asl"]).ShouldBeFalse();
        _folder.Has("list.txt").ShouldBeFalse();
    }

    [Theory]
    [InlineData("../Escape", "holds '/'")]
    [InlineData("a\\\\b", "holds '\\'")]
    [InlineData("a:b", "holds ':'")]
    [InlineData("a*", "holds '*'")]
    [InlineData("a\\tb", "control character U+0009")]
    [InlineData(" a", "begins or ends with a blank")]
    [InlineData("a ", "begins or ends with a blank")]
    [InlineData("NUL", "Windows device NUL")]
    [InlineData("com1.orders", "Windows device com1")]
    public void A_name_that_is_no_file_name_is_an_error_with_reason_and_type(string name, string reason)
    {
        Run("class Orders { private const string __StateMachineDefinition = \"{}\"; private const string __StateMachineManifest = \"name=" + name + "\"; }")
            .ShouldBeFalse();

        var error = _engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("SMGB003");
        error.Message!.ShouldContain(reason);
        error.Message!.ShouldContain("Orders");
        Directory.GetFiles(_folder.Path, "*.asl.json", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Order-1_a.b")]
    [InlineData("a@b(c)'d'!+=")]
    [InlineData("Überweisung")]
    [InlineData("Nullable")]
    public void Names_that_AWS_accepts_are_file_names(string name)
    {
        Run(TestAssembly.Machine("Orders", name)).ShouldBeTrue();

        _folder.Has($"asl/{name}.asl.json").ShouldBeTrue();
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_at_its_path_and_the_list_stays_away()
    {
        Directory.CreateDirectory(_folder["asl/Orders.asl.json/in the way"]);

        Run(TestAssembly.Machine("Orders", "Orders")).ShouldBeFalse();

        var error = _engine.Errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("SMGB005");
        error.File.ShouldBe(_folder["asl/Orders.asl.json"]);
        _folder.Has("list.txt").ShouldBeFalse();
        Directory.GetFiles(_folder["asl"]).ShouldBeEmpty("no temporary files are left");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_an_error_and_no_replaced_character()
    {
        Run("class Orders { private const string __StateMachineDefinition = \"\\ud83d\"; private const string __StateMachineManifest = \"name=Orders\"; }")
            .ShouldBeFalse();

        _engine.Errors.ShouldHaveSingleItem().Code.ShouldBe("SMGB005");
    }

    [Fact]
    public void All_faults_are_reported_in_one_run()
    {
        Run(TestAssembly.Machine("A", "Same") + TestAssembly.Machine("B", "Same") + TestAssembly.Machine("C", "a:b")
            + "class D { private const string __StateMachineDefinition = \"{}\"; }").ShouldBeFalse();

        _engine.Errors.Select(error => error.Code).Order().ShouldBe(["SMGB002", "SMGB003", "SMGB004"]);
    }

    private bool Run(string source)
    {
        var task = new WriteStateMachineDefinitions
        {
            BuildEngine = _engine,
            AssemblyFile = TestAssembly.Compile(_folder, source),
            OutputFolder = _folder["asl"],
            ListFile = _folder["list.txt"],
        };
        return task.Execute();
    }
}
