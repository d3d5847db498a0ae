using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Testing;

/// <summary>What tests reached of one machine. Machines with one name and one definition are the same, whoever made them ready to run.</summary>
public sealed class MachineCoverage
{
    internal MachineCoverage(string name, string? @namespace, string definition, string? sourceRoot, ImmutableArray<CoverageElement> elements)
    {
        Name = name;
        Namespace = @namespace;
        Definition = definition;
        SourceRoot = sourceRoot;
        Elements = elements;
        Totals = CoverageTotals.Of(elements);
    }

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>The namespace of its class; null for a machine that has none.</summary>
    public string? Namespace { get; }

    /// <summary>The SHA-256 hash of the definition's text: what tells machines of one name from each other.</summary>
    public string Definition { get; }

    /// <summary>The folder that the files of the elements are relative to, as the compiler knew it; null for a machine that has no class.</summary>
    public string? SourceRoot { get; }

    /// <summary>All that can be reached, in the order of the definition.</summary>
    public ImmutableArray<CoverageElement> Elements { get; }

    /// <summary>What was not reached.</summary>
    public IEnumerable<CoverageElement> Uncovered => Elements.Where(static element => !element.IsCovered);

    /// <summary>The numbers.</summary>
    public CoverageTotals Totals { get; }

    /// <summary>
    /// What there is to tell of what was not reached. A state that was never entered stands for all that is in it and leads out of it, and a catcher or
    /// choice rule for its way out.
    /// </summary>
    internal IEnumerable<CoverageElement> Gaps
    {
        get
        {
            string? told = null;
            foreach (CoverageElement element in Uncovered)
            {
                // What is within an element follows it.
                if (told is null || !element.Pointer.StartsWith(told + "/", StringComparison.Ordinal))
                {
                    told = element.Pointer;
                    yield return element;
                }
            }
        }
    }

    /// <summary>The counts of several reports of this machine together.</summary>
    internal static MachineCoverage Sum(IEnumerable<MachineCoverage> same)
    {
        MachineCoverage first = same.FirstOrDefault(static machine => machine.SourceRoot is not null) ?? same.First();
        ILookup<string, CoverageElement> elements = same.SelectMany(static machine => machine.Elements).ToLookup(static element => element.Pointer);
        return new MachineCoverage(first.Name, first.Namespace, first.Definition, first.SourceRoot, [.. first.Elements.Select(element => element with
        {
            Hits = elements[element.Pointer].Sum(static each => each.Hits),
            Misses = elements[element.Pointer].Sum(static each => each.Misses),
        })]);
    }

    /// <summary>The pointer to what holds an element, as a catcher its <c>Next</c>.</summary>
    internal static string ParentOf(string pointer) => pointer.Length == 0 ? pointer : pointer[..pointer.LastIndexOf('/')];
}
