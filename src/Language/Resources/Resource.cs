using System.Collections.Generic;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Resources;

/// <summary>What the Resource of a Task stands for.</summary>
public enum ResourceKind
{
    /// <summary>What cannot be told: a placeholder, a service of another kind, or no ARN at all.</summary>
    Unknown,

    /// <summary>A Lambda function that is called directly: its ARN.</summary>
    LambdaFunction,

    /// <summary>An activity: work that somebody fetches.</summary>
    Activity,

    /// <summary>An action that Step Functions knows by itself: <c>arn:aws:states:::sqs:sendMessage</c>.</summary>
    Optimized,

    /// <summary>Any action of any service: <c>arn:aws:states:::aws-sdk:s3:listBuckets</c>.</summary>
    Sdk,
}

/// <summary>How a Task waits for the service that it calls.</summary>
public enum IntegrationPattern
{
    /// <summary>For the answer of the service.</summary>
    RequestResponse,

    /// <summary>For the end of the job that was started (<c>.sync</c>).</summary>
    Sync,

    /// <summary>For the end of the job, whose output is then JSON instead of a string (<c>.sync:2</c>).</summary>
    Sync2,

    /// <summary>For somebody to send the task's token back (<c>.waitForTaskToken</c>).</summary>
    WaitForTaskToken,

    /// <summary>A suffix that is none of these.</summary>
    Unknown,
}

/// <summary>The Resource of a Task, taken apart. A part that a deployment fills (<c>${Name}</c>) is there as it is written.</summary>
public sealed record Resource
{
    private Resource(string text) => Text = text;

    /// <summary>The resource as written.</summary>
    public string Text { get; }

    /// <summary>What it stands for.</summary>
    public ResourceKind Kind { get; private init; }

    /// <summary>The partition of the ARN, or "".</summary>
    public string Partition { get; private init; } = "";

    /// <summary>The region of the ARN, or "".</summary>
    public string Region { get; private init; } = "";

    /// <summary>The account of the ARN, or "".</summary>
    public string Account { get; private init; } = "";

    /// <summary>The service that is called, or the name of the function or activity; "" when the kind is unknown.</summary>
    public string Service { get; private init; } = "";

    /// <summary>The action without its pattern; "" for functions and activities.</summary>
    public string Action { get; private init; } = "";

    /// <summary>How the task waits.</summary>
    public IntegrationPattern Pattern { get; private init; }

    /// <summary>Where service and action stand in the text; the whole of it for functions and activities.</summary>
    public TextRange ActionRange { get; private init; }

    /// <summary>Where the pattern stands in the text, with its dot; empty without one.</summary>
    public TextRange PatternRange { get; private init; }

    /// <summary>Whether the text begins as an ARN does and has too few parts to be one.</summary>
    public bool IsBrokenArn { get; private init; }

    /// <summary>Whether the text holds what a deployment fills.</summary>
    public bool HasPlaceholder => Substitutions.IsIn(Text);

    /// <summary>Whether the task ends only when somebody outside says so: a callback or an activity.</summary>
    public bool IsCallback => Kind == ResourceKind.Activity || Pattern == IntegrationPattern.WaitForTaskToken;

    /// <summary>Whether the task runs a Lambda function and waits for its answer.</summary>
    public bool IsLambdaCall =>
        Kind == ResourceKind.LambdaFunction || (Kind == ResourceKind.Optimized && Service == "lambda" && Pattern == IntegrationPattern.RequestResponse);

    /// <summary>The pattern as it is written, for messages.</summary>
    public string PatternText => Text.Substring(PatternRange.Start, PatternRange.Length);

    /// <summary>Takes a resource apart. Any text is accepted.</summary>
    public static Resource Parse(string text)
    {
        List<TextRange> parts = Split(text);
        var resource = new Resource(text) { ActionRange = new TextRange(0, text.Length) };
        if (Part(text, parts, 0) != "arn")
        {
            return resource;
        }

        if (parts.Count < 6)
        {
            return resource with { IsBrokenArn = !resource.HasPlaceholder };
        }

        resource = resource with { Partition = Part(text, parts, 1), Region = Part(text, parts, 3), Account = Part(text, parts, 4) };
        return (Part(text, parts, 2), Part(text, parts, 5)) switch
        {
            ("lambda", "function") when parts.Count > 6 => resource with { Kind = ResourceKind.LambdaFunction, Service = Part(text, parts, 6) },
            ("states", "activity") when parts.Count > 6 => resource with { Kind = ResourceKind.Activity, Service = Part(text, parts, 6) },
            ("states", "aws-sdk") when parts.Count > 7 => WithAction(resource, ResourceKind.Sdk, parts, 6),
            ("states", _) when parts.Count > 6 => WithAction(resource, ResourceKind.Optimized, parts, 5),
            _ => resource,
        };
    }

    private static Resource WithAction(Resource resource, ResourceKind kind, List<TextRange> parts, int service)
    {
        string text = resource.Text;
        string name = Part(text, parts, service);
        TextRange action = parts[service + 1];
        string last = text.Substring(action.Start);
        int dot = last.IndexOf('.');
        if (Substitutions.IsIn(name) || Substitutions.IsIn(last))
        {
            return resource;
        }

        // The version of a pattern follows a colon: .sync:2.
        int end = dot < 0 ? action.Length : dot;
        return resource with
        {
            Kind = kind,
            Service = name,
            Action = last.Substring(0, end),
            ActionRange = new TextRange(parts[service].Start, action.Start + end - parts[service].Start),
            PatternRange = new TextRange(action.Start + end, last.Length - end),
            Pattern = last.Substring(end) switch
            {
                "" => IntegrationPattern.RequestResponse,
                ".sync" => IntegrationPattern.Sync,
                ".sync:2" => IntegrationPattern.Sync2,
                ".waitForTaskToken" => IntegrationPattern.WaitForTaskToken,
                _ => IntegrationPattern.Unknown,
            },
        };
    }

    private static string Part(string text, List<TextRange> parts, int index) => text.Substring(parts[index].Start, parts[index].Length);

    /// <summary>Splits at the colons that are in no placeholder: <c>${AWS::Partition}</c> is one part.</summary>
    private static List<TextRange> Split(string text)
    {
        List<TextRange> parts = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '$' && i + 1 < text.Length && text[i + 1] == '{')
            {
                int end = text.IndexOf('}', i);
                i = end < 0 ? text.Length - 1 : end;
            }
            else if (text[i] == ':')
            {
                parts.Add(new TextRange(start, i - start));
                start = i + 1;
            }
        }

        parts.Add(new TextRange(start, text.Length - start));
        return parts;
    }
}
