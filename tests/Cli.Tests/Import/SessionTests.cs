using System.Linq;
using StateMachineGen.Cli.Import;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>The files of a run: what machines, classes and files are called, and what is said of texts that cannot be imported.</summary>
public class SessionTests
{
    private const string Minimal = """{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""";

    [Theory]
    [InlineData("flows/FulfilOrder.asl.json", "FulfilOrder", "FulfilOrder")]
    [InlineData("fulfil-order.asl.json", "FulfilOrder", "fulfil-order")]
    [InlineData("fulfil_order.json", "FulfilOrder", "fulfil_order")]
    [InlineData("Order.v2.ASL.JSON", "OrderV2", "Order.v2")]
    [InlineData("order", "Order", "order")]
    [InlineData("2024-report.asl", "Machine2024Report", "2024-report")]
    [InlineData("Errors.json", "ErrorsMachine", "Errors")]
    [InlineData("my flow.json", "MyFlow", "MyFlow")]
    [InlineData("$$$.json", "Machine", "Machine")]
    [InlineData("TaskAttribute.json", "TaskAttributeMachine", "TaskAttribute")]
    public void A_machine_is_called_as_its_file(string path, string className, string machineName)
    {
        ImportedSource source = new ImportSession().Add(path, Minimal).Output!;
        source.ClassName.ShouldBe(className);
        source.MachineName.ShouldBe(machineName);
        source.FileName.ShouldBe(className + ".cs");
        source.Source.Contains($"Name = \"{machineName}\"", System.StringComparison.Ordinal).ShouldBe(machineName != className);
    }

    [Fact]
    public void Files_of_one_name_give_different_classes_and_machines()
    {
        ImportSession session = new();
        string[] paths = ["a/order-flow.json", "b/order-flow.json", "order_flow.json", "OrderFlow.json", "ORDERFLOW.json"];
        ImportedFile[] files = [.. paths.Select(path => session.Add(path, Minimal))];
        files.Select(static file => file.Output!.ClassName).ShouldBe(["OrderFlow", "OrderFlow2", "OrderFlow3", "OrderFlow4", "ORDERFLOW5"]);
        files.Select(static file => file.Output!.MachineName).ShouldBe(["order-flow", "order-flow-2", "order_flow", "OrderFlow4", "ORDERFLOW5"]);
        files.Count(static file => file.Problems.Any(static problem => problem.Message.StartsWith("Another file", System.StringComparison.Ordinal))).ShouldBe(3);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => new ImportSession().Add("a.json", "\uFEFF" + Minimal).Problems.ShouldBeEmpty();

    [Theory]
    [InlineData("{\n  \"StartAt\": \"A\",\n}", 3, 1)]
    [InlineData("", 1, 1)]
    [InlineData("[]", 1, 1)]
    [InlineData("\n\n  { \"a\": tru }", 3, 10)]
    public void A_broken_text_is_refused_with_its_place(string text, int line, int column)
    {
        ImportedFile file = new ImportSession().Add("a.json", text);
        file.Output.ShouldBeNull();
        ImportProblem problem = file.Problems.ShouldHaveSingleItem();
        problem.Severity.ShouldBe(RuleSeverity.Error);
        file.Lines.Locate(problem.Range.Start).ShouldBe((line, column));
    }
}
