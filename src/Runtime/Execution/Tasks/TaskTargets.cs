using StateMachineGen.CompilerServices;
using StateMachineGen.Execution.States;

namespace StateMachineGen.Execution.Tasks;

/// <summary>Finds what answers a task when no mock does.</summary>
internal static class TaskTargets
{
    /// <summary>What answers the task; null when nothing in this process does.</summary>
    /// <exception cref="DefinitionException">A handler takes requests that nothing could ever answer.</exception>
    public static TaskTarget? Find(LocalMachine machine, TaskPlan task)
    {
        LocalTasks? tasks = machine.Options.Tasks;
        TaskResource resource = task.Resource;
        StateBinding? handler = task.Binding is { HasHandler: true } binding ? binding : null;
        TaskTarget? target = FindService(machine.Options, resource, handler);
        if (resource.Kind == ResourceKind.Activity && target is null)
        {
            return tasks is null ? null : new ActivityTarget(tasks);
        }

        if (resource.Pattern != ServicePattern.Callback)
        {
            return target;
        }

        if (tasks is not null)
        {
            return new CallbackTarget(target, tasks);
        }

        return handler is null || machine.Mocks.ContainsKey(task) ? null : throw new DefinitionException(
            $"The handler of '{task.Name}' takes the request of {resource.Text}, and then the state waits for an answer by token. "
            + $"Set LocalOptions.{nameof(LocalOptions.Tasks)} to give it, or mock the state with LocalOptions.Mock.",
            $"/States/{task.Name}/Resource");
    }

    private static TaskTarget? FindService(LocalOptions options, TaskResource resource, StateBinding? handler)
    {
        if (resource.IsLambdaInvoke)
        {
            return handler is null && options.Functions.IsEmpty ? null : new LambdaInvokeTarget(handler, options.Functions);
        }

        if (handler is not null)
        {
            return new HandlerTarget(handler, resource.Kind == ResourceKind.Lambda);
        }

        return resource.Kind == ResourceKind.Lambda && options.Functions.Find(resource.Callee) is { } function ? new HandlerTarget(function, isFunction: false)
            : StartExecutionTarget.Starts(resource) ? new StartExecutionTarget(options)
            : options.Tasks is { } tasks && TokenAnswerTarget.Answers(resource) ? new TokenAnswerTarget(tasks)
            : null;
    }
}
