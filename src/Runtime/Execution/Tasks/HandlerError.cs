using System;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Tasks;

/// <summary>Turns exceptions into errors as the .NET Lambda runtime reports them.</summary>
internal static class HandlerError
{
    /// <summary>How many inner exceptions are told; a chain may be a ring.</summary>
    private const int MaxInner = 16;

    public static Failure ToFailure(Exception exception) => new(exception.GetType().Name, Describe(exception), exception);

    /// <summary>
    /// The exception as JSON: <c>errorType</c>, <c>errorMessage</c>, <c>stackTrace</c>, and <c>cause</c> for the inner one.
    /// What is too long for a cause loses its stack traces first.
    /// </summary>
    private static string Describe(Exception exception)
    {
        string whole = Write(exception, hasStackTrace: true, int.MaxValue);
        if (whole.Length <= Quotas.CauseLength)
        {
            return whole;
        }

        string brief = Write(exception, hasStackTrace: false, int.MaxValue);
        return brief.Length <= Quotas.CauseLength ? brief : Write(exception, hasStackTrace: false, Quotas.CauseLength / (8 * MaxInner));
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

    private static string Write(Exception exception, bool hasStackTrace, int maxMessage)
    {
        using JsonBuffer buffer = JsonBuffer.Rent();
        Write(buffer.Writer, exception, hasStackTrace, maxMessage, 0);
        return buffer.GetText();
    }

    private static void Write(Utf8JsonWriter writer, Exception exception, bool hasStackTrace, int maxMessage, int depth)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", exception.GetType().Name);
        string message = Read(exception, static each => each.Message) ?? "";
        writer.WriteString("errorMessage", message.Length <= maxMessage ? message : message[..maxMessage]);
        writer.WriteStartArray("stackTrace");
        if (hasStackTrace && Read(exception, static each => each.StackTrace) is { } trace)
        {
            foreach (string line in trace.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteStringValue(line);
            }
        }

        writer.WriteEndArray();
        if (exception.InnerException is { } inner && depth < MaxInner)
        {
            writer.WritePropertyName("cause");
            Write(writer, inner, hasStackTrace, maxMessage, depth + 1);
        }

        writer.WriteEndObject();
    }
}
