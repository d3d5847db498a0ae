namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

public class PathTests
{
    private const string Orders = """
        {
          "customer": "Ann",
          "orders": [
            {"id": "o1", "lines": [{"sku": "a", "price": 3, "count": 2}, {"sku": "b", "price": 10, "count": 1}]},
            {"id": "o2", "lines": {"sku": "a", "price": 3, "count": 5}},
            {"id": "o3", "lines": []}
          ],
          "grid": [[1, 2], [3]],
          "one": [7],
          "nil": null
        }
        """;

    [Theory]
    [InlineData("customer", "\"Ann\"")]
    [InlineData("orders.id", """["o1","o2","o3"]""")]
    [InlineData("orders.lines.sku", """["a","b","a"]""")]
    [InlineData("orders.lines.weight", "nothing")]
    [InlineData("nil.x", "nothing")]
    [InlineData("nil", "null")]
    [InlineData("grid", "[[1,2],[3]]")]
    [InlineData("grid.$", "[1,2,3]")]
    [InlineData("one", "[7]")]
    [InlineData("orders[0].id", "\"o1\"")]
    [InlineData("orders.lines[0].sku", """["a","a"]""")]
    [InlineData("(orders.lines)[0].sku", "\"a\"")]
    [InlineData("orders[-1].id", "\"o3\"")]
    [InlineData("orders[[0, 2]].id", """["o1","o3"]""")]
    [InlineData("orders[7]", "nothing")]
    [InlineData("orders.lines[price > 5].sku", "\"b\"")]
    [InlineData("orders.lines[price > 5].sku[]", """["b"]""")]
    [InlineData("orders.lines[price > 5][].sku", """["b"]""")]
    [InlineData("orders.$count(lines)", "[2,1,0]")]
    [InlineData("orders.[id]", """[["o1"],["o2"],["o3"]]""")]
    [InlineData("orders.{id: $count(lines)}", """[{"o1":2},{"o2":1},{"o3":0}]""")]
    [InlineData("orders{id: $count(lines)}", """{"o1":2,"o2":1,"o3":0}""")]
    [InlineData("orders.lines{sku: $sum($.(price * count))}", """{"a":21,"b":10}""")]
    [InlineData("none{'a': 1}", """{"a":1}""")]
    [InlineData("orders{1: id}", "T1003")]
    [InlineData("{'a': 1, 'a': 2}", "D1009")]
    [InlineData("orders.*", """["o1",{"sku":"a","price":3,"count":2},{"sku":"b","price":10,"count":1},"o2",{"sku":"a","price":3,"count":5},"o3"]""")]
    [InlineData("**.price", "[3,10,3]")]
    [InlineData("$count(orders.lines.**)", "12")]
    [InlineData("orders[0].lines^(price).sku", """["a","b"]""")]
    [InlineData("orders.lines^(>price, count).count", "[1,2,5]")]
    [InlineData("orders^(customer, >id).id", """["o3","o2","o1"]""")]
    [InlineData("orders.lines^(sku = 'a')", "T2008")]
    [InlineData("$$.customer & orders[0].($$.customer)", "\"AnnAnn\"")]
    [InlineData("'customer'", "\"customer\"")]
    [InlineData("$.'customer'", "\"Ann\"")]
    public void Paths_lead_to_values(string expression, string expected) => JsonataHarness.Evaluate(expression, Orders).ShouldBe(expected);

    [Theory]
    [InlineData("orders@$o.$o.lines@$l.($o.id & $l.sku)", """["o1a","o1b","o2a"]""")]
    [InlineData("orders#$i.lines.($i & sku)", """["0a","0b","1a"]""")]
    [InlineData("orders.lines#$i[$i > 0].sku", "\"b\"")]
    [InlineData("orders.lines[price < 5]#$i.($i * 10)", "[0,10]")]
    [InlineData("orders@$o.$o.lines@$l[$l.sku = 'a'].{'id': $o.id, 'n': $l.count}", """[{"id":"o1","n":2},{"id":"o2","n":5}]""")]
    [InlineData("orders@$o.$o.lines{$o.id: sku}", """{"o1":["a","b"],"o2":"a"}""")]
    [InlineData("orders@$o^(>$o.id).$o.id", """["o3","o2","o1"]""")]
    [InlineData("orders.lines.(%.id & sku)", """["o1a","o1b","o2a"]""")]
    [InlineData("orders.lines.%.%.customer", """["Ann","Ann","Ann"]""")]
    [InlineData("orders.lines[%.id = 'o2'].sku", "\"a\"")]
    [InlineData("orders.(lines.sku).%.price", "[3,10,3]")]
    [InlineData("orders.lines^(>%.id, sku).sku", """["a","a","b"]""")]
    [InlineData("(orders.lines)[%.id = 'o1'].sku", """["a","b"]""")]
    [InlineData("orders@$o.none{$o.id: sku}", "{}")]
    [InlineData("(orders@$o.id; $o)", "nothing")]
    public void Steps_bind_variables_and_know_where_they_came_from(string expression, string expected) =>
        JsonataHarness.Evaluate(expression, Orders).ShouldBe(expected);

    [Theory]
    [InlineData("$", "[[1],2]")]
    [InlineData("$[0]", "[1]")]
    [InlineData("$count($)", "2")]
    [InlineData("$string()", "\"[[1],2]\"")]
    [InlineData("*", "[1,2]")]
    [InlineData("**", "[1,2]")]
    public void An_array_as_the_input_is_one_value(string expression, string expected) =>
        JsonataHarness.Evaluate(expression, "[[1],2]").ShouldBe(expected);

    [Fact]
    public void What_was_a_sequence_is_an_array_to_the_next_evaluation()
    {
        var harness = new JsonataHarness();
        harness.Variables["kept"] = harness.Run("{'a': b[]}", """{"b":1}""", out _)!;
        harness.Show("{'a': b[]}.a", """{"b":1}""").ShouldBe("1");
        harness.Show("$kept.a").ShouldBe("[1]");
    }
}
