using System;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.States;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Expressions;

/// <summary>The context object (<c>$$</c>), made when a path asks for it.</summary>
internal static class ContextObject
{
    private const string StateNameInTests = "StateName";

    public static JsonObject Create(Frame frame)
    {
        ExecutionRun run = frame.Run;
        JsonObject.Builder execution = BeginExecution(run, run.Arn, new JsonString(run.Machine.RoleArn));
        if (run.Machine.Type == MachineType.Standard)
        {
            execution.Set("RedriveCount", JsonNumber.Of(0));
        }

        return Create(frame, execution, frame.State.Name, frame.State.Type == StateType.Task);
    }

    /// <summary>The context object that TestState makes up: that of an Express execution, whose state always has the same name (measured).</summary>
    public static JsonObject CreateForTest(Frame frame, StateProbe probe)
    {
        if (probe.Context is { } given)
        {
            return frame.Item is null ? given : given.With("Map", CreateMap(frame.Item));
        }

        ExecutionRun run = frame.Run;
        LocalOptions options = run.Machine.Options;
        string arn = $"arn:aws:states:{options.Region}:{options.AccountId}:express:{run.Machine.Name}:{run.Name}";
        JsonValue role = probe.RoleArn is null ? JsonNull.Instance : new JsonString(probe.RoleArn);
        return Create(frame, BeginExecution(run, arn, role), StateNameInTests, frame.State is RetryingPlan);
    }

    private static JsonObject.Builder BeginExecution(ExecutionRun run, string arn, JsonValue role)
    {
        var execution = default(JsonObject.Builder);
        execution.Set("Id", new JsonString(arn));
        execution.Set("Input", run.Input);
        execution.Set("Name", new JsonString(run.Name));
        execution.Set("RoleArn", role);
        execution.Set("StartTime", new JsonString(FormatTime(run.StartTime)));
        return execution;
    }

    private static JsonObject Create(Frame frame, JsonObject.Builder execution, string stateName, bool isRetried)
    {
        LocalMachine local = frame.Run.Machine;
        var machine = default(JsonObject.Builder);
        machine.Set("Id", new JsonString(local.Arn));
        machine.Set("Name", new JsonString(local.Name));

        var state = default(JsonObject.Builder);
        state.Set("Name", new JsonString(stateName));
        state.Set("EnteredTime", new JsonString(FormatTime(frame.EnteredTime)));
        if (isRetried)
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
