using System;
using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace StateMachineGen.Tracing;

/// <summary>HTML in the making. What stands in braces of an interpolated string is data and is encoded; the rest is markup.</summary>
internal sealed class HtmlText
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(
        "<>&\"'\r\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F");

    private readonly StringBuilder _text = new();

    /// <summary>Adds markup with data in it.</summary>
#pragma warning disable IDE0060 // The compiler has the handler write to this object before.
    public HtmlText Add([InterpolatedStringHandlerArgument("")] ref Markup markup) => this;
#pragma warning restore IDE0060

    /// <summary>Adds markup as it is: constants, and pictures that encode their own texts.</summary>
    public HtmlText AddRaw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    public override string ToString() => _text.ToString();

    private void Encode(ReadOnlySpan<char> data)
    {
        while (data.IndexOfAny(s_special) is var place and >= 0)
        {
            _text.Append(data[..place]).Append(data[place] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",

                // A parser makes a line feed of it.
                '\r' => "&#13;",
                _ => "\uFFFD",
            });
            data = data[(place + 1)..];
        }

        _text.Append(data);
    }

    /// <summary>Takes an interpolated string apart.</summary>
    [InterpolatedStringHandler]
#pragma warning disable CA1815 // Nobody compares handlers.
    public readonly ref struct Markup
#pragma warning restore CA1815
    {
        private readonly HtmlText _html;

#pragma warning disable IDE0060 // The compiler passes the lengths.
        public Markup(int literalLength, int formattedCount, HtmlText html) => _html = html;
#pragma warning restore IDE0060

        public void AppendLiteral(string markup) => _html._text.Append(markup);

        public void AppendFormatted(string? data) => _html.Encode(data);

        public void AppendFormatted(int number) => _html._text.Append(CultureInfo.InvariantCulture, $"{number}");

        public void AppendFormatted(double number) => _html._text.Append(CultureInfo.InvariantCulture, $"{number:0.###}");
    }
}
