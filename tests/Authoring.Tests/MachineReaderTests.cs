using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Harness;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring.Tests;

public sealed class MachineReaderTests
{
    [Theory]
    // The node of the definition, by path, and its place in the source.
    [InlineData("/StartAt", "[StateMachine] partial class M { [[|StartAt|], Succeed] partial class A; }")]
    [InlineData("/States/A", "[StateMachine] partial class M { [StartAt, Succeed] partial class [|A|]; }")]
    [InlineData("/States/B", "[StateMachine] partial class M { [StartAt, Succeed(Name = [|\"B\"|])] partial class A; }")]
    [InlineData("/States/A/Type", "[StateMachine] partial class M { [StartAt, [|Succeed|]] partial class A; }")]
    [InlineData("/States/A/Next", "[StateMachine] partial class M { [StartAt, Pass, Next<[|B|]>] partial class A; [Succeed] partial class B; }")]
    [InlineData("/States/A/Next", "[StateMachine] partial class M { [StartAt, Pass, StateMachineGen.Next<[|M.B|]>] partial class A; [Succeed] partial class B; }")]
    [InlineData("/States/A/Resource", "[StateMachine] partial class M { [StartAt, Task([|\"x\"|]), End] partial class A; }")]
    [InlineData("/States/A/Resource", "[StateMachine] partial class M { [StartAt, Task(resource: [|\"x\"|], TimeoutSeconds = 3), End] partial class A; }")]
    [InlineData("/States/A/TimeoutSeconds", "[StateMachine] partial class M { [StartAt, Task(\"x\", TimeoutSeconds = [|3|]), End] partial class A; }")]
    [InlineData("/States/A/Catch[0]", "[StateMachine] partial class M { [StartAt, Task(\"x\"), [|Catch<B>(\"e\")|], End] partial class A; [Succeed] partial class B; }")]
    [InlineData("/States/A/Catch[0]/ErrorEquals[1]", "[StateMachine] partial class M { [StartAt, Task(\"x\"), Catch<B>(\"e\", [|\"f\"|]), End] partial class A; [Succeed] partial class B; }")]
    [InlineData("/States/A/Catch[0]/ResultPath", "[StateMachine] partial class M { [StartAt, Task(\"x\"), Catch<B>(\"e\", ResultPath = [|\"$.x\"|]), End] partial class A; [Succeed] partial class B; }")]
    [InlineData("/States/A/Parameters/q", "[StateMachine] partial class M { [StartAt, Pass, Field(\"Parameters\", \"{ \\\"q\\\": [|12|] }\"), End] partial class A; }")]
    [InlineData("/States/A/Choices[0]/Variable", "[StateMachine] partial class M { [StartAt, Choice, When<B>(@\"{ \"\"Variable\"\": [|\"\"$.x\"\"|], \"\"IsNull\"\": true }\")] partial class A; [Succeed] partial class B; }")]
    [InlineData("/States/A/Choices[0]/Next", "[StateMachine] partial class M { [StartAt, Choice, When<[|B|]>(@\"{ \"\"Variable\"\": \"\"$.x\"\", \"\"IsNull\"\": true }\")] partial class A; [Succeed] partial class B; }")]
    [InlineData("/TimeoutSeconds", "[StateMachine(TimeoutSeconds = [|9|])] partial class M { [StartAt, Succeed] partial class A; }")]
    public void Every_node_of_the_definition_knows_its_place(string path, string marked)
    {
        Markup markup = Markup.Parse(marked);
        AuthoredMachine machine = Read(markup.Source);
        JsonSyntax node = Find(machine.Document.ShouldNotBeNull(), path);
        Location location = machine.Locate(node, within: null, TestContext.Current.CancellationToken);
        TextSpan expected = markup.Spans.ShouldHaveSingleItem().Span;
        location.SourceSpan.ShouldBe(expected, $"{markup.Source[location.SourceSpan.Start..location.SourceSpan.End]} instead of {markup.Source[expected.Start..expected.End]}");
    }

    [Theory]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { [StartAt, Pass(InputPath = \"a[|X|]\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { [StartAt, Pass(InputPath = @\"a\"\"[|X|]\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { [StartAt, Pass(InputPath = \"\"\"\r\n  a\r\n\r\n  b[|X|]\r\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/Parameters/q", "[StateMachine] partial class M { [StartAt, Pass, Field(\"Parameters\", \"{ \\\"q\\\": \\\"a\\\\n\\\\u00e4[|X|]\\\" }\"), End] partial class A; }")]
    [InlineData("/States/A/Parameters/q", "[StateMachine] partial class M { [StartAt, Pass, Parameters(\"\"\"\r\n  {\r\n    \"q\": \"a\\\"[|X|]\"\r\n  }\r\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/Output", "[StateMachine(QueryLanguage = QueryLanguage.JSONata)] partial class M { [StartAt, Pass, Output(\"\"\"\r\n  {%\r\n    [|X|]\r\n  %}\r\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string Path = \"aX\"; [StartAt, Pass(InputPath = [|Path|]), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { [StartAt, Pass(InputPath = \"a\" + \"b\\n[|X|]\" + \"c\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = (C + @\"\"\"[|X|]\") + C), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"aXc\"; [StartAt, Pass(InputPath = \"b\" + [|C|] + \"d\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = $\"{C}\\u00e4{{b}}{C}[|X|]d\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"aXc\"; [StartAt, Pass(InputPath = $\"{{b}}[|{C}|]d\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { [StartAt, Pass(InputPath = $\"b{\"a[|X|]c\"}d\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = $@\"{C}\"\"{{\\{C}[|X|]\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = $$\"\"\"{a}{{C}}\\[|X|]\"\"\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = $$\"\"\"\r\n  {a}\r\n\r\n    {{C}} [|X|]\r\n  b\r\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = $\"\"\"\n  {C}\n  {C}[|X|]\n  {C}\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"aXc\"; [StartAt, Pass(InputPath = $\"\"\"\r\n  a\r\n  [|{C}|]\r\n  b\r\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/InputPath", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass(InputPath = \"\"\"\r\n  a\r\n  b\r\n  \"\"\" + C + \"[|X|]\"), End] partial class A; }")]
    [InlineData("/States/A/Parameters/q", "[StateMachine] partial class M { const string C = \"abc\"; [StartAt, Pass, Parameters($$\"\"\"\r\n  {\r\n    \"p\": \"{{C}}\", \"q\": \"a\\\"[|X|]\"\r\n  }\r\n  \"\"\"), End] partial class A; }")]
    [InlineData("/States/A/Parameters/q", "[StateMachine] partial class M { const string C = \"aX\"; [StartAt, Pass, Parameters(\"{ \\\"q\\\": \\\"\" + [|C|] + \"\\\" }\"), End] partial class A; }")]
    [InlineData("/States/A/Output", "[StateMachine(QueryLanguage = QueryLanguage.JSONata)] partial class M { [StartAt, Pass, Output(\"\"\"\r\n\r\n\r\n    {% \r\n   [|X|] %}\r\n  \"\"\"), End] partial class A; }")]
    public void A_character_of_a_string_is_found_in_the_literal(string path, string marked)
    {
        Markup markup = Markup.Parse(marked);
        AuthoredMachine machine = Read(markup.Source);
        JsonStringSyntax node = Find(machine.Document.ShouldNotBeNull(), path).ShouldBeOfType<JsonStringSyntax>();
        TextRange within = new(node.Value.IndexOf('X', System.StringComparison.Ordinal), 1);
        TextSpan expected = markup.Spans.ShouldHaveSingleItem().Span;
        TextSpan span = machine.Locate(node, within, TestContext.Current.CancellationToken).SourceSpan;
        span.ShouldBe(expected, $"{markup.Source[span.Start..span.End]} instead of {markup.Source[expected.Start..expected.End]}");
    }

    [Fact]
    public void A_constant_instead_of_a_literal_is_pointed_at_as_a_whole()
    {
        Markup markup = Markup.Parse("[StateMachine] partial class M { const string Json = \"[1, 2\"; [StartAt, Pass, Result([|Json|]), End] partial class A; }");
        AuthoredMachine machine = Read(markup.Source);
        AuthoringFault fault = machine.Faults.ShouldHaveSingleItem();
        fault.Rule.ShouldBe(AuthoringRules.InvalidJson);
        fault.GetLocation(machine.Symbols, TestContext.Current.CancellationToken).SourceSpan.ShouldBe(markup.Spans[0].Span);
    }

    [Fact]
    public void An_exception_type_stands_for_itself_and_the_types_derived_from_it() =>
        Errors("""
            class Declined : Exception; class Expired : Declined; class Blocked : Declined; class Unrelated : Exception;
            [StateMachine] partial class M { [StartAt, Task("x"), Catch<B>("First", typeof(Declined)), End] partial class A; [Succeed] partial class B; }
            """).ShouldBe(["First", "Declined", "Blocked", "Expired"]);

    [Fact]
    public void A_type_that_does_not_compile_withholds_the_definition_without_a_fault()
    {
        AuthoredMachine machine = Read("[StateMachine] partial class M { [StartAt, Pass, Next<Missing>] partial class A; }");
        machine.Document.ShouldBeNull();
        machine.Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Attributes_of_several_declarations_come_in_the_order_of_paths()
    {
        var compilation = TestCompilation.Create().AddSyntaxTrees(
            TestCompilation.Parse("partial class M { [Catch<B>(\"second\")] partial class A; }", "b.cs"),
            TestCompilation.Parse("[StateMachine] partial class M { [StartAt, Task(\"x\"), Catch<B>(\"first\"), End] partial class A; [Succeed] partial class B; }", "a.cs"));
        AuthoredMachine machine = MachineReader.Read(compilation.GetTypeByMetadataName("M")!, KnownSymbols.TryCreate(compilation)!, TestContext.Current.CancellationToken)!;
        machine.Document!.FindState("A")!.Catch.Select(catcher => catcher.ErrorEquals.Single()).ShouldBe(["first", "second"]);
    }

    [Fact]
    public void A_compilation_without_the_runtime_knows_nothing() =>
        KnownSymbols.TryCreate(Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Empty", references: TestCompilation.PlatformReferences)).ShouldBeNull();

    private static System.Collections.Immutable.ImmutableArray<string> Errors(string source) =>
        Read(source).Document!.FindState("A")!.Catch.Single().ErrorEquals;

    private static AuthoredMachine Read(string source)
    {
        Compilation compilation = TestCompilation.Create(source);
        return MachineReader.Read(compilation.GetTypeByMetadataName("M")!, KnownSymbols.TryCreate(compilation)!, TestContext.Current.CancellationToken)!;
    }

    /// <summary>The node at a path as AWS writes it; a state is the member that names it.</summary>
    private static JsonSyntax Find(StateMachine machine, string path)
    {
        JsonSyntax node = machine.Syntax;
        foreach (string step in path.Trim('/').Replace("[", "/[", System.StringComparison.Ordinal).Split('/'))
        {
            JsonSyntax value = node is JsonMemberSyntax member ? member.Value : node;
            node = step[0] == '['
                ? ((JsonArraySyntax)value).Items[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]
                : ((JsonObjectSyntax)value).Find(step)!;
        }

        return node is JsonMemberSyntax { Value: var last } && !path.StartsWith("/States/", System.StringComparison.Ordinal) ? last
            : node is JsonMemberSyntax named && path.Split('/').Length > 3 ? named.Value
            : node;
    }
}
