using System;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Harness;

/// <summary>A place that a test expects a diagnostic at.</summary>
/// <param name="Id">The diagnostic's id, or null when the markup names none.</param>
/// <param name="Span">The characters, counted in the source without markup.</param>
public sealed record MarkedSpan(string? Id, TextSpan Span);

/// <summary>
/// Source with marked places: <c>[|here|]</c> or, where several ids are in play, <c>{|SMG2008:here|}</c>. Spans may nest.
/// </summary>
public sealed class Markup
{
    private Markup(string source, ImmutableArray<MarkedSpan> spans)
    {
        Source = source;
        Spans = spans;
    }

    /// <summary>The source without markup.</summary>
    public string Source { get; }

    /// <summary>The marked places in the order of their starts.</summary>
    public ImmutableArray<MarkedSpan> Spans { get; }

    /// <summary>Takes the markup out of a source.</summary>
    /// <exception cref="FormatException">A place is opened and not closed, or the other way round.</exception>
    public static Markup Parse(string marked)
    {
        var source = new StringBuilder();
        var open = new System.Collections.Generic.Stack<(string? Id, int Start)>();
        ImmutableArray<MarkedSpan>.Builder spans = ImmutableArray.CreateBuilder<MarkedSpan>();
        for (int i = 0; i < marked.Length; i++)
        {
            if (At("[|"))
            {
                open.Push((null, source.Length));
                i++;
            }
            else if (At("{|") && marked.IndexOf(':', i) is > 0 and var colon && colon - i <= 12)
            {
                open.Push((marked[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (At("|]") || At("|}"))
            {
                if (!open.TryPop(out (string? Id, int Start) start))
                {
                    throw new FormatException($"Nothing is open at offset {i} of the marked source.");
                }

                spans.Add(new MarkedSpan(start.Id, TextSpan.FromBounds(start.Start, source.Length)));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }

            bool At(string token) => string.CompareOrdinal(marked, i, token, 0, token.Length) == 0;
        }

        if (open.Count > 0)
        {
            throw new FormatException("A marked place is not closed.");
        }

        spans.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return new Markup(source.ToString(), spans.ToImmutable());
    }
}
