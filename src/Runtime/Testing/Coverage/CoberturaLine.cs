using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Testing.Coverage;

/// <summary>
/// A line of source with what stands on it. A line that leaves something open, as a state with several ways out or a definition in one line, is a branch, whose
/// conditions are what can be reached from it.
/// </summary>
/// <param name="Number">The line, from 1.</param>
/// <param name="Hits">How often the element on it that was reached most often was.</param>
/// <param name="Conditions">Whether each thing that can be reached was; one for a line that is no branch.</param>
internal sealed record CoberturaLine(int Number, long Hits, IReadOnlyList<bool> Conditions)
{
    public bool IsBranch => Conditions.Count > 1;

    public CoverageRatio Branches => IsBranch ? new CoverageRatio(Conditions.Count(static isCovered => isCovered), Conditions.Count) : default;

    /// <summary>The lines on which elements of one machine and one file stand.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="waysOut">All transitions of the machine, by state.</param>
    public static IEnumerable<CoberturaLine> Of(IEnumerable<CoverageElement> elements, ILookup<string, CoverageElement> waysOut) => elements
        .GroupBy(static element => element.Line)
        .OrderBy(static line => line.Key)
        .Select(line => new CoberturaLine(line.Key, line.Max(static element => element.Hits), [.. ConditionsOf([.. line], waysOut)]));

    private static IEnumerable<bool> ConditionsOf(CoverageElement[] line, ILookup<string, CoverageElement> waysOut)
    {
        HashSet<string> states = line.Where(static element => element.Kind == CoverageElementKind.State).Select(static element => element.State).ToHashSet(StringComparer.Ordinal);
        HashSet<string> pointers = line.Select(static element => element.Pointer).ToHashSet(StringComparer.Ordinal);
        foreach (CoverageElement element in line)
        {
            if (element.Kind == CoverageElementKind.State)
            {
                // To leave a state is to have entered it; one that has a single way out is no branch.
                CoverageElement[] ways = [.. waysOut[element.State]];
                foreach (CoverageElement reached in ways.Length > 1 ? ways : [element])
                {
                    yield return reached.IsCovered;
                }
            }
            else if (!states.Contains(element.State) && !pointers.Contains(MachineCoverage.ParentOf(element.Pointer)))
            {
                yield return element.IsCovered;
            }
        }
    }
}
