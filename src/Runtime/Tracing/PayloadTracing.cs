using System;
using StateMachineGen.Data;

namespace StateMachineGen.Tracing;

/// <summary>Has the spans of states and calls carry their input and output (<see cref="LocalOptions.TracePayloads"/>). Measurements never do.</summary>
public sealed record PayloadTracing
{
    /// <summary>How many characters of a payload are shown; what is longer is cut and ends in an ellipsis. Default: 4,096.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int MaxLength
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 4_096;

    /// <summary>
    /// Makes what is shown of a payload, given the state's name and the whole payload as JSON text; null shows nothing. A payload for which it
    /// throws is not shown. Not set, payloads are shown as they are.
    /// </summary>
    public Func<string, string, string?>? Redact { get; init; }

    internal string? Show(string state, JsonValue payload)
    {
        string? text = payload.ToString();
        if (Redact is { } redact)
        {
            try
            {
                text = redact(state, text);
            }
#pragma warning disable CA1031 // The user's code, which must not disturb the execution; and what it was to hide stays hidden.
            catch (Exception)
#pragma warning restore CA1031
            {
                return null;
            }
        }

        return text is null ? null : Truncation.Ellipsize(text, MaxLength);
    }
}
