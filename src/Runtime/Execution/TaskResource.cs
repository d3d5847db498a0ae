using System;

namespace StateMachineGen.Execution;

/// <summary>The kinds of resources; each has its own events.</summary>
internal enum ResourceKind
{
    /// <summary>A Lambda function by its ARN, or by a placeholder that the deployment fills.</summary>
    Lambda,

    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A service integration.</summary>
    Service,
}

/// <summary>What a task waits for after its service was called (AWS, "Service integration patterns").</summary>
internal enum ServicePattern
{
    /// <summary>Nothing but the service's answer.</summary>
    RequestResponse,

    /// <summary>The end of the job that the service started (<c>.sync</c>, <c>.sync:2</c>).</summary>
    Sync,

    /// <summary>An answer by token (<c>.waitForTaskToken</c>).</summary>
    Callback,
}

/// <summary>A task's <c>Resource</c>, taken apart.</summary>
internal sealed class TaskResource
{
    private const string SyncPattern = ".sync";
    private const string CallbackPattern = ".waitForTaskToken";

    public TaskResource(string text)
    {
        Text = text;
        string[] parts = text.Split(':');
        string service = parts.Length > 2 ? parts[2] : "";
        if (service == "states" && parts.Length > 5 && parts[5] == "activity")
        {
            Kind = ResourceKind.Activity;
            Callee = parts[^1];
        }
        else if (service == "states" && parts.Length > 6)
        {
            // arn:aws:states:::sqs:sendMessage.waitForTaskToken, ::aws-sdk:s3:listBuckets, ::states:startExecution.sync:2
            Kind = ResourceKind.Service;
            int api = parts[^2].EndsWith(SyncPattern, StringComparison.Ordinal) ? parts.Length - 2 : parts.Length - 1;
            Service = string.Join(':', parts[5..api]);
            Api = string.Join(':', parts[api..]);
            Callee = Service;
            int pattern = Api.IndexOf('.', StringComparison.Ordinal);
            Action = pattern < 0 ? Api : Api[..pattern];
            Pattern = pattern < 0 ? ServicePattern.RequestResponse
                : Api.EndsWith(CallbackPattern, StringComparison.Ordinal) ? ServicePattern.Callback
                : ServicePattern.Sync;
        }
        else
        {
            Kind = ResourceKind.Lambda;
            Callee = FunctionName.Of(text);
            Region = parts.Length > 3 && parts[3].Length > 0 ? parts[3] : null;
        }
    }

    public string Text { get; }

    public ResourceKind Kind { get; }

    /// <summary>The service of an integration: <c>sqs</c>, <c>aws-sdk:s3</c>.</summary>
    public string? Service { get; }

    /// <summary>The API of an integration with its pattern: <c>sendMessage.waitForTaskToken</c>.</summary>
    public string? Api { get; }

    /// <summary>The API of an integration without its pattern: <c>sendMessage</c>.</summary>
    public string? Action { get; }

    /// <summary>What the task waits for.</summary>
    public ServicePattern Pattern { get; }

    public string? Region { get; }

    /// <summary>What is called: a function's name without qualifier, an activity's name, or a service.</summary>
    public string Callee { get; }

    /// <summary>Whether the service first takes the request and the state then waits for its end. AWS gives all such tasks a token.</summary>
    public bool IsSubmitted => Pattern != ServicePattern.RequestResponse;

    /// <summary>Whether the service is called through AWS's SDK, without the comforts of an optimized integration.</summary>
    public bool IsSdk => Service?.StartsWith("aws-sdk:", StringComparison.Ordinal) == true;

    /// <summary>Whether a Lambda function is called through its integration, which wraps payload and result.</summary>
    public bool IsLambdaInvoke => Service == "lambda" && Action == "invoke";

    /// <summary>Whether a Lambda function is called, in either way.</summary>
    public bool IsFunction => Kind == ResourceKind.Lambda || IsLambdaInvoke;

    public HistoryEventType Scheduled => Kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionScheduled,
        ResourceKind.Activity => HistoryEventType.ActivityScheduled,
        _ => HistoryEventType.TaskScheduled,
    };

    public HistoryEventType Started => Kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionStarted,
        ResourceKind.Activity => HistoryEventType.ActivityStarted,
        _ => HistoryEventType.TaskStarted,
    };

    public HistoryEventType Succeeded => Kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionSucceeded,
        ResourceKind.Activity => HistoryEventType.ActivitySucceeded,
        _ => HistoryEventType.TaskSucceeded,
    };

    public HistoryEventType Failed => Kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionFailed,
        ResourceKind.Activity => HistoryEventType.ActivityFailed,
        _ => HistoryEventType.TaskFailed,
    };

    public HistoryEventType TimedOut => Kind switch
    {
        ResourceKind.Lambda => HistoryEventType.LambdaFunctionTimedOut,
        ResourceKind.Activity => HistoryEventType.ActivityTimedOut,
        _ => HistoryEventType.TaskTimedOut,
    };
}
