using StateMachineGen.Data;

namespace StateMachineGen.Runtime.Tests.Data;

public class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(-17, "-17")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(123.456, "123.456")]
    [InlineData(-0.00012, "-0.00012")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(1.25e-7, "1.25e-7")]
    [InlineData(9007199254740991, "9007199254740991")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1e23, "1e+23")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    public void A_number_that_was_worked_out_is_printed_as_ECMAScript_does(double value, string expected)
    {
        JsonNumber number = JsonNumber.Of(value);
        number.Text.ShouldBe(expected);
        number.Size.ShouldBe(expected.Length);
        new JsonNumber(expected).Value.ShouldBe(value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_JSON_number_is_refused(double value) => Should.Throw<System.ArgumentOutOfRangeException>(() => JsonNumber.Of(value));
}
