using StateMachineGen.Data;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution.Maps.Writing;

/// <summary>What there is to tell of an execution of a map run, as results have it.</summary>
internal static class ExecutionRecord
{
    /// <summary>An execution that has ended.</summary>
    public static JsonObject Of(ExecutionRun run)
    {
        var members = default(JsonObject.Builder);
        if (run.Failure?.Cause is { } cause)
        {
            members.Set("Cause", new JsonString(cause));
        }

        if (run.Failure?.Error is { } error)
        {
            members.Set("Error", new JsonString(error));
        }

        members.Set("ExecutionArn", new JsonString(run.Arn));
        SetPayload(ref members, "Input", run.Input);
        members.Set("Name", new JsonString(run.Name));
        if (run.Output is not null)
        {
            SetPayload(ref members, "Output", run.Output);
        }

        string status = NameOf(run.Status);
        bool isRedrivable = run.Status != ExecutionStatus.Succeeded;
        members.Set("RedriveCount", JsonNumber.Of(0));
        members.Set("RedriveStatus", new JsonString(isRedrivable ? "REDRIVABLE" : "NOT_REDRIVABLE"));
        if (!isRedrivable)
        {
            members.Set("RedriveStatusReason", new JsonString($"Execution is {status} and cannot be redriven"));
        }

        members.Set("StartDate", new JsonString(ContextObject.FormatTime(run.StartTime)));
        members.Set("StateMachineArn", new JsonString(run.MachineArn));
        members.Set("Status", new JsonString(status));
        members.Set("StopDate", new JsonString(ContextObject.FormatTime(run.EndTime)));
        return members.ToObject();
    }

    /// <summary>An execution that was never started.</summary>
    public static JsonObject Pending(JsonValue input)
    {
        var members = default(JsonObject.Builder);
        SetPayload(ref members, "Input", input);
        members.Set("Status", new JsonString("PENDING"));
        return members.ToObject();
    }

    /// <summary>The status as the API calls it.</summary>
    public static string NameOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };

    private static void SetPayload(ref JsonObject.Builder members, string name, JsonValue payload)
    {
        members.Set(name, new JsonString(payload.ToString()));
        var details = default(JsonObject.Builder);
        details.Set("Included", JsonBoolean.True);
        members.Set(name + "Details", details.ToObject());
    }
}
