using System.Linq;
using StateMachineGen.Cli.Import;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>What states and machines are called in C#.</summary>
public class NameTests
{
    [Theory]
    [InlineData("Check stock", "CheckStock")]
    [InlineData("check-credit_score", "CheckCreditScore")]
    [InlineData("GET DATA", "GetData")]
    [InlineData("Get AWS DB data", "GetAwsDBData")]
    [InlineData("IN_PROGRESS?", "InProgress")]
    [InlineData("Step 1 2", "Step1_2")]
    [InlineData("myState", "MyState")]
    [InlineData("caf\u0065\u0301 noir", "CafeNoir")]
    [InlineData("é", "É")]
    [InlineData("注文を開始", "注文を開始")]
    [InlineData("a\u200Db", "AB")]
    [InlineData("𝒜bc", "Bc")]
    [InlineData("🚀", "")]
    [InlineData("\u0301", "")]
    public void The_words_of_a_name_become_an_identifier(string name, string expected) => Identifier.FromName(name).ShouldBe(expected);

    [Theory]
    [InlineData("Order", true)]
    [InlineData("SOME_STATE", true)]
    [InlineData("É1", true)]
    [InlineData("order", false)]
    [InlineData("_Order", false)]
    [InlineData("Two words", false)]
    [InlineData("E\u0301", false)]
    [InlineData("A\u200D", false)]
    [InlineData("", false)]
    public void A_name_that_is_a_good_class_name_stays(string name, bool expected) => Identifier.IsClassName(name).ShouldBe(expected);

    [Theory]
    [InlineData("StateMachines", true)]
    [InlineData("Shop.Orders_2", true)]
    [InlineData("Shop.class", false)]
    [InlineData("Shop..Orders", false)]
    [InlineData("2Shop", false)]
    [InlineData("", false)]
    public void A_namespace_is_identifiers_between_dots(string text, bool expected) => ImportSession.IsNamespace(text).ShouldBe(expected);

    [Fact]
    public void States_that_would_collide_get_names_of_their_own()
    {
        string source = Import("Order.json", "check it", "CheckIt", "check-it", "Order", "ToString", "Errors", "PaidAttribute", "OnFailed", "1st", "🚀", "🚁", "class");
        ClassesOf(source).ShouldBe(
        [
            "Order", "CheckIt2", "CheckIt", "CheckIt3", "OrderState", "ToStringState", "ErrorsState", "PaidAttributeState", "OnFailed", "State1st", "PassState", "PassState2", "Class",
        ]);
    }

    [Fact]
    public void What_a_namespace_hides_is_written_out()
    {
        string source = new ImportSession("Acme.Integrations").Add("Flow.json", """
            { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [ { "ErrorEquals": ["States.ALL"] } ], "End": true } } }
            """).Output!.Source;
        source.ShouldContain("[Task(global::StateMachineGen.Integrations.Lambda.Invoke)]");
        source.ShouldContain("[Retry(global::StateMachineGen.Errors.All)]");
    }

    private static string Import(string path, params string[] states) => new ImportSession().Add(
        path, "{ \"States\": { " + string.Join(", ", states.Select(static state => $"\"{state}\": {{ \"Type\": \"Pass\", \"End\": true }}")) + " } }").Output!.Source;

    private static string[] ClassesOf(string source) =>
        [.. source.Split('\n').Where(static line => line.Contains("partial class", System.StringComparison.Ordinal)).Select(static line => line.TrimEnd(';').Split(' ')[^1])];
}
