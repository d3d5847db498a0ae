using System.Linq;
using System.Threading;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

public class LimitTests
{
    [Theory]
    [InlineData("($f := function(){1 + $f()}; $f())", "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive")]
    [InlineData("($f := function(){$f()}; $f())", "Expression evaluation timeout: Check for infinite loop")]
    [InlineData("($f := function(){$map([1, 2], $f)}; $f())", "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive")]
    [InlineData("[1..900000] ~> $count()", "Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [InlineData("$pad('', 1e15)", "Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    [InlineData("($p := function($s, $n){$n = 0 ? $s : $p($s & $s, $n - 1)}; $length($p('x', 23)))", "Expression evaluation memory limit exceeded: Check for excessive memory usage")]
    public void Evaluations_end_at_the_limits_of_aws(string expression, string message)
    {
        JsonataError error = JsonataHarness.Fail(expression);
        error.Message.ToString().ShouldBe(message);
        error.Continuation.ToString().ShouldBe(": " + message);
    }

    [Theory]
    [InlineData("[1..873782] ~> $count()", "873782")]
    [InlineData("($p := function($s, $n){$n = 0 ? $s : $p($s & $s, $n - 1)}; $length($p('x', 22)))", "4194304")]
    [InlineData("($f := function($n){$n = 0 ? 'done' : $f($n - 1)}; $f(10000))", "\"done\"")]
    public void What_aws_evaluates_is_evaluated(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Fact]
    public void Depth_counts_expressions_in_expressions()
    {
        JsonataHarness.Evaluate(string.Join("+", Enumerable.Repeat("1", 100))).ShouldBe("100");
        JsonataHarness.Evaluate(string.Join("+", Enumerable.Repeat("1", 101))).ShouldBe(JsonataError.LimitCode);
    }

    [Fact]
    public void Values_do_not_nest_deeper_than_data_may()
    {
        JsonataHarness.Evaluate("$reduce([1..2000], function($a, $b){[[$a]]})").ShouldBe(JsonataError.LimitCode);
        JsonataHarness.Evaluate("$reduce([1..2000], function($a, $b){$zip([$a], [$b])})").ShouldBe(JsonataError.LimitCode);
    }

    [Theory]
    [InlineData("$match($pad('', 5000, 'a'), /(a+)+b/)")]
    [InlineData("$contains($pad('', 100, 'a') & 'b', /^(a|aa)+$/)")]
    [InlineData("$contains($pad('', 200, 'a') & 'b', /^(?=(a+)+$)/)")]
    public void Regular_expressions_end(string expression) => JsonataHarness.Evaluate(expression).ShouldNotBeNull();

    [Fact]
    public void A_small_stack_ends_in_an_error()
    {
        string? shown = null;
        var generous = new JsonataLimits(1_000_000, 1_000_000_000, long.MaxValue);
        var thread = new Thread(
            () => shown = new JsonataHarness { GivenLimits = generous }.Show("($f := function($n){1 + $f($n + 1)}; $f(0))"), 512 * 1024);
        thread.Start();
        thread.Join();
        shown.ShouldBe(JsonataError.LimitCode);
    }

    [Fact]
    public void One_program_serves_many_threads()
    {
        JsonataProgram program = JsonataProgram.Compile(
            JsonataParser.Parse("$sum($map([1..100], function($n){$n * $x}))").Root.ShouldNotBeNull());
        string[] results = [.. ParallelEnumerable.Range(0, 64).AsOrdered().Select(i =>
        {
            var harness = new JsonataHarness();
            harness.Variables["x"] = StateMachineGen.Data.JsonNumber.Of((double)i);
            return program.Evaluate(null, harness, out _)!.ToString();
        })];
        results.ShouldBe(Enumerable.Range(0, 64).Select(i => (5050 * i).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }
}
