using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen.Testing;

/// <summary>What tests reached of state machines, as counted by <see cref="StateMachineCoverage"/>. It never changes.</summary>
public sealed class CoverageReport
{
    internal CoverageReport(IEnumerable<MachineCoverage> machines)
    {
        Machines =
        [
            .. machines
                .OrderBy(static machine => machine.Name, StringComparer.Ordinal)
                .ThenBy(static machine => machine.Elements[0].File, StringComparer.Ordinal)
                .ThenBy(static machine => machine.Elements[0].Line)
                .ThenBy(static machine => machine.Definition, StringComparer.Ordinal),
        ];
        Totals = CoverageTotals.Of(Machines.SelectMany(static machine => machine.Elements));
        Labels = MachineLabels.Of(Machines);
    }

    /// <summary>The machines, by name. A machine that no test made ready to run is not known.</summary>
    public ImmutableArray<MachineCoverage> Machines { get; }

    /// <summary>The numbers of all machines together.</summary>
    public CoverageTotals Totals { get; }

    /// <summary>What people call each machine, in the same order.</summary>
    internal ImmutableArray<string> Labels { get; }

    /// <summary>Puts reports together, as those of several test projects. The counts of a machine that is in several are added up.</summary>
    public static CoverageReport Merge(params IEnumerable<CoverageReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return new CoverageReport(reports
            .SelectMany(static report => report.Machines)
            .GroupBy(static machine => (machine.Name, machine.Definition))
            .Select(MachineCoverage.Sum));
    }

    /// <summary>Reads a report that was written as <see cref="CoverageFormat.Json"/>.</summary>
    /// <exception cref="JsonException">The text is no such report.</exception>
    public static CoverageReport Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return CoverageJson.Read(json);
    }

    /// <summary>Reads a file that was written as <see cref="CoverageFormat.Json"/>.</summary>
    /// <exception cref="JsonException">The file is no such report.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CoverageReport Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Parse(File.ReadAllText(path));
    }

    /// <summary>Writes the report.</summary>
    /// <param name="format">How.</param>
    /// <param name="cobertura">What Cobertura's XML says beside the counts.</param>
    public string Write(CoverageFormat format, CoberturaOptions? cobertura = null) => format switch
    {
        CoverageFormat.Text => CoverageText.Write(this),
        CoverageFormat.Json => CoverageJson.Write(this),
        CoverageFormat.Cobertura => CoberturaXml.Write(this, cobertura ?? new CoberturaOptions()),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };

    /// <summary>Writes the report into a file, all or nothing. Folders that lack are made.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How the report is written.</param>
    /// <param name="cobertura">What Cobertura's XML says beside the counts.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, CoverageFormat format, CoberturaOptions? cobertura = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Path.GetFullPath(path);
        string temporary = target + "." + Path.GetRandomFileName();
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            File.WriteAllText(temporary, Write(format, cobertura));
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Makes sure that enough was reached.</summary>
    /// <exception cref="CoverageException">Less was reached, or the report has no machines at all.</exception>
    public void Require(CoverageThreshold threshold)
    {
        ArgumentNullException.ThrowIfNull(threshold);
        if (Machines.IsEmpty)
        {
            throw new CoverageException(
                $"There is no coverage of state machines to check: no machine was made ready to run with {nameof(LocalOptions)}.{nameof(LocalOptions.Coverage)}.", []);
        }

        ImmutableArray<CoverageShortfall> shortfalls = CoverageShortfall.Find(this, threshold);
        if (!shortfalls.IsEmpty)
        {
            throw new CoverageException(CoverageShortfall.Describe(shortfalls), [.. shortfalls.SelectMany(static shortfall => shortfall.Missing)]);
        }
    }

    /// <summary>The report as text.</summary>
    public override string ToString() => Write(CoverageFormat.Text);
}
