using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution.Tasks;

/// <summary>What Step Functions' APIs tell of an execution that a task started.</summary>
internal static class ExecutionDescription
{
    /// <summary>The answer of StartExecution.</summary>
    public static JsonObject OfStart(ExecutionRun run, bool isSdk)
    {
        var members = default(JsonObject.Builder);
        members.Set("ExecutionArn", new JsonString(run.Arn));
        members.Set("StartDate", isSdk ? IsoDate(run.StartTime) : EpochDate(run.StartTime));
        return members.ToObject();
    }

    /// <summary>The answer of DescribeExecution, for an execution that has ended.</summary>
    /// <param name="run">The execution.</param>
    /// <param name="hasJson">Whether input and output are JSON (<c>.sync:2</c>), or its text (<c>.sync</c>).</param>
    public static JsonObject Of(ExecutionRun run, bool hasJson)
    {
        var members = default(JsonObject.Builder);
        AddFailure(ref members, run.Failure?.Cause, run.Failure?.Error);
        members.Set("ExecutionArn", new JsonString(run.Arn));
        AddData(ref members, "Input", run.Input, hasJson);
        members.Set("Name", new JsonString(run.Name));
        AddData(ref members, "Output", run.Output, hasJson);
        bool isSucceeded = run.Status == ExecutionStatus.Succeeded;
        members.Set("RedriveCount", JsonNumber.Of(0));
        members.Set("RedriveStatus", new JsonString(isSucceeded ? "NOT_REDRIVABLE" : "REDRIVABLE"));
        if (isSucceeded)
        {
            members.Set("RedriveStatusReason", new JsonString("Execution is SUCCEEDED and cannot be redriven"));
        }

        AddEnd(ref members, run, EpochDate);
        return members.ToObject();
    }

    /// <summary>The answer of DescribeExecution for an execution that failed, without what it was given and what its cause quotes.</summary>
    public static JsonObject WithoutData(ExecutionRun run)
    {
        var members = default(JsonObject.Builder);
        AddFailure(ref members, run.Failure?.CauseWithoutData, run.Failure?.Error);
        members.Set("ExecutionArn", new JsonString(run.Arn));
        members.Set("Name", new JsonString(run.Name));
        AddEnd(ref members, run, EpochDate);
        return members.ToObject();
    }

    /// <summary>The answer of StartSyncExecution.</summary>
    public static JsonObject OfSynchronous(ExecutionRun run)
    {
        var members = default(JsonObject.Builder);
        var billing = default(JsonObject.Builder);
        billing.Set("BilledDurationInMilliseconds", JsonNumber.Of((long)Math.Ceiling((run.EndTime - run.StartTime).TotalMilliseconds / 100) * 100));
        billing.Set("BilledMemoryUsedInMB", JsonNumber.Of(64));
        members.Set("BillingDetails", billing.ToObject());
        AddFailure(ref members, run.Failure?.Cause, run.Failure?.Error);
        members.Set("ExecutionArn", new JsonString(run.Arn));
        AddData(ref members, "Input", run.Input, hasJson: false);
        members.Set("Name", new JsonString(run.Name));
        AddData(ref members, "Output", run.Output, hasJson: false);
        AddEnd(ref members, run, IsoDate);
        return members.ToObject();
    }

    private static void AddFailure(ref JsonObject.Builder members, string? cause, string? error)
    {
        if (cause is not null)
        {
            members.Set("Cause", new JsonString(cause));
        }

        if (error is not null)
        {
            members.Set("Error", new JsonString(error));
        }
    }

    private static void AddData(ref JsonObject.Builder members, string name, JsonValue? value, bool hasJson)
    {
        if (value is null)
        {
            return;
        }

        var details = default(JsonObject.Builder);
        details.Set("Included", JsonBoolean.True);
        members.Set(name, hasJson ? value : new JsonString(value.ToString()));
        members.Set(name + "Details", details.ToObject());
    }

    private static void AddEnd(ref JsonObject.Builder members, ExecutionRun run, Func<DateTimeOffset, JsonValue> date)
    {
        members.Set("StartDate", date(run.StartTime));
        members.Set("StateMachineArn", new JsonString(run.Machine.Arn));
        members.Set("Status", new JsonString(run.Status switch
        {
            ExecutionStatus.Succeeded => "SUCCEEDED",
            ExecutionStatus.Failed => "FAILED",
            ExecutionStatus.TimedOut => "TIMED_OUT",
            _ => "ABORTED",
        }));
        members.Set("StopDate", date(run.EndTime));
    }

    // The SDK integrations write dates as text, the optimized ones as milliseconds of Unix time.
    private static JsonValue IsoDate(DateTimeOffset time) => new JsonString(ContextObject.FormatTime(time));

    private static JsonValue EpochDate(DateTimeOffset time) => JsonNumber.Of(time.ToUnixTimeMilliseconds());
}
