using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace StateMachineGen.Build.Tests;

public sealed class DefinitionsInAssemblyTests : System.IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<BuildFault> _faults = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Machines_are_read_with_type_name_and_text_in_the_order_of_their_names()
    {
        IReadOnlyList<MachineDefinition> machines = Read(
            "namespace Shop {"
            + TestAssembly.Machine("Orders", "Second", "{\n  \"Comment\": \"ü \\u00fc 🚚\"\n}\n")
            + TestAssembly.Machine("Refunds", "First", type: "EXPRESS")
            + "}");

        machines.ShouldBe([
            new MachineDefinition("Shop.Refunds", "First", "{}\n") { IsExpress = true },
            new MachineDefinition("Shop.Orders", "Second", "{\n  \"Comment\": \"ü \\u00fc 🚚\"\n}\n"),
        ]);
        _faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_nested_machine_is_named_with_its_outer_classes() =>
        Read("namespace A.B { class Outer { class Middle {" + TestAssembly.Machine("Inner", "Inner") + "} } }")
            .Single().TypeName.ShouldBe("A.B.Outer.Middle.Inner");

    [Fact]
    public void A_machine_in_the_global_namespace_and_in_a_struct_is_read() =>
        Read(TestAssembly.Machine("Plain", "Plain").Replace("class", "struct")).Single().TypeName.ShouldBe("Plain");

    [Fact]
    public void Other_constants_and_fields_of_the_same_names_that_are_no_constants_are_ignored()
    {
        Read(
            """
            class Other { private const string Definition = "x"; public const int Number = 1; }
            class Field { private static readonly string __StateMachineDefinition = "x"; }
            class Number { private const int __StateMachineDefinition = 1; private const string? __StateMachineManifest = null; }
            """).ShouldBeEmpty();
        _faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("private const string __StateMachineDefinition = \"{}\";", "__StateMachineManifest")]
    [InlineData("private const string __StateMachineManifest = \"name=A\";", "__StateMachineDefinition")]
    [InlineData("private const string __StateMachineDefinition = \"{}\"; private const string __StateMachineManifest = \"type=STANDARD\";", "the line 'name=…'")]
    [InlineData("private const string __StateMachineDefinition = \"{}\"; private const string __StateMachineManifest = \"name=\\ntype=STANDARD\";", "the line 'name=…'")]
    public void A_type_with_half_of_the_constants_is_a_fault_that_names_it(string constants, string missing)
    {
        Read($"namespace Shop {{ class Orders {{ {constants} }} }}").ShouldBeEmpty();

        BuildFault fault = _faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("SMGB002");
        fault.Message.ShouldContain("Shop.Orders");
        fault.Message.ShouldContain(missing);
    }

    [Fact]
    public void A_file_that_is_no_assembly_is_a_fault()
    {
        _folder.Write("Machines.dll", "This is text, and long enough to hold a header. It is no assembly, though it is named like one.");

        DefinitionsInAssembly.Read(_folder["Machines.dll"], _faults).ShouldBeEmpty();

        _faults.ShouldHaveSingleItem().Code.ShouldBe("SMGB001");
    }

    [Fact]
    public void A_missing_assembly_is_a_fault_at_its_path()
    {
        DefinitionsInAssembly.Read(_folder["None.dll"], _faults).ShouldBeEmpty();

        BuildFault fault = _faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe("SMGB001");
        fault.File.ShouldBe(_folder["None.dll"]);
    }

    [Fact]
    public void An_assembly_cut_off_anywhere_is_a_fault_or_a_machine_but_never_an_exception()
    {
        byte[] whole = File.ReadAllBytes(TestAssembly.Compile(_folder, TestAssembly.Machine("Orders", "Orders")));
        for (int length = 0; length < whole.Length; length += 37)
        {
            File.WriteAllBytes(_folder["Cut.dll"], whole[..length]);
            _faults.Clear();
            int read = DefinitionsInAssembly.Read(_folder["Cut.dll"], _faults).Count;
            (read + _faults.Count).ShouldBeGreaterThan(0, $"cut off after {length} bytes");
        }
    }

    [Fact]
    public void The_assembly_is_not_loaded_and_not_locked()
    {
        string path = TestAssembly.Compile(_folder, TestAssembly.Machine("Orders", "Orders"), "NotLoaded.dll");

        DefinitionsInAssembly.Read(path, _faults).ShouldHaveSingleItem();

        System.AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && assembly.Location == path).ShouldBeEmpty();
        using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    private IReadOnlyList<MachineDefinition> Read(string source) =>
        DefinitionsInAssembly.Read(TestAssembly.Compile(_folder, "#nullable enable\n" + source), _faults);
}
