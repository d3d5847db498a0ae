using System.Collections.Generic;
using System.Linq;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Testing.Coverage;

/// <summary>Writes a report for a terminal: a table of the machines, then what was not reached.</summary>
internal static class CoverageText
{
    private const string Gap = "  ";

    public static string Write(CoverageReport report)
    {
        var text = new StringBuilder();
        AppendTable(text, [.. Table(report)]);
        string[][] gaps = [.. report.Machines.Zip(report.Labels).SelectMany(static machine => GapsOf(machine.First, machine.Second))];
        if (gaps.Length > 0)
        {
            text.Append("\nNot covered:\n");
            AppendTable(text, gaps, alignRight: false);
        }

        return text.ToString();
    }

    private static IEnumerable<string[]> Table(CoverageReport report)
    {
        yield return ["State machine", .. CoverageTotals.Kinds.Select(CoverageTotals.Title)];
        for (int i = 0; i < report.Machines.Length; i++)
        {
            yield return Row(report.Labels[i], report.Machines[i].Totals);
        }

        if (report.Machines.Length != 1)
        {
            yield return Row("All", report.Totals);
        }
    }

    private static string[] Row(string name, CoverageTotals totals) =>
        [PrintableText.Of(name), .. CoverageTotals.Kinds.Select(kind => totals.Of(kind) is { Total: > 0 } ratio ? ratio.ToString() : "-")];

    /// <summary>The machine in a line of its own, then a line for each gap.</summary>
    private static IEnumerable<string[]> GapsOf(MachineCoverage machine, string label)
    {
        string[][] gaps = [.. machine.Gaps.Select(static gap => (string[])[Gap + Gap + PrintableText.Of(gap.Name), gap.Gap, PrintableText.Of(gap.Place)])];
        return gaps.Length == 0 ? [] : [[Gap + PrintableText.Of(label)], .. gaps];
    }

    private static void AppendTable(StringBuilder text, string[][] rows, bool alignRight = true)
    {
        int[] widths = new int[rows.Max(static row => row.Length)];
        foreach (string[] row in rows.Where(row => row.Length > 1))
        {
            for (int i = 0; i < row.Length; i++)
            {
                widths[i] = int.Max(widths[i], row[i].Length);
            }
        }

        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, i) => alignRight && i > 0 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            text.Append(string.Join(Gap, cells).TrimEnd()).Append('\n');
        }
    }
}
