using System;
using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>The event of an exception on a span, by OpenTelemetry's convention.</summary>
internal static class ExceptionEvent
{
    /// <summary>The event's name.</summary>
    public const string Name = "exception";

    /// <summary>The full name of the exception's type (tag).</summary>
    public const string Type = "exception.type";

    /// <summary>The exception's message (tag).</summary>
    public const string Message = "exception.message";

    /// <summary>The exception's text with its frames and its inner exceptions (tag).</summary>
    public const string StackTrace = "exception.stacktrace";

    /// <summary>Adds the event. It never throws, though exceptions are users' classes whose members may.</summary>
    public static void Add(Activity? span, Exception exception, DateTimeOffset time)
    {
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        try
        {
            span.AddException(exception, timestamp: time);
        }
#pragma warning disable CA1031 // Whatever the exception's own code throws, or a listener that reads it.
        catch (Exception)
#pragma warning restore CA1031
        {
            span.AddEvent(new ActivityEvent(Name, time, Readable(exception)));
        }
    }

    private static ActivityTagsCollection Readable(Exception exception)
    {
        string type = exception.GetType().ToString();
        string? message = Read(exception, static e => e.Message);
        string text = Read(exception, static e => e.ToString())
            ?? (message is null ? type : $"{type}: {message}") + "\n" + Read(exception, static e => e.StackTrace);
        return new() { { Type, type }, { Message, message }, { StackTrace, text } };
    }

    private static string? Read(Exception exception, Func<Exception, string?> member)
    {
        try
        {
            return member(exception);
        }
#pragma warning disable CA1031 // See Add.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
