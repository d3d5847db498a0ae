using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Graph;

/// <summary>Says in a few words what a state does, from its type and the field that matters most.</summary>
internal static class StateDetail
{
    public static string Describe(State state)
    {
        string type = state.Type?.ToString() ?? (state.Field("Type")?.Value is JsonStringSyntax unknown ? "unknown type " + unknown.Value : "no type");
        string? detail = state switch
        {
            TaskState task => OfResource(task.Resource),
            WaitState wait => OfWait(wait),
            FailState fail => fail.Error,
            MapState { ItemProcessor.ProcessorConfig: { } config } when (config.Find("Mode")?.Value as JsonStringSyntax)?.Value == "DISTRIBUTED" => "distributed",
            _ => null,
        };
        return string.IsNullOrEmpty(detail) ? type : type + " · " + detail;
    }

    /// <summary>The service and its action: all else of an ARN is alike in most states of a machine.</summary>
    private static string? OfResource(string? resource)
    {
        if (resource is null)
        {
            return null;
        }

        string[] parts = resource.Split(':');
        if (parts.Length < 6 || parts[0] != "arn")
        {
            return resource;
        }

        // arn:aws:states:::aws-sdk:rds:createDBSnapshot.waitForTaskToken
        if (parts[2] == "states" && parts[3].Length == 0)
        {
            int service = parts[5] == "aws-sdk" && parts.Length > 6 ? 6 : 5;
            return string.Join(":", parts, service, parts.Length - service);
        }

        // arn:aws:lambda:us-east-1:123456789012:function:name, arn:aws:states:us-east-1:123456789012:activity:name
        return parts[2] == "lambda" && parts.Length > 6 ? "lambda " + parts[6]
            : parts.Length > 6 ? parts[5] + " " + parts[6]
            : parts[2] + " " + parts[5];
    }

    private static string? OfWait(WaitState wait) => wait switch
    {
        { Seconds: JsonNumberSyntax seconds } => seconds.Text + " s",
        { Seconds: JsonStringSyntax seconds } => seconds.Value,
        { SecondsPath: { } path } => path + " s",
        { Timestamp: { } timestamp } => "until " + timestamp,
        { TimestampPath: { } path } => "until " + path,
        _ => null,
    };
}
