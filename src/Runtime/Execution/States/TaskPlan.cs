using System;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Names;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution.States;

/// <summary>A Task state: attempts, Retry between them, Catch after them.</summary>
internal sealed class TaskPlan : PlanState
{
    private readonly DataFlow _flow;
    private readonly PayloadTemplate? _parameters;
    private readonly PayloadTemplate? _resultSelector;
    private readonly Transition _transition;
    private readonly ImmutableArray<RetrierPlan> _retriers;
    private readonly ImmutableArray<CatcherPlan> _catchers;
    private readonly ReferencePath? _timeoutPath;
    private readonly ReferencePath? _heartbeatPath;
    private readonly TaskCall _call;

    public TaskPlan(FieldReader fields, State state)
        : base(fields, StateType.Task)
    {
        _flow = new DataFlow(fields, hasResultPath: true);
        _parameters = fields.Template("Parameters");
        _resultSelector = fields.Template("ResultSelector");
        _transition = new Transition(fields);
        Resource = new TaskResource(fields.RequiredText("Resource"));

        // Locally nothing is called with a role.
        fields.Value("Credentials");
        long? timeout = fields.Integer("TimeoutSeconds", 1, Quotas.MaxSeconds);
        long? heartbeat = fields.Integer("HeartbeatSeconds", 1, Quotas.MaxSeconds);
        _timeoutPath = fields.Path("TimeoutSecondsPath");
        _heartbeatPath = fields.Path("HeartbeatSecondsPath");
        RequireOne(fields, timeout is not null, _timeoutPath is not null, "TimeoutSeconds");
        RequireOne(fields, heartbeat is not null, _heartbeatPath is not null, "HeartbeatSeconds");
        if (Resource.Kind == ResourceKind.Lambda && (heartbeat is not null || _heartbeatPath is not null))
        {
            throw fields.NotRun(heartbeat is null ? "HeartbeatSecondsPath" : "HeartbeatSeconds", "the heartbeat of a Lambda function");
        }

        _call = new TaskCall(Name, Resource, timeout, heartbeat);
        _retriers = RetrierPlan.CompileAll(fields, state);
        _catchers = CatcherPlan.CompileAll(fields, state);
    }

    public TaskResource Resource { get; }

    public bool HasRetriers => !_retriers.IsEmpty;

    public override void Link(PlanLinker linker)
    {
        _transition.Link(linker);
        foreach (CatcherPlan catcher in _catchers)
        {
            catcher.Link(linker);
        }
    }

    public override async ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        int[]? retries = null;
        while (true)
        {
            Outcome attempt = await AttemptAsync(frame, input).ConfigureAwait(false);
            if (attempt.Failure is not { } failure)
            {
                return attempt;
            }

            if (failure.Kind != FailureKind.Error)
            {
                return failure;
            }

            // The first retrier that matches decides, also when it is used up: later ones are not asked.
            int index = FindRetrier(failure);
            retries ??= new int[_retriers.Length];
            if (index < 0 || retries[index] >= _retriers[index].MaxAttempts)
            {
                return Catch(frame, input, failure);
            }

            TimeSpan delay = _retriers[index].DelayBefore(retries[index]++, frame.Run.Random);
            frame.RetryCount++;
            if (await frame.Run.DelayRetryAsync(frame, failure, delay).ConfigureAwait(false) is { } stop)
            {
                return stop;
            }
        }
    }

    private async ValueTask<Outcome> AttemptAsync(Frame frame, JsonValue input)
    {
        Activity? span = HasRetriers && frame.Run.HasTelemetry ? ExecutionTelemetry.StartAttempt(frame) : null;
        Outcome outcome = await CallAsync(frame, input).ConfigureAwait(false);
        if (span is not null)
        {
            ExecutionTelemetry.EndAttempt(span, outcome.Failure, frame);
        }

        return outcome;
    }

    private async ValueTask<Outcome> CallAsync(Frame frame, JsonValue input)
    {
        frame.TaskToken = Resource.IsSubmitted ? frame.Run.NewToken() : null;
        JsonValue? payload = _flow.Take(frame, input, out Failure? failure);
        TaskCall? call = payload is null ? null : FindLimits(frame, payload, out failure);
        if (call is not null && _parameters is not null)
        {
            payload = _parameters.Fill(payload!, frame, out failure);
            failure ??= DataFlow.CheckLimits(payload!, frame, Name);
        }

        if (failure is not null)
        {
            return failure;
        }

        (JsonValue? result, failure) = await TaskCaller.CallAsync(frame, this, call!, payload!).ConfigureAwait(false);
        if (result is not null && _resultSelector is not null)
        {
            result = _resultSelector.Fill(result, frame, out failure);
        }

        JsonValue? output = result is null ? null : _flow.Give(frame, input, result, out failure);
        return output is null ? failure! : Outcome.Continue(output, _transition.Target);
    }

    private int FindRetrier(Failure failure)
    {
        for (int i = 0; i < _retriers.Length; i++)
        {
            if (_retriers[i].Matches(failure))
            {
                return i;
            }
        }

        return -1;
    }

    private Outcome Catch(Frame frame, JsonValue input, Failure failure)
    {
        CatcherPlan? catcher = _catchers.FirstOrDefault(each => each.Matches(failure));
        if (catcher is null)
        {
            return failure;
        }

        // Neither ResultSelector nor OutputPath apply to a caught error.
        JsonValue? output = catcher.ResultPath.Apply(input, failure.ToErrorOutput(), out Failure? unusable);
        unusable ??= DataFlow.CheckLimits(output!, frame, Name);
        return unusable is not null ? unusable : Outcome.Caught(output!, catcher.Target, failure);
    }

    // Read from the effective input (after InputPath, before Parameters): the developer guide's example of a dynamic task
    // timeout, "Task workflow state", fills Parameters without the field that TimeoutSecondsPath names.
    private TaskCall? FindLimits(Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        if (_timeoutPath is null && _heartbeatPath is null)
        {
            return _call;
        }

        long? timeout = _timeoutPath is null ? _call.TimeoutSeconds : ReadSeconds(_timeoutPath, "TimeoutSecondsPath", frame, data, ref failure);
        long? heartbeat = _heartbeatPath is null
            ? _call.HeartbeatSeconds
            : ReadSeconds(_heartbeatPath, "HeartbeatSecondsPath", frame, data, ref failure);
        return failure is null ? _call with { TimeoutSeconds = timeout, HeartbeatSeconds = heartbeat } : null;
    }

    private static long? ReadSeconds(ReferencePath path, string field, Frame frame, JsonValue data, ref Failure? failure)
    {
        JsonValue? value = path.Select(data, frame);
        if (value is JsonNumber number && number.ToInteger() is >= 1 and <= Quotas.MaxSeconds and { } seconds)
        {
            return seconds;
        }

        failure ??= Failure.Runtime(
            frame,
            value is null
                ? path.DescribeMissing(data, frame)
                : $"The {field} parameter must be a whole number from 1 to {Quotas.MaxSeconds}: {path.Text} == {value}");
        return null;
    }

    private static void RequireOne(FieldReader fields, bool hasLiteral, bool hasPath, string field)
    {
        if (hasLiteral && hasPath)
        {
            throw fields.Fault(field + "Path", $"cannot stand beside {field}");
        }
    }
}
