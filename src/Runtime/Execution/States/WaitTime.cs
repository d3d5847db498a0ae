using System;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>When a Wait state ends: <c>Seconds</c> or <c>Timestamp</c>, literally, as JSONata or by a path.</summary>
internal abstract class WaitTime
{
    private const string Seconds = "Seconds";
    private const string Timestamp = "Timestamp";

    public static WaitTime Compile(FieldReader fields)
    {
        string[] forms = fields.IsJsonata ? [Seconds, Timestamp] : [Seconds, "SecondsPath", Timestamp, "TimestampPath"];
        string[] given = Array.FindAll(forms, fields.Has);
        return given switch
        {
            [Seconds] => new SecondsField(NumberField.Compile(fields, Seconds, 0, Quotas.MaxSeconds)!),
            ["SecondsPath"] => new SecondsFromPath(fields.Path("SecondsPath")!),
            ["TimestampPath"] => new TimestampFromPath(fields.Path("TimestampPath")!),
            [Timestamp] => CompileTimestamp(fields),
            _ => throw new DefinitionException($"A Wait state has exactly one of {string.Join(", ", forms[..^1])} and {forms[^1]}.", fields.Part.Path),
        };
    }

    /// <summary>The time, or a failure.</summary>
    public abstract DateTimeOffset Read(Frame frame, out Failure? failure);

    private static WaitTime CompileTimestamp(FieldReader fields)
    {
        string text = fields.Text(Timestamp)!;
        return fields.IsJsonata && fields.Jsonata(text, Timestamp) is { } expression ? new TimestampFromExpression(expression)
            : Rfc3339.TryParse(text, out DateTimeOffset instant) ? new FixedTimestamp(instant)
            : throw fields.Fault(Timestamp, "must be an RFC 3339 timestamp, such as 2026-01-31T12:00:00Z");
    }

    private sealed class FixedTimestamp(DateTimeOffset time) : WaitTime
    {
        public override DateTimeOffset Read(Frame frame, out Failure? failure)
        {
            failure = null;
            return time;
        }
    }

    private sealed class SecondsField(NumberField field) : WaitTime
    {
        public override DateTimeOffset Read(Frame frame, out Failure? failure) =>
            Instant.After(frame.EnteredTime, TimeSpan.FromSeconds(field.Read(frame, out failure)));
    }

    private sealed class SecondsFromPath(JsonPathQuery path) : WaitTime
    {
        public override DateTimeOffset Read(Frame frame, out Failure? failure)
        {
            JsonValue? value = frame.Select(path);
            if (value is null or JsonNull)
            {
                failure = Failure.Runtime(frame, $"The SecondsPath parameter does not reference an input value: {path.Text.Fixed()}");
                return default;
            }

            string shown = value is JsonString text ? text.Value : value.ToString();
            CauseText? fault = !long.TryParse(shown, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds)
                ? (CauseText)$"The SecondsPath parameter cannot be parsed as a long value"
                : seconds < 0 ? $"The SecondsPath parameter references a negative value"
                : seconds > Quotas.MaxSeconds ? (CauseText)$"The SecondsPath parameter references a value greater than {Quotas.MaxSeconds}"
                : null;
            failure = fault is null ? null : Failure.Runtime(frame, $"{fault}: {path.Text.Fixed()} == {shown}");
            return failure is null ? Instant.After(frame.EnteredTime, TimeSpan.FromSeconds(seconds)) : default;
        }
    }

    private sealed class TimestampFromPath(JsonPathQuery path) : WaitTime
    {
        public override DateTimeOffset Read(Frame frame, out Failure? failure)
        {
            failure = null;
            JsonValue? value = frame.Select(path);
            if (value is null or JsonNull)
            {
                failure = Failure.Runtime(frame, $"The TimestampPath parameter does not reference an input value: {path.Text.Fixed()}");
                return default;
            }

            string shown = value is JsonString text ? text.Value : value.ToString();
            if (!Rfc3339.TryParse(shown, out DateTimeOffset instant))
            {
                failure = Failure.Runtime(
                    frame,
                    $"The TimestampPath parameter cannot be parsed as an ISO-8601 extended offset date-time format string: {path.Text.Fixed()} == {shown}");
            }

            return instant;
        }
    }

    private sealed class TimestampFromExpression(JsonataExpression expression) : WaitTime
    {
        public override DateTimeOffset Read(Frame frame, out Failure? failure)
        {
            if (expression.Evaluate(frame, out failure) is not { } value)
            {
                return default;
            }

            if (value is not JsonString text)
            {
                failure = expression.UnexpectedType(frame, value, "string");
                return default;
            }

            if (!Rfc3339.TryParse(text.Value, out DateTimeOffset instant))
            {
                failure = Failure.Query(
                    frame, $"The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {text.Value}", Timestamp);
            }

            return instant;
        }
    }
}
