using System;
using StateMachineGen.Data;

namespace StateMachineGen.Tracing;

/// <summary>
/// Has the spans of states and calls carry their input and output, and all spans causes with the data that they quote
/// (<see cref="LocalOptions.TracePayloads"/>). Measurements never do.
/// </summary>
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
    /// throws is not shown. Not set, payloads are shown as they are. It is asked too about the cause of an error that quotes data, which is a
    /// sentence and no JSON; where it shows nothing, spans have the cause without the data.
    /// </summary>
    public Func<string, string, string?>? Redact { get; init; }

    /// <summary>What is shown of a text that is a payload or quotes one.</summary>
    internal string? Show(string state, string whole)
    {
        string? text = whole;
        if (Redact is { } redact)
        {
            try
            {
                text = redact(state, whole);
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
