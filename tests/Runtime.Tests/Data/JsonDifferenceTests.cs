using StateMachineGen.Data;

namespace StateMachineGen.Runtime.Tests.Data;

public class JsonDifferenceTests
{
    [Theory]
    [InlineData("1", "1.0", null)]
    [InlineData("""{"a":1,"b":2}""", """{"b":2,"a":1}""", null)]
    [InlineData("1", "\"1\"", "at $: expected 1, was \"1\"")]
    [InlineData("""{"a":{"b":[1,2]}}""", """{"a":{"b":[1,3]}}""", "at $.a.b[1]: expected 2, was 3")]
    [InlineData("""{"a":1}""", "{}", "at $.a: expected 1, was nothing")]
    [InlineData("{}", """{"a b":1}""", "at $['a b']: expected nothing, was 1")]
    [InlineData("""{"it's":null}""", """{"it's":0}""", @"at $['it\'s']: expected null, was 0")]
    [InlineData("[1]", "[]", "at $[0]: expected 1, was nothing")]
    [InlineData("[]", "[[]]", "at $[0]: expected nothing, was []")]
    [InlineData("[]", "{}", "at $: expected [], was {}")]
    public void The_first_difference_is_found(string expected, string actual, string? difference) =>
        (JsonDifference.Find(JsonConversion.Parse(expected), JsonConversion.Parse(actual))?.ToString()).ShouldBe(difference);

    [Fact]
    public void Long_values_are_cut()
    {
        string text = JsonDifference.Find(JsonConversion.Parse("1"), new JsonString(new string('x', 5000)))!.ToString();
        text.Length.ShouldBeLessThan(250);
        text.ShouldEndWith("x…");
    }
}
