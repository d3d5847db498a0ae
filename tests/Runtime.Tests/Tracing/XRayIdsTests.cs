using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class XRayIdsTests
{
    [Fact]
    public void A_random_trace_id_gets_the_seconds_of_its_start() =>
        XRayIds.TraceId("00112233445566778899aabbccddeeff", HandMadeTrace.Start).ShouldBe("1-6b02d940-445566778899aabbccddeeff");

    [Fact]
    public void A_trace_id_that_begins_with_a_plausible_time_is_kept() =>
        XRayIds.TraceId("6b02d900445566778899aabbccddeeff", HandMadeTrace.Start).ShouldBe("1-6b02d900-445566778899aabbccddeeff");

    [Fact]
    public void A_callers_trace_id_is_kept() =>
        XRayIds.TraceId("00112233445566778899aabbccddeeff").ShouldBe("1-00112233-445566778899aabbccddeeff");

    [Theory]
    [InlineData(0.0, "1795348800.000000")]
    [InlineData(0.000001, "1795348800.000001")]
    [InlineData(12.5, "1795348812.500000")]
    public void Times_have_six_decimals(double second, string text) => XRayIds.Time(HandMadeTrace.At(second)).ShouldBe(text);

    [Fact]
    public void Derived_ids_are_stable_and_differ_by_span_and_part()
    {
        string id = XRayIds.Derive("53995c3f42cd8ad8", "AWS::Lambda");

        id.ShouldMatch("^[0-9a-f]{16}$");
        id.ShouldBe(XRayIds.Derive("53995c3f42cd8ad8", "AWS::Lambda"));
        id.ShouldNotBe(XRayIds.Derive("53995c3f42cd8ad8", "AWS::Lambda::Function"));
        id.ShouldNotBe(XRayIds.Derive("53995c3f42cd8ad9", "AWS::Lambda"));
    }
}
