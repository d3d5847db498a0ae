namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

/// <summary>Functions that expressions define, and what is done with functions.</summary>
public class FunctionTests
{
    [Theory]
    [InlineData("($f := function($a, $b){$a & '-' & $b}; $f(1, 2) & $f(1))", "\"1-21-\"")]
    [InlineData("($n := 1; $f := function(){$n}; $n := 2; $f())", "2")]
    [InlineData("($make := function($n){function(){$n}}; $one := $make(1); $two := $make(2); [$one(), $two()])", "[1,2]")]
    [InlineData("($x := 1; ($x := 2; $x) & $x)", "\"21\"")]
    [InlineData("($x := 1; ($x := none); $x)", "1")]
    [InlineData("function($x){$x}", "function")]
    [InlineData("[1, /a/]", "function")]
    [InlineData("{'f': $sum}", "function")]
    [InlineData("none()", "T1006")]
    [InlineData("sum(1)", "T1005")]
    [InlineData("sum(?)", "T1007")]
    [InlineData("1(?)", "T1008")]
    [InlineData("$eval('1')", "T1006")]
    public void Functions_are_values(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("($add := function($a, $b){$a + $b}; $inc := $add(?, 1); $inc(4))", "5")]
    [InlineData("($first := $substring(?, 0, 2); $map(['abc', 'xyz'], $first))", """["ab","xy"]""")]
    [InlineData("'abc' ~> $substring(1) ~> $uppercase", "\"BC\"")]
    [InlineData("($shout := $trim ~> $uppercase; $shout(' a '))", "\"A\"")]
    [InlineData("1 ~> 2", "T2006")]
    public void Functions_are_applied_in_part_and_put_together(string expression, string expected) =>
        JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("($f := function($s)<s:s>{$s}; $f('a'))", "\"a\"")]
    [InlineData("($f := function($s)<s:s>{$s}; $f(1))", "T0410")]
    [InlineData("($f := function($s, $n)<sn?:s>{$s & $n}; $f('a') & $f('a', 1))", "\"aa1\"")]
    [InlineData("('ctx').($f := function($s)<s-:s>{$s}; $f())", "\"ctx\"")]
    [InlineData("5.0 ~> function($n)<n:n>{$n}", "5")]
    [InlineData("($f := function($a)<a<n>:n>{$sum($a)}; $f(3) & $f([1, 2]))", "\"33\"")]
    [InlineData("($f := function($a)<a<n>:n>{$sum($a)}; $f(['a']))", "T0412")]
    [InlineData("[1].$uppercase()", "T0411")]
    public void Signatures_are_held_against_arguments(string expression, string expected) =>
        JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("$map([1, 2], function($v, $i, $a){$v + $i + $count($a)})", "[3,5]")]
    [InlineData("$map([1], $string)", "\"1\"")]
    [InlineData("$map([{'a': 1}, {'b': 1}], $keys)", """[["a"],["b"]]""")]
    [InlineData("$map(none, $string)", "nothing")]
    [InlineData("$filter([1..5], function($v){$v % 2 = 1})", "[1,3,5]")]
    [InlineData("$filter([1], function($v){$v})", "1")]
    [InlineData("$single([1, 2], function($v){$v = 2})", "2")]
    [InlineData("$single([1, 1], function($v){$v = 1})", "D3138")]
    [InlineData("$single([1], function($v){$v = 2})", "D3139")]
    [InlineData("$reduce([1..4], function($a, $v){$a * $v})", "24")]
    [InlineData("$reduce([1..4], function($a, $v, $i){$a + $i}, 0)", "6")]
    [InlineData("$reduce([1], function($a){$a})", "D3050")]
    [InlineData("$each({'a': 1, 'b': 2}, function($v, $k){$k & $v})", """["a1","b2"]""")]
    [InlineData("$sift({'a': 1, 'b': 2}, function($v){$v > 1})", """{"b":2}""")]
    [InlineData("$sort([3, 1, 2], function($l, $r){$l < $r})", "[3,2,1]")]
    public void Functions_are_called_for_elements(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("$ ~> |a|{'n': b + 1}|", """{"a":{"b":1,"n":2},"c":[{"b":2},{"b":3}]}""")]
    [InlineData("$ ~> |c|{'b': b * 10}|", """{"a":{"b":1},"c":[{"b":20},{"b":30}]}""")]
    [InlineData("$ ~> |**[$exists(b)]|{}, 'b'|", """{"a":{},"c":[{},{}]}""")]
    [InlineData("$ ~> |a|{'self': $}|", """{"a":{"b":1,"self":{"b":1}},"c":[{"b":2},{"b":3}]}""")]
    [InlineData("$ ~> |$|{'a': 5}, ['c']|", """{"a":5}""")]
    [InlineData("$ ~> |a|5|", "T2011")]
    [InlineData("$ ~> |a|{}, 5|", "T2012")]
    [InlineData("($clone := 1; $ ~> |a|{}|)", "T2013")]
    [InlineData("none ~> |a|{}|", "nothing")]
    public void Transforms_change_copies(string expression, string expected) =>
        JsonataHarness.Evaluate(expression, """{"a":{"b":1},"c":[{"b":2},{"b":3}]}""").ShouldBe(expected);

    [Fact]
    public void Variables_of_the_environment_come_before_functions_of_the_library()
    {
        var harness = new JsonataHarness();
        harness.Variables["sum"] = StateMachineGen.Data.JsonBoolean.True;
        harness.Show("$sum").ShouldBe("true");
        harness.Show("($sum := 2; $sum)").ShouldBe("2");
        harness.Show("$max([1, 2])").ShouldBe("2");
    }
}
