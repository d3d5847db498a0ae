using System.Collections.Generic;

namespace StateMachineGen.Language.Rules;

/// <summary>An end of a range: a value, or no bound at all.</summary>
/// <param name="Value">The value; without meaning when there is no bound.</param>
/// <param name="IsBounded">Whether there is a bound.</param>
/// <param name="IsIncluded">Whether the value belongs to the range.</param>
internal readonly record struct Bound<T>(T Value, bool IsBounded, bool IsIncluded)
{
    public static Bound<T> None { get; } = new(default!, false, false);
}

/// <summary>Values of an ordered kind, numbers or strings, as ranges that do not touch, in order.</summary>
internal sealed class Ranges<T>
{
    private readonly IComparer<T> _comparer;
    private readonly List<(Bound<T> From, Bound<T> To)> _ranges;

    private Ranges(IComparer<T> comparer, List<(Bound<T> From, Bound<T> To)> ranges)
    {
        _comparer = comparer;
        _ranges = ranges;
    }

    public bool IsEmpty => _ranges.Count == 0;

    public bool IsAll => _ranges.Count == 1 && !_ranges[0].From.IsBounded && !_ranges[0].To.IsBounded;

    public static Ranges<T> None(IComparer<T> comparer) => new(comparer, []);

    public static Ranges<T> All(IComparer<T> comparer) => new(comparer, [(Bound<T>.None, Bound<T>.None)]);

    public static Ranges<T> Of(IComparer<T> comparer, Bound<T> from, Bound<T> to) => new(comparer, [(from, to)]);

    /// <summary>The values that are not in this set.</summary>
    public Ranges<T> Invert()
    {
        List<(Bound<T> From, Bound<T> To)> gaps = [];
        Bound<T> from = Bound<T>.None;
        bool isOpen = true;
        foreach ((Bound<T> start, Bound<T> end) in _ranges)
        {
            if (start.IsBounded)
            {
                gaps.Add((from, Opposite(start)));
            }

            isOpen = end.IsBounded;
            from = isOpen ? Opposite(end) : from;
        }

        if (isOpen)
        {
            gaps.Add((from, Bound<T>.None));
        }

        return new Ranges<T>(_comparer, gaps);
    }

    /// <summary>The values that are in both sets.</summary>
    public Ranges<T> Intersect(Ranges<T> other)
    {
        List<(Bound<T> From, Bound<T> To)> common = [];
        int i = 0;
        int j = 0;
        while (i < _ranges.Count && j < other._ranges.Count)
        {
            Bound<T> from = CompareStarts(_ranges[i].From, other._ranges[j].From) >= 0 ? _ranges[i].From : other._ranges[j].From;
            bool endsFirst = CompareEnds(_ranges[i].To, other._ranges[j].To) <= 0;
            Bound<T> to = endsFirst ? _ranges[i].To : other._ranges[j].To;
            if (!IsEmptyBetween(from, to))
            {
                common.Add((from, to));
            }

            if (endsFirst)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new Ranges<T>(_comparer, common);
    }

    /// <summary>The values that are in either set.</summary>
    public Ranges<T> Unite(Ranges<T> other) => Invert().Intersect(other.Invert()).Invert();

    public bool IsIn(Ranges<T> other) => Intersect(other.Invert()).IsEmpty;

    private static Bound<T> Opposite(Bound<T> bound) => bound with { IsIncluded = !bound.IsIncluded };

    private bool IsEmptyBetween(Bound<T> from, Bound<T> to)
    {
        if (!from.IsBounded || !to.IsBounded)
        {
            return false;
        }

        int order = _comparer.Compare(from.Value, to.Value);
        return order > 0 || (order == 0 && !(from.IsIncluded && to.IsIncluded));
    }

    private int CompareStarts(Bound<T> first, Bound<T> second)
    {
        if (!first.IsBounded || !second.IsBounded)
        {
            return first.IsBounded.CompareTo(second.IsBounded);
        }

        int order = _comparer.Compare(first.Value, second.Value);
        return order != 0 ? order : second.IsIncluded.CompareTo(first.IsIncluded);
    }

    private int CompareEnds(Bound<T> first, Bound<T> second)
    {
        if (!first.IsBounded || !second.IsBounded)
        {
            return second.IsBounded.CompareTo(first.IsBounded);
        }

        int order = _comparer.Compare(first.Value, second.Value);
        return order != 0 ? order : first.IsIncluded.CompareTo(second.IsIncluded);
    }
}
