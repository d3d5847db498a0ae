using System;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A task that starts an execution of a machine in this process, and waits for its end or not.</summary>
internal sealed class StartExecutionTarget(LocalOptions options) : TaskTarget
{
    private const string Start = "startExecution";
    private const string StartSync = "startSyncExecution";

    public static bool Starts(TaskResource resource) =>
        resource is { Service: "states", Action: Start } or { Service: "aws-sdk:sfn", Action: Start or StartSync };

    public override async ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        if (attempt.Resource.Pattern == ServicePattern.Sync)
        {
            return await RunJobAsync(attempt).ConfigureAwait(false);
        }

        NestedExecution? nested = Begin(attempt, out Failure? failure);
        if (nested is null)
        {
            return failure!;
        }

        return attempt.Resource.Action != StartSync ? Response(attempt, nested.Run)
            : await JoinAsync(attempt, nested, nested.End).ConfigureAwait(false) is { } interrupted ? interrupted
            : ExecutionDescription.OfSynchronous(nested.Run);
    }

    private async ValueTask<TaskAnswer> RunJobAsync(TaskAttempt attempt)
    {
        // Whoever has the token may answer in place of the execution, and earlier (measured).
        PendingTask? token = options.Tasks?.Open(attempt, attempt.Frame.TaskToken!);
        NestedExecution? nested = Begin(attempt, out Failure? failure);
        if (nested is not null)
        {
            attempt.Submit(Response(attempt, nested.Run));
            Task work = token is null ? nested.End : Task.WhenAny(nested.End, token.Answered);
            failure = await JoinAsync(attempt, nested, work).ConfigureAwait(false);
        }

        TaskAnswer answer = token is null ? default : options.Tasks!.Close(token);
        return failure is not null ? failure
            : answer != default ? answer
            : Finish(attempt, nested!.Run);
    }

    private static JsonObject Response(TaskAttempt attempt, ExecutionRun run)
    {
        JsonObject started = ExecutionDescription.OfStart(run, isSdk: attempt.Resource.IsSdk);
        return attempt.Resource.IsSdk ? started : ServiceResponse.Of(attempt.Run, started);
    }

    private static TaskAnswer Finish(TaskAttempt attempt, ExecutionRun run)
    {
        bool hasJson = attempt.Resource.Api!.EndsWith(":2", StringComparison.Ordinal);
        JsonObject description = ExecutionDescription.Of(run, hasJson);
        return run.Status == ExecutionStatus.Succeeded ? description
            : new Failure(ErrorNames.TaskFailed, CauseText.Of(description.ToString(), ExecutionDescription.WithoutData(run).ToString()));
    }

    /// <summary>Waits for work that ends with the execution at the latest; when the wait is broken off, so is the execution.</summary>
    private static async ValueTask<Failure?> JoinAsync(TaskAttempt attempt, NestedExecution nested, Task work)
    {
        DateTimeOffset? due = attempt.LimitTime;
        WaitEnd end = await attempt.WaitAsync(due, work).ConfigureAwait(false);
        if (end == WaitEnd.Done)
        {
            await work.ConfigureAwait(false);
            return null;
        }

        nested.Run.Stop.Stop();
        return attempt.Interrupted(end, due, attempt.Call.TimedOut());
    }

    private NestedExecution? Begin(TaskAttempt attempt, out Failure? failure)
    {
        ExecutionRun run = attempt.Run;
        var parameters = attempt.Payload as JsonObject;
        string arn = (parameters?["StateMachineArn"] as JsonString)?.Value ?? "";
        LocalMachine? machine = options.Machines.Find(arn) ?? (LocalMachines.NameOf(arn) == run.Machine.Name ? run.Machine : null);
        if (machine is null && options.Machines.IsEmpty)
        {
            failure = TaskCaller.Unanswered(attempt.Frame, attempt.Resource);
            return null;
        }

        failure = machine is null ? Refuse(attempt, "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'") : CheckType(attempt, machine);
        JsonValue? input = failure is null ? ReadInput(attempt, parameters, out failure) : null;
        string? name = (parameters?["Name"] as JsonString)?.Value;
        if (failure is null && name is not null && NameRules.CheckMachineName(name) is not null)
        {
            failure = Refuse(attempt, "InvalidName", $"Invalid Name: '{name}'");
        }

        if (failure is null && !run.Family.TryAdd(run.Depth + 1))
        {
            failure = Refuse(attempt, "ExecutionLimitExceeded", $"Too many executions started each other");
        }

        // Without a header of its own the execution belongs to the trace of the call.
        string? traceHeader = (parameters?["TraceHeader"] as JsonString)?.Value;
        NestedExecution? nested = failure is null ? machine!.Start(input!, name, traceHeader, run) : null;
        failure ??= nested is null ? Refuse(attempt, "StateMachineDeleting", $"State Machine is being deleted: '{arn}'") : null;
        return nested;
    }

    /// <summary>Only Standard executions can be waited for; only Express ones have a synchronous start.</summary>
    private static Failure? CheckType(TaskAttempt attempt, LocalMachine machine)
    {
        MachineType? needed = attempt.Resource.Action == StartSync ? MachineType.Express
            : attempt.Resource.Pattern == ServicePattern.Sync ? MachineType.Standard
            : null;
        return needed is null || needed == machine.Type
            ? null
            : Refuse(attempt, "StateMachineTypeNotSupported", $"This operation is not supported by this type of state machine");
    }

    /// <summary>The input: JSON, or the text of JSON as the API takes it; an empty object when there is none.</summary>
    private static JsonValue? ReadInput(TaskAttempt attempt, JsonObject? parameters, out Failure? failure)
    {
        failure = null;
        JsonValue input = parameters?["Input"] ?? JsonNull.Instance;
        if (input is not JsonString text)
        {
            return input is JsonNull ? JsonObject.Empty : input;
        }

        try
        {
            return JsonConversion.Parse(text.Value);
        }
        catch (JsonException)
        {
            failure = Refuse(attempt, "InvalidExecutionInput", $"Invalid State Machine Execution Input: '{text.Value}'");
            return null;
        }
    }

    private static Failure Refuse(TaskAttempt attempt, string code, CauseText message) =>
        ServiceFailure.StepFunctions(attempt.Run, attempt.Resource, code, message);
}
