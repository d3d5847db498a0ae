using System;

namespace StateMachineGen.Execution;

/// <summary>What a Lambda function is called by: its name, its ARN, or a placeholder that the deployment fills.</summary>
internal static class FunctionName
{
    private const string PlaceholderStart = "${";
    private const string PlaceholderEnd = "FunctionArn}";
    private const string Marker = "function:";

    /// <summary>
    /// The name without qualifier in <c>arn:aws:lambda:region:account:function:name:qualifier</c>, <c>account:function:name</c>,
    /// <c>name:qualifier</c> or <c>${NameFunctionArn}</c>; other ARNs and placeholders as they are.
    /// </summary>
    public static string Of(string text)
    {
        if (text.StartsWith(PlaceholderStart, StringComparison.Ordinal))
        {
            bool isFunction = text.EndsWith(PlaceholderEnd, StringComparison.Ordinal) && text.Length > PlaceholderStart.Length + PlaceholderEnd.Length;
            return isFunction ? text[PlaceholderStart.Length..^PlaceholderEnd.Length] : text;
        }

        int marker = text.IndexOf(Marker, StringComparison.Ordinal);
        if (marker < 0 && text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return text;
        }

        string name = marker < 0 ? text : text[(marker + Marker.Length)..];
        int qualifier = name.IndexOf(':', StringComparison.Ordinal);
        return qualifier < 0 ? name : name[..qualifier];
    }
}
