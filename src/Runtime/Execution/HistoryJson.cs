using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Expressions;

namespace StateMachineGen.Execution;

/// <summary>Writes events with the detail objects of the API.</summary>
internal static class HistoryJson
{
    public static void Write(Utf8JsonWriter writer, HistoryEvent item, string roleArn, string region)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp", ContextObject.FormatTime(item.Timestamp));
        writer.WriteString("type", item.Type.ToString());
        writer.WriteNumber("id", item.Id);
        writer.WriteNumber("previousEventId", item.PreviousEventId);
        if (DetailsName(item.Type) is { } name)
        {
            writer.WriteStartObject(name);
            WriteDetails(writer, item, roleArn, region);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string? DetailsName(HistoryEventType type)
    {
        if (type.IsStateEntered())
        {
            return "stateEnteredEventDetails";
        }

        if (type.IsStateExited())
        {
            return "stateExitedEventDetails";
        }

        string name = type.ToString();
        return HasNoDetails(type) ? null : char.ToLowerInvariant(name[0]) + name[1..] + "EventDetails";
    }

    private static bool HasNoDetails(HistoryEventType type) => type is HistoryEventType.LambdaFunctionStarted
        or HistoryEventType.TaskStateAborted or HistoryEventType.WaitStateAborted or HistoryEventType.ParallelStateAborted
        or HistoryEventType.MapStateAborted or HistoryEventType.ParallelStateStarted or HistoryEventType.ParallelStateSucceeded
        or HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateSucceeded or HistoryEventType.MapStateFailed
        or HistoryEventType.MapRunSucceeded;

    private static void WriteDetails(Utf8JsonWriter writer, HistoryEvent item, string roleArn, string region)
    {
        if (item.Type.IsStateEntered() || item.Type.IsStateExited())
        {
            writer.WriteString("name", item.StateName);
        }

        if (item.Type == HistoryEventType.ExecutionStarted)
        {
            writer.WriteString("roleArn", roleArn);
        }

        if (item.WorkerName is { } worker)
        {
            writer.WriteString("workerName", worker);
        }

        WriteMap(writer, item);
        WriteCall(writer, item, region);
        WritePayload(writer, item.Type == HistoryEventType.TaskScheduled ? "parameters" : "input", item.InputValue);
        WritePayload(writer, "output", item.OutputValue);
        WriteAssigned(writer, item);
        if (item.Type == HistoryEventType.EvaluationFailed)
        {
            writer.WriteString("state", item.StateName);
            if (item.Failure!.Location is { } location)
            {
                writer.WriteString("location", location);
            }
        }

        if (item.Failure is { } failure)
        {
            if (failure.Error is not null)
            {
                writer.WriteString("error", failure.Error);
            }

            if (failure.Cause is not null)
            {
                writer.WriteString("cause", failure.Cause);
            }
        }
    }

    private static void WriteMap(Utf8JsonWriter writer, HistoryEvent item)
    {
        if (item.Length is { } length)
        {
            writer.WriteNumber("length", length);
        }

        if (item.Iteration is { } index)
        {
            writer.WriteString("name", item.StateName);
            writer.WriteNumber("index", index);
        }

        if (item.MapRunArn is { } arn)
        {
            writer.WriteString("mapRunArn", arn);
        }
    }

    private static void WriteAssigned(Utf8JsonWriter writer, HistoryEvent item)
    {
        if (item.Exit?.Assigned is not { Count: > 0 } assigned)
        {
            return;
        }

        writer.WriteStartObject("assignedVariables");
        for (int i = 0; i < assigned.Count; i++)
        {
            writer.WriteString(assigned.Names[i], assigned.Values[i].ToString());
        }

        writer.WriteEndObject();
        WriteUntruncated(writer, "assignedVariables");
    }

    private static void WriteCall(Utf8JsonWriter writer, HistoryEvent item, string region)
    {
        if (item.Call is not { } call)
        {
            return;
        }

        bool isScheduled = item.Type.IsTaskScheduled();
        if (call.ResourceType is not null)
        {
            writer.WriteString("resourceType", call.ResourceType);
        }

        if (isScheduled || call.ResourceType is not null)
        {
            writer.WriteString("resource", call.HistoryResource);
        }

        if (item.Type == HistoryEventType.TaskScheduled)
        {
            writer.WriteString("region", region);
        }

        if (isScheduled && call.RoleArn is { } role)
        {
            writer.WriteStartObject("taskCredentials");
            writer.WriteString("roleArn", role);
            writer.WriteEndObject();
        }

        if (isScheduled && call.TimeoutSeconds is { } timeout)
        {
            writer.WriteNumber("timeoutInSeconds", timeout);
        }

        if (isScheduled && call.HeartbeatSeconds is { } heartbeat)
        {
            writer.WriteNumber("heartbeatInSeconds", heartbeat);
        }
    }

    private static void WritePayload(Utf8JsonWriter writer, string name, JsonValue? value)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteString(name, value.ToString());
        if (name != "parameters")
        {
            WriteUntruncated(writer, name);
        }
    }

    private static void WriteUntruncated(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name + "Details");
        writer.WriteBoolean("truncated", false);
        writer.WriteEndObject();
    }
}
