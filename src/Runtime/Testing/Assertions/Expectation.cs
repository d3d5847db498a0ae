using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Tracing;

namespace StateMachineGen.Testing;

/// <summary>Compares what is with what was expected, and says what differs in whose data.</summary>
/// <param name="subject">Whose: <c>State 'Charge'</c>.</param>
/// <param name="story">How the execution went, for the message.</param>
/// <param name="record">What a report keeps of the execution; null when none is made of it.</param>
internal sealed class Expectation(string subject, string story, ExecutionRecord? record)
{
    public void AreEqual(string what, string? expected, string? actual)
    {
        if (expected != actual)
        {
            Fail($"{what} {Quote(expected)} was expected, and it has {Quote(actual)}");
        }
    }

    public void AreEqual(string what, int expected, int actual)
    {
        if (expected != actual)
        {
            Fail(string.Create(CultureInfo.InvariantCulture, $"{what} {expected} was expected, and it has {actual}"));
        }
    }

    /// <summary>Compares as JSON: numbers by value, members in any order.</summary>
    /// <param name="what">What is compared: <c>output</c>.</param>
    /// <param name="expected">JSON text.</param>
    /// <param name="actual">What is there; null for nothing.</param>
    /// <exception cref="JsonException">The expected text is no JSON.</exception>
    public void AreEqualJson(string what, string expected, JsonValue? actual)
    {
        JsonValue value = JsonConversion.Parse(expected);
        if (actual is null)
        {
            Fail($"{what} {value} was expected, and it has none");
        }

        if (JsonDifference.Find(value, actual) is { } difference)
        {
            Fail($"{what} is not as expected {difference}\n  expected: {value}\n  was:      {actual}");
        }
    }

    [DoesNotReturn]
    public void Fail(string what) =>
        throw new ExpectationException($"{subject}: {what}\n\nThe execution:\n{story}{record?.Report.WriteFailure(record, $"{subject}: {what}")}");

    private static string Quote(string? text) => text is null ? "none" : $"'{text}'";
}
