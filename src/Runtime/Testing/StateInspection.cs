using System;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Execution.StateTests;

namespace StateMachineGen.Testing;

/// <summary>
/// The data after each step of a state's processing, as TestState's <c>inspectionData</c> shows it: JSON texts, and null for a step that
/// the state does not have or did not reach.
/// </summary>
public sealed class StateInspection
{
    private readonly StateProbe _probe;

    internal StateInspection(StateProbe probe) => _probe = probe;

    /// <summary>The state's input.</summary>
    public string? Input => Text(ProcessingStep.Input);

    /// <summary>What <c>InputPath</c> selects.</summary>
    public string? AfterInputPath => Text(ProcessingStep.AfterInputPath);

    /// <summary>What <c>Parameters</c> makes of that.</summary>
    public string? AfterParameters => Text(ProcessingStep.AfterParameters);

    /// <summary>What <c>Arguments</c> makes of the input.</summary>
    public string? AfterArguments => Text(ProcessingStep.AfterArguments);

    /// <summary>The items that <c>ItemsPath</c> selects.</summary>
    public string? AfterItemsPath => Text(ProcessingStep.AfterItemsPath);

    /// <summary>The inputs of the iterations that <c>ItemSelector</c> makes, as an array.</summary>
    public string? AfterItemSelector => Text(ProcessingStep.AfterItemSelector);

    /// <summary>The result of the task, or the <c>Result</c> of a Pass state.</summary>
    public string? Result => Text(ProcessingStep.Result);

    /// <summary>What <c>ResultSelector</c> makes of the result.</summary>
    public string? AfterResultSelector => Text(ProcessingStep.AfterResultSelector);

    /// <summary>The input with the result in its place.</summary>
    public string? AfterResultPath => Text(ProcessingStep.AfterResultPath);

    /// <summary>The variables after the state; null when there are none.</summary>
    public string? Variables => Text(ProcessingStep.Variables);

    /// <summary><c>MaxConcurrency</c> of a Map.</summary>
    public long? MaxConcurrency => _probe.MaxConcurrency;

    /// <summary><c>ToleratedFailureCount</c> of a Distributed Map, when it is set.</summary>
    public double? ToleratedFailureCount => _probe.ToleratedFailureCount;

    /// <summary><c>ToleratedFailurePercentage</c> of a Distributed Map, when it is set.</summary>
    public double? ToleratedFailurePercentage => _probe.ToleratedFailurePercentage;

    /// <summary>The Catcher that matched the error, from 0.</summary>
    public int? CatchIndex => _probe.CatchIndex;

    /// <summary>The Retrier that matched the error, from 0, whether it was used up or not.</summary>
    public int? RetryIndex => _probe.RetryIndex;

    /// <summary>How long it would be until the retry; null when there is none.</summary>
    public TimeSpan? RetryBackoff => _probe.RetryBackoff;

    /// <summary>The inspection as JSON, shaped like <c>inspectionData</c>, but with JSON in place of its texts.</summary>
    public string ToJson()
    {
        using JsonBuffer buffer = JsonBuffer.Rent();
        WriteTo(buffer.Writer);
        return buffer.GetText();
    }

    /// <summary>Writes the inspection as JSON, shaped like <c>inspectionData</c>, but with JSON in place of its texts.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        foreach (ProcessingStep step in Enum.GetValues<ProcessingStep>())
        {
            if (Text(step) is { } json)
            {
                writer.WritePropertyName(JsonNamingPolicy.CamelCase.ConvertName(step.ToString()));
                writer.WriteRawValue(json);
            }
        }

        Write(writer, "maxConcurrency", MaxConcurrency);
        Write(writer, "toleratedFailureCount", ToleratedFailureCount);
        Write(writer, "toleratedFailurePercentage", ToleratedFailurePercentage);
        if (CatchIndex is not null || RetryIndex is not null)
        {
            writer.WriteStartObject("errorDetails");
            Write(writer, "catchIndex", CatchIndex);
            Write(writer, "retryIndex", RetryIndex);
            Write(writer, "retryBackoffIntervalSeconds", RetryBackoff?.TotalSeconds);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, double? number)
    {
        if (number is { } value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private string? Text(ProcessingStep step) => _probe.Find(step)?.ToString();
}
