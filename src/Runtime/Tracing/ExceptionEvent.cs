using System;
using System.Diagnostics;
using System.Text;

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

    /// <summary>How many inner exceptions are told where the exception does not tell them itself.</summary>
    private const int MaxInner = 16;

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

    private static ActivityTagsCollection Readable(Exception exception) => new()
    {
        { Type, exception.GetType().ToString() },
        { Message, Read(exception, static e => e.Message) },
        { StackTrace, Read(exception, static e => e.ToString()) ?? Text(exception, 0) },
    };

    /// <summary>The text in the form of <see cref="Exception.ToString"/>, of what can be read.</summary>
    private static string Text(Exception exception, int depth)
    {
        var text = new StringBuilder(exception.GetType().ToString());
        if (Read(exception, static e => e.Message) is { Length: > 0 } message)
        {
            text.Append(": ").Append(message);
        }

        if (exception.InnerException is { } inner && depth < MaxInner)
        {
            text.Append("\n ---> ").Append(Read(inner, static e => e.ToString()) ?? Text(inner, depth + 1))
                .Append("\n   --- End of inner exception stack trace ---");
        }

        if (Read(exception, static e => e.StackTrace) is { Length: > 0 } frames)
        {
            text.Append('\n').Append(frames);
        }

        return text.ToString();
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
