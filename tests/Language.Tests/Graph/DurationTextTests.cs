using System;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Language.Tests.Graph;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.0000007, "1 us")]
    [InlineData(0.000250, "250 us")]
    [InlineData(0.25, "250 ms")]
    [InlineData(5, "5 s")]
    [InlineData(599.99, "599.99 s")]
    [InlineData(3600, "60 min")]
    [InlineData(86400, "24 h")]
    [InlineData(31536000, "365 d")]
    public void Durations_are_told_in_the_unit_that_suits_them(double seconds, string text)
    {
        string told = DurationText.Of(TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond)));

        told.ShouldBe(text);
        told.Length.ShouldBeLessThanOrEqualTo(8);
    }
}
