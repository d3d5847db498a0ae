using System;
using System.Collections.Generic;

namespace StateMachineGen.Testing;

/// <summary>How many elements of each kind were reached.</summary>
/// <param name="States">The states.</param>
/// <param name="Transitions">The ways out of states.</param>
/// <param name="Catchers">The catchers.</param>
/// <param name="ChoiceRules">The choice rules.</param>
public sealed record CoverageTotals(CoverageRatio States, CoverageRatio Transitions, CoverageRatio Catchers, CoverageRatio ChoiceRules)
{
    /// <summary>All kinds, in the order in which they are reported.</summary>
    internal static CoverageElementKind[] Kinds { get; } = Enum.GetValues<CoverageElementKind>();

    /// <summary>Those of one kind.</summary>
    public CoverageRatio Of(CoverageElementKind kind) => kind switch
    {
        CoverageElementKind.State => States,
        CoverageElementKind.Transition => Transitions,
        CoverageElementKind.Catcher => Catchers,
        _ => ChoiceRules,
    };

    /// <summary>Counts elements.</summary>
    internal static CoverageTotals Of(IEnumerable<CoverageElement> elements)
    {
        var ratios = new CoverageRatio[Kinds.Length];
        foreach (CoverageElement element in elements)
        {
            ratios[(int)element.Kind] += new CoverageRatio(element.IsCovered ? 1 : 0, 1);
        }

        return new CoverageTotals(ratios[0], ratios[1], ratios[2], ratios[3]);
    }

    /// <summary>What reports call a kind.</summary>
    internal static string Title(CoverageElementKind kind) => kind switch
    {
        CoverageElementKind.State => "States",
        CoverageElementKind.Transition => "Transitions",
        CoverageElementKind.Catcher => "Catchers",
        _ => "Choice rules",
    };
}
