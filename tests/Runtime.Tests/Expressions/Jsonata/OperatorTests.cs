namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

public class OperatorTests
{
    [Theory]
    [InlineData("7 - 2 * 3", "1")]
    [InlineData("7 % 4 + -7 % 4", "0")]
    [InlineData("0.1 + 0.2", "0.30000000000000004")]
    [InlineData("-(3)", "-3")]
    [InlineData("1 + none", "nothing")]
    [InlineData("\"1\" + 1", "T2001")]
    [InlineData("1 + true", "T2002")]
    [InlineData("-\"1\"", "D1002")]
    [InlineData("1 / (1e308 * 10)", "D1001")]
    [InlineData("1 / 0 > 5", "true")]
    [InlineData("1 / 0 + 1", "D1001")]
    [InlineData("-(1 / 0) < $abs(1 / 0)", "D1001")]
    [InlineData("1 % 0", "D1001")]
    [InlineData("$string(1 / 0)", "D3001")]
    public void Arithmetic_is_of_numbers(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("1 < 2 and 2 >= 2 and 'b' > 'a'", "true")]
    [InlineData("1 < none", "nothing")]
    [InlineData("1 < 'a'", "T2009")]
    [InlineData("[1] < 2", "T2010")]
    [InlineData("none = none", "false")]
    [InlineData("1 != none", "false")]
    [InlineData("{'a': [1, {'b': null}]} = {'a': [1, {'b': null}]}", "true")]
    [InlineData("[1, 2] = [2, 1]", "false")]
    [InlineData("'1' = 1", "false")]
    [InlineData("2 in [1, 2]", "true")]
    [InlineData("2 in 2", "true")]
    [InlineData("[1] in [[1]]", "false")]
    public void Values_are_compared(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("true or $error('not evaluated')", "true")]
    [InlineData("false and $error('not evaluated')", "false")]
    [InlineData("none or ''", "false")]
    [InlineData("[0, [1]] and {'a': 0}", "true")]
    [InlineData("true ? 1", "1")]
    [InlineData("false ? 1", "nothing")]
    [InlineData("none ?? 'b'", "\"b\"")]
    [InlineData("'' ?: 'b'", "\"b\"")]
    [InlineData("0 ?? 1", "0")]
    public void Conditions_evaluate_what_decides(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("1 & none & [1, 'a'] & {'b': 0.1 + 0.2}", "\"1[1,\\\"a\\\"]{\\\"b\\\":0.3}\"")]
    [InlineData("'' & $sum & true & null", "\"truenull\"")]
    [InlineData("'' & 1e21 & ' ' & 1e-7 & ' ' & 123456789012345680000", "\"1e+21 1e-7 123456789012346000000\"")]
    public void Anything_can_be_put_into_a_string(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);

    [Theory]
    [InlineData("[1..3, 7]", "[1,2,3,7]")]
    [InlineData("[2..1]", "[]")]
    [InlineData("[1..none]", "[]")]
    [InlineData("[1.5..2]", "T2003")]
    [InlineData("[1..'2']", "T2004")]
    [InlineData("[0..10000000]", "D2014")]
    public void Ranges_are_of_integers(string expression, string expected) => JsonataHarness.Evaluate(expression).ShouldBe(expected);
}
