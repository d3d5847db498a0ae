using StateMachineGen.Expressions.Jsonata;

namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

public class FailureTests
{
    [Theory]
    [InlineData("'a' - 1", ". T2001: The left side of the \"-\" operator must evaluate to a number")]
    [InlineData("1 < 'a'", ". T2009: The values 1 and \"a\" either side of operator \"<\" must be of the same data type")]
    [InlineData("$sum(['a'])", ". T0412: Argument 1 of function \"sum\" must be an array of \"numbers\"")]
    [InlineData("$abs('a')", ". T0410: Argument 1 of function \"abs\" does not match function signature")]
    [InlineData("$pad('a', 1, 'b', 'c')", ". T0410: Argument 4 of function \"pad\" does not match function signature")]
    [InlineData("$map([1], $uppercase)", ". T0410: Argument 1 of function \"map\" does not match function signature")]
    [InlineData("$eval('1')", ". T1006: Attempted to invoke a non-function")]
    [InlineData("sum([1])", ". T1005: Attempted to invoke a non-function. Did you mean $sum?")]
    [InlineData("$number('x')", ". D3030: Unable to cast value to a number: \"x\"")]
    [InlineData("$decodeUrl('%')", ". D3140: Malformed URL passed to $decodeUrl(): \"%\"")]
    [InlineData("$error('it broke')", ". D3137: it broke")]
    public void Messages_are_those_of_jsonata(string expression, string continuation) =>
        JsonataHarness.Fail(expression).Continuation.ToString().ShouldBe(continuation);

    [Theory]
    [InlineData("1 + ($x := 'a' * 2)", 11)]
    [InlineData("[1, $abs('a')]", 4)]
    [InlineData("$map([1], function($v){1 + $abs('a')})", 27)]
    public void Errors_say_where_they_happened(string expression, int position)
    {
        JsonataError error = JsonataHarness.Fail(expression);
        error.Position.ShouldBe(position);
    }
}
