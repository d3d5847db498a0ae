using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>
/// Reads the text that <see cref="Exception.ToString"/> makes, which is all that an exception event carries, back into
/// exceptions with their frames. The headers come outermost first, the frames innermost first:
/// <code>
/// Outer: message
///  ---> Inner: message
///    at Inner.Method() in file.cs:line 1
///    --- End of inner exception stack trace ---
///    at Outer.Method()
/// </code>
/// </summary>
internal static class ExceptionText
{
    private const string InnerMark = " ---> ";
    private const string NumberedInnerMark = "(Inner Exception #";
    private const string NumberedInnerEnd = "<---";

    /// <summary>How many frames of a stack are kept, as in X-Ray's SDK.</summary>
    private const int MaxFrames = 50;

    /// <summary>How many exceptions of one failure are kept: an AggregateException may hold any number.</summary>
    private const int MaxExceptions = 16;

    /// <summary>The exceptions of a text, outermost first; those that caused another are linked to it.</summary>
    /// <param name="text">The text, with either kind of newline.</param>
    /// <param name="type">The full name of the outermost exception's type.</param>
    /// <param name="message">The outermost exception's message, which the text alone does not tell from what follows it.</param>
    /// <param name="spanId">The span that they belong to; their ids derive from it.</param>
    public static ImmutableArray<SegmentException> Parse(string? text, string? type, string? message, string spanId)
    {
        var exceptions = new List<Draft> { new(ShortName(type), message) };
        var open = new Stack<Draft>(exceptions);
        bool inMessage = true;
        foreach (string line in Body(text, message))
        {
            if (line.StartsWith(InnerMark, StringComparison.Ordinal))
            {
                bool closes = line.EndsWith(NumberedInnerEnd, StringComparison.Ordinal);
                string header = closes ? line[InnerMark.Length..^NumberedInnerEnd.Length] : line[InnerMark.Length..];
                var inner = Draft.FromHeader(header, out bool isNumbered);
                // X-Ray has one cause for an exception; the further ones of an AggregateException stand beside it.
                if (!isNumbered)
                {
                    open.Peek().Cause ??= inner;
                }

                exceptions.Add(inner);
                open.Push(inner);
                inMessage = true;
                Close(closes);
            }
            else if (line.StartsWith("   at ", StringComparison.Ordinal))
            {
                inMessage = false;
                string frame = line["   at ".Length..];
                bool closes = frame.EndsWith(NumberedInnerEnd, StringComparison.Ordinal);
                open.Peek().Frames.Add(Frame(closes ? frame[..^NumberedInnerEnd.Length] : frame));
                Close(closes);
            }
            else if (line.StartsWith("   --- End of inner exception", StringComparison.Ordinal))
            {
                inMessage = false;
                Close(true);
            }
            else if (inMessage && open.Peek() != exceptions[0])
            {
                bool closes = line.EndsWith(NumberedInnerEnd, StringComparison.Ordinal);
                open.Peek().Message += "\n" + (closes ? line[..^NumberedInnerEnd.Length] : line);
                Close(closes);
            }
        }

        return Number(exceptions, spanId);

        void Close(bool closes)
        {
            if (closes && open.Count > 1)
            {
                open.Pop();
            }
        }
    }

    /// <summary>A type's name without namespace and outer types, as the .NET Lambda runtime names errors.</summary>
    public static string? ShortName(string? fullName)
    {
        if (fullName is null)
        {
            return null;
        }

        int end = fullName.AsSpan().IndexOfAny('[', ',');
        string name = end < 0 ? fullName : fullName[..end];
        return name[(name.AsSpan().LastIndexOfAny('.', '+') + 1)..];
    }

    private static IEnumerable<string> Body(string? text, string? message)
    {
        string body = (text ?? "").ReplaceLineEndings("\n");
        string own = (message ?? "").ReplaceLineEndings("\n");
        int at = own.Length == 0 ? -1 : body.IndexOf(own, StringComparison.Ordinal);
        return (at < 0 ? body : body[(at + own.Length)..]).Split('\n').Skip(1);
    }

    private static ImmutableArray<SegmentException> Number(List<Draft> exceptions, string spanId)
    {
        var kept = exceptions.Take(MaxExceptions).ToList();
        return
        [
            .. kept.Select((e, i) => new SegmentException(
                IdOf(i),
                e.Type,
                e.Message,
                [.. e.Frames.Take(MaxFrames)],
                Math.Max(0, e.Frames.Count - MaxFrames),
                e.Cause is { } cause && kept.IndexOf(cause) is >= 0 and int index ? IdOf(index) : null)),
        ];

        string IdOf(int index) => XRayIds.Derive(spanId, string.Create(CultureInfo.InvariantCulture, $"exception {index}"));
    }

    private static SegmentStackFrame Frame(string text)
    {
        int path = text.LastIndexOf(" in ", StringComparison.Ordinal);
        int line = text.LastIndexOf(":line ", StringComparison.Ordinal);
        return path >= 0 && line > path
            && int.TryParse(text.AsSpan(line + ":line ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? new SegmentStackFrame(text[..path], text[(path + " in ".Length)..line], number)
            : new SegmentStackFrame(text, null, null);
    }

    private sealed class Draft(string? type, string? message)
    {
        public string? Type { get; } = type;

        public string? Message { get; set; } = message;

        public Draft? Cause { get; set; }

        public List<SegmentStackFrame> Frames { get; } = [];

        public static Draft FromHeader(string header, out bool isNumbered)
        {
            isNumbered = header.StartsWith(NumberedInnerMark, StringComparison.Ordinal);
            string rest = isNumbered ? header[(header.IndexOf(") ", StringComparison.Ordinal) + 2)..] : header;
            int colon = rest.IndexOf(": ", StringComparison.Ordinal);
            return colon < 0 ? new(ShortName(rest), null) : new(ShortName(rest[..colon]), rest[(colon + 2)..]);
        }
    }
}
