using System;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Expressions;

/// <summary>The context object (<c>$$</c>), made when a path asks for it.</summary>
internal static class ContextObject
{
    public static JsonObject Create(Frame frame)
    {
        ExecutionRun run = frame.Run;
        var execution = default(JsonObject.Builder);
        execution.Set("Id", new JsonString(run.Arn));
        execution.Set("Input", run.Input);
        execution.Set("Name", new JsonString(run.Name));
        execution.Set("RoleArn", new JsonString(run.Machine.RoleArn));
        execution.Set("StartTime", new JsonString(FormatTime(run.StartTime)));
        if (run.Machine.Type == MachineType.Standard)
        {
            execution.Set("RedriveCount", JsonNumber.Of(0));
        }

        var machine = default(JsonObject.Builder);
        machine.Set("Id", new JsonString(run.Machine.Arn));
        machine.Set("Name", new JsonString(run.Machine.Name));

        var state = default(JsonObject.Builder);
        state.Set("Name", new JsonString(frame.State.Name));
        state.Set("EnteredTime", new JsonString(FormatTime(frame.EnteredTime)));
        if (frame.State.Type == StateType.Task)
        {
            state.Set("RetryCount", JsonNumber.Of(frame.RetryCount));
        }

        var context = default(JsonObject.Builder);
        context.Set("Execution", execution.ToObject());
        context.Set("StateMachine", machine.ToObject());
        context.Set("State", state.ToObject());
        if (frame.Item is { } item)
        {
            context.Set("Map", CreateMap(item));
        }

        if (frame.TaskToken is { } token)
        {
            var task = default(JsonObject.Builder);
            task.Set("Token", new JsonString(token));
            context.Set("Task", task.ToObject());
        }

        return context.ToObject();
    }

    private static JsonObject CreateMap(MapItem item)
    {
        var members = default(JsonObject.Builder);
        members.Set("Index", JsonNumber.Of(item.Index));
        members.Set("Value", item.Value);
        if (item.Key is not null)
        {
            members.Set("Key", new JsonString(item.Key));
        }

        if (item.Source is not null)
        {
            members.Set("Source", new JsonString(item.Source));
        }

        var map = default(JsonObject.Builder);
        map.Set("Item", members.ToObject());
        return map.ToObject();
    }

    public static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
