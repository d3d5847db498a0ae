using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Data;

namespace StateMachineGen.Testing.Coverage;

/// <summary>A kind of elements of which tests reach less than they must.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Actual">What they reach.</param>
/// <param name="Required">What they must, in percent.</param>
/// <param name="Lines">A line about each element that is missing.</param>
/// <param name="Missing">These elements.</param>
internal sealed record CoverageShortfall(
    CoverageElementKind Kind, CoverageRatio Actual, double Required, ImmutableArray<string> Lines, ImmutableArray<CoverageElement> Missing)
{
    /// <summary>Nobody reads more of a message.</summary>
    private const int MaxLines = 25;

    public static ImmutableArray<CoverageShortfall> Find(CoverageReport report, CoverageThreshold threshold) =>
    [
        .. CoverageTotals.Kinds
            .Where(kind => threshold.Of(kind) is { } required && report.Totals.Of(kind).Percentage < required)
            .Select(kind => Of(report, kind, threshold.Of(kind)!.Value)),
    ];

    public static string Describe(IEnumerable<CoverageShortfall> shortfalls) =>
        "The tests reach too little of the state machines.\n" + string.Join("\n", shortfalls.Select(static shortfall => shortfall.Describe()));

    private static CoverageShortfall Of(CoverageReport report, CoverageElementKind kind, double required)
    {
        (string Label, CoverageElement Element)[] missing =
        [
            .. report.Machines
                .Zip(report.Labels)
                .SelectMany(static machine => machine.First.Uncovered.Select(element => (Label: machine.Second, Element: element)))
                .Where(each => each.Element.Kind == kind),
        ];
        return new CoverageShortfall(
            kind,
            report.Totals.Of(kind),
            required,
            [.. missing.Select(static each => PrintableText.Of($"{each.Label}: {each.Element.Name}, {each.Element.Gap} ({each.Element.Place})"))],
            [.. missing.Select(static each => each.Element)]);
    }

    private string Describe()
    {
        IEnumerable<string> lines = Lines.Take(MaxLines);
        if (Lines.Length > MaxLines)
        {
            lines = lines.Append(FormattableString.Invariant($"and {Lines.Length - MaxLines} more"));
        }

        return FormattableString.Invariant($"{CoverageTotals.Title(Kind)}: {Actual}, and {Required} % are required. Missing:")
            + string.Concat(lines.Select(static line => "\n  " + line));
    }
}
