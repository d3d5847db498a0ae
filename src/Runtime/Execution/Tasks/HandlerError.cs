using System;
using StateMachineGen.Data;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Tasks;

/// <summary>Turns exceptions into errors as the .NET Lambda runtime reports them.</summary>
internal static class HandlerError
{
    /// <summary>How many exceptions are told: they may be rings and trees, and an aggregate's first one is told twice.</summary>
    private const int MaxExceptions = 32;

    /// <summary>How long a message may be that fits beside as many others, each character escaped.</summary>
    private const int BriefMessage = Quotas.CauseLength / (8 * MaxExceptions);

    public static Failure ToFailure(Exception exception) => new(exception.GetType().Name, Describe(exception), exception);

    /// <summary>The error of an exception that nobody made.</summary>
    public static Failure ToFailure(Type exception, string message)
    {
        JsonObject.Builder members = Begin(exception, message, Quotas.CauseLength / 8);
        return new Failure(exception.Name, members.ToObject().ToString());
    }

    /// <summary>The exception as JSON. What is too long for a cause loses its stack traces first and then the rest of its messages.</summary>
    private static string Describe(Exception exception)
    {
        string whole = Write(exception, hasStackTrace: true, int.MaxValue);
        if (whole.Length <= Quotas.CauseLength)
        {
            return whole;
        }

        string brief = Write(exception, hasStackTrace: false, int.MaxValue);
        return brief.Length <= Quotas.CauseLength ? brief : Write(exception, hasStackTrace: false, BriefMessage);
    }

    private static string Write(Exception exception, bool hasStackTrace, int maxMessage)
    {
        int left = MaxExceptions;
        return ToJson(exception, hasStackTrace, maxMessage, ref left).ToString();
    }

    /// <summary>
    /// An exception with the members that Amazon.Lambda.RuntimeSupport writes: <c>errorType</c>, <c>errorMessage</c>,
    /// <c>stackTrace</c> where there is one, <c>cause</c> for the inner exception, <c>causes</c> for those of an aggregate.
    /// </summary>
    private static JsonObject ToJson(Exception exception, bool hasStackTrace, int maxMessage, ref int left)
    {
        left--;
        JsonObject.Builder members = Begin(exception.GetType(), Read(exception, static each => each.Message) ?? "", maxMessage);
        string trace = (hasStackTrace ? Read(exception, static each => each.StackTrace) : null) ?? "";
        string[] lines = trace.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 0)
        {
            members.Set("stackTrace", new JsonArray(Array.ConvertAll<string, JsonValue>(lines, static line => new JsonString(line))));
        }

        if (exception.InnerException is { } inner && left > 0)
        {
            members.Set("cause", ToJson(inner, hasStackTrace, maxMessage, ref left));
        }

        if (exception is AggregateException { InnerExceptions: { Count: > 0 } inners } && left > 0)
        {
            var causes = new JsonValue[Math.Min(inners.Count, left)];
            int told = 0;
            while (told < causes.Length && left > 0)
            {
                causes[told] = ToJson(inners[told], hasStackTrace, maxMessage, ref left);
                told++;
            }

            members.Set("causes", new JsonArray(causes[..told]));
        }

        return members.ToObject();
    }

    private static JsonObject.Builder Begin(Type exception, string message, int maxMessage)
    {
        var members = default(JsonObject.Builder);
        members.Set("errorType", new JsonString(exception.Name));
        members.Set("errorMessage", new JsonString(Truncation.Cut(message, maxMessage)));
        return members;
    }

    /// <summary>Exceptions are users' classes, and their properties may throw like any other code.</summary>
    private static string? Read(Exception exception, Func<Exception, string?> property)
    {
        try
        {
            return property(exception);
        }
#pragma warning disable CA1031 // See above.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
