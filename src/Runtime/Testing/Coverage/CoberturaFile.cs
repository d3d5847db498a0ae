using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Testing.Coverage;

/// <summary>What of one machine stands in one file: a class to Cobertura, with the states as its methods.</summary>
/// <param name="Package">The machine's namespace, or what stands for it.</param>
/// <param name="Machine">The machine's label.</param>
/// <param name="Path">The file, relative to one of the folders of the report.</param>
/// <param name="Lines">The lines.</param>
/// <param name="States">The states with their lines.</param>
internal sealed record CoberturaFile(
    string Package, string Machine, string Path, IReadOnlyList<CoberturaLine> Lines, IReadOnlyList<(string Name, IReadOnlyList<CoberturaLine> Lines)> States)
{
    /// <summary>The package of machines that have no namespace.</summary>
    private const string NoNamespace = "state machines";

    public static IEnumerable<CoberturaFile> Of(CoverageReport report, SourceFolders folders) =>
        report.Machines.Zip(report.Labels).SelectMany(machine => Of(machine.First, machine.Second, folders));

    private static IEnumerable<CoberturaFile> Of(MachineCoverage machine, string label, SourceFolders folders)
    {
        ILookup<string, CoverageElement> waysOut = machine.Elements
            .Where(static element => element.Kind == CoverageElementKind.Transition)
            .ToLookup(static element => element.State, StringComparer.Ordinal);
        return machine.Elements.GroupBy(static element => element.File, StringComparer.Ordinal).Select(file => new CoberturaFile(
            machine.Namespace ?? NoNamespace,
            label,
            folders.PathOf(machine.SourceRoot, file.Key),
            LinesOf(file, waysOut),
            [.. file.GroupBy(static element => element.State, StringComparer.Ordinal).Select(state => (state.Key, LinesOf(state, waysOut)))]));
    }

    private static IReadOnlyList<CoberturaLine> LinesOf(IEnumerable<CoverageElement> elements, ILookup<string, CoverageElement> waysOut) =>
        [.. CoberturaLine.Of(elements, waysOut)];
}
