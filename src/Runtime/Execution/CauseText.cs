using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Execution;

/// <summary>
/// The cause of a failure that the interpreter words itself, in two texts: the one of the history, which quotes data as AWS does, and one for
/// traces, where data is left out. It is written as an interpolated string; what is put in counts as data unless its type says otherwise, so
/// that what nobody thought of stays out of traces.
/// </summary>
[InterpolatedStringHandler]
internal sealed class CauseText
{
    private const char Omission = '…';

    private readonly StringBuilder _whole;
    private readonly StringBuilder _withoutData;

    public CauseText(int literalLength, int formattedCount)
    {
        _whole = new StringBuilder(literalLength + formattedCount);
        _withoutData = new StringBuilder(literalLength + formattedCount);
    }

    private CauseText(string whole, string withoutData)
    {
        _whole = new StringBuilder(whole);
        _withoutData = new StringBuilder(withoutData);
    }

    /// <summary>The text without data.</summary>
    public string WithoutData => _withoutData.ToString();

    /// <summary>A text that is always the same.</summary>
    public static CauseText Of([ConstantExpected] string text) => new(text, text);

    /// <summary>A cause that is told in two ways.</summary>
    public static CauseText Of(string whole, string withoutData) => new(whole, withoutData);

    public void AppendLiteral(string text) => AppendFormatted(text.Fixed());

    public void AppendFormatted(FixedText text)
    {
        _whole.Append(text.Text);
        _withoutData.Append(text.Text);
    }

    /// <summary>Appends a limit or a position; numbers of the data come as JSON or as text.</summary>
    public void AppendFormatted(long number) => AppendFormatted(number.ToString(CultureInfo.InvariantCulture).Fixed());

    public void AppendFormatted(CauseText text)
    {
        _whole.Append(text._whole);
        _withoutData.Append(text._withoutData);
    }

    public void AppendFormatted(JsonValue? data) => AppendFormatted(data?.ToString());

    public void AppendFormatted(string? data)
    {
        _whole.Append(data);
        _withoutData.Append(Omission);
    }

    /// <summary>The text with one part replaced wherever it stands.</summary>
    public CauseText Replace(FixedText part, FixedText replacement) => new(
        ToString().Replace(part.Text, replacement.Text, StringComparison.Ordinal),
        WithoutData.Replace(part.Text, replacement.Text, StringComparison.Ordinal));

    /// <summary>The whole text.</summary>
    public override string ToString() => _whole.ToString();
}
