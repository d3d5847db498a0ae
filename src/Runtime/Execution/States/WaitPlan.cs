using System;
using System.Globalization;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>A Wait state in its four forms.</summary>
internal sealed class WaitPlan : PlanState
{
    private readonly DataFlow _flow;
    private readonly Transition _transition;
    private readonly long? _seconds;
    private readonly DateTimeOffset? _timestamp;
    private readonly ReferencePath? _secondsPath;
    private readonly ReferencePath? _timestampPath;

    public WaitPlan(FieldReader fields)
        : base(fields, StateType.Wait)
    {
        _flow = new DataFlow(fields, hasResultPath: false);
        _transition = new Transition(fields);
        _seconds = fields.Integer("Seconds", 0, Quotas.MaxSeconds);
        _secondsPath = fields.Path("SecondsPath");
        _timestampPath = fields.Path("TimestampPath");
        if (fields.Text("Timestamp") is { } text)
        {
            _timestamp = Rfc3339.TryParse(text, out DateTimeOffset instant)
                ? instant
                : throw fields.Fault("Timestamp", "must be an RFC 3339 timestamp, such as 2026-01-31T12:00:00Z");
        }

        int forms = (_seconds is null ? 0 : 1) + (_secondsPath is null ? 0 : 1) + (_timestampPath is null ? 0 : 1) + (_timestamp is null ? 0 : 1);
        if (forms != 1)
        {
            throw new DefinitionException(
                "A Wait state has exactly one of Seconds, SecondsPath, Timestamp and TimestampPath.", fields.Part.Path);
        }
    }

    public override void Link(PlanLinker linker) => _transition.Link(linker);

    public override async ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        if (_flow.Take(frame, input, out Failure? failure) is not { } data)
        {
            return failure!;
        }

        DateTimeOffset due = FindDue(frame, data, out failure);
        if (failure is not null || (failure = await frame.Run.WaitUntilAsync(due).ConfigureAwait(false)) is not null)
        {
            return failure;
        }

        JsonValue? output = _flow.Give(frame, data, data, out failure);
        return output is null ? failure! : Outcome.Continue(output, _transition.Target);
    }

    private DateTimeOffset FindDue(Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        if (_timestamp is { } timestamp)
        {
            return timestamp;
        }

        if (_timestampPath is not null)
        {
            return ReadTimestamp(_timestampPath, frame, data, out failure);
        }

        long seconds = _seconds ?? ReadSeconds(_secondsPath!, frame, data, out failure);
        return Instant.After(frame.EnteredTime, TimeSpan.FromSeconds(seconds));
    }

    private static long ReadSeconds(ReferencePath path, Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        JsonValue? value = path.Select(data, frame);
        if (value is null or JsonNull)
        {
            failure = Failure.Runtime(frame, $"The SecondsPath parameter does not reference an input value: {path.Text}");
            return 0;
        }

        string shown = value is JsonString text ? text.Value : value.ToString();
        if (!long.TryParse(shown, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seconds))
        {
            failure = Failure.Runtime(frame, $"The SecondsPath parameter cannot be parsed as a long value: {path.Text} == {shown}");
        }
        else if (seconds < 0)
        {
            failure = Failure.Runtime(frame, $"The SecondsPath parameter references a negative value: {path.Text} == {shown}");
        }
        else if (seconds > Quotas.MaxSeconds)
        {
            failure = Failure.Runtime(frame, $"The SecondsPath parameter references a value greater than {Quotas.MaxSeconds}: {path.Text} == {shown}");
        }

        return failure is null ? seconds : 0;
    }

    private static DateTimeOffset ReadTimestamp(ReferencePath path, Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        JsonValue? value = path.Select(data, frame);
        if (value is null or JsonNull)
        {
            failure = Failure.Runtime(frame, $"The TimestampPath parameter does not reference an input value: {path.Text}");
            return default;
        }

        string shown = value is JsonString text ? text.Value : value.ToString();
        if (!Rfc3339.TryParse(shown, out DateTimeOffset instant))
        {
            failure = Failure.Runtime(
                frame,
                $"The TimestampPath parameter cannot be parsed as an ISO-8601 extended offset date-time format string: {path.Text} == {shown}");
        }

        return instant;
    }
}
