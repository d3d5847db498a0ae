using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.States;

/// <summary>A Task state.</summary>
internal sealed class TaskPlan : RetryingPlan
{
    private readonly DataFlow _flow;
    private readonly NumberField? _timeout;
    private readonly NumberField? _heartbeat;
    private readonly Expression? _credentials;
    private readonly TaskCall _call;

    public TaskPlan(FieldReader fields, State state)
        : base(fields, state, StateType.Task)
    {
        _flow = DataFlow.Compile(fields, DataFlowFields.Payload | DataFlowFields.ResultPath | DataFlowFields.Result | DataFlowFields.Assign);
        Resource = new TaskResource(fields.RequiredText("Resource"));

        _credentials = fields.Template("Credentials");
        _timeout = NumberField.Compile(fields, "TimeoutSeconds", 1, Quotas.MaxSeconds);
        _heartbeat = NumberField.Compile(fields, "HeartbeatSeconds", 1, Quotas.MaxSeconds);
        _call = new TaskCall(Name, Resource, (long?)_timeout?.Literal, (long?)_heartbeat?.Literal);
    }

    public TaskResource Resource { get; }

    /// <summary>What answers the task when no mock does; null when nothing in this process does.</summary>
    public TaskTarget? Target { get; set; }

    protected override async ValueTask<Outcome> AttemptAsync(Frame frame, JsonValue input)
    {
        frame.TaskToken = Resource.IsSubmitted ? NewToken(frame.Run) : null;
        JsonValue? data = _flow.Take(frame, input, out Failure? failure);
        TaskCall? call = data is null ? null : Describe(frame, out failure);
        JsonValue? payload = call is null ? null : _flow.Fill(frame, data!, out failure);
        failure ??= DataFlow.CheckLimits(payload!, frame, Name);
        if (failure is not null)
        {
            return failure;
        }

        TaskAnswer answer = await TaskCaller.CallAsync(frame, this, call!, payload!).ConfigureAwait(false);
        frame.Trail?.See(ProcessingStep.Result, answer.Output);
        return answer.Output is null ? answer.Failure! : _flow.Give(frame, input, answer.Output, Transition);
    }

    private static string NewToken(ExecutionRun run) => run.Machine.Options.Tasks?.NewToken(run) ?? run.NewToken();

    // Read from the effective input (after InputPath, before Parameters): the developer guide's example of a dynamic task
    // timeout, "Task workflow state", fills Parameters without the field that TimeoutSecondsPath names.
    private TaskCall? Describe(Frame frame, out Failure? failure)
    {
        failure = null;
        if (_timeout is null or { Literal: not null } && _heartbeat is null or { Literal: not null } && _credentials is null)
        {
            return _call;
        }

        var timeout = (long?)_timeout?.Read(frame, out failure);
        long? heartbeat = failure is null ? (long?)_heartbeat?.Read(frame, out failure) : null;
        JsonValue? credentials = failure is null ? _credentials?.Evaluate(frame, out failure) : null;
        string? role = ((credentials as JsonObject)?["RoleArn"] as JsonString)?.Value;
        return failure is null ? _call with { TimeoutSeconds = timeout, HeartbeatSeconds = heartbeat, RoleArn = role } : null;
    }
}
