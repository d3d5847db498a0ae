using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Testing.Coverage;

/// <summary>
/// Reports as JSON. Its schema is told in the guide: members may be added in one version, and what has a name keeps its meaning.
/// </summary>
internal static class CoverageJson
{
    private const int Version = 1;

    private static readonly ImmutableArray<(CoverageElementKind Kind, string Name, string Totals)> s_kinds =
    [
        (CoverageElementKind.State, "state", "states"),
        (CoverageElementKind.Transition, "transition", "transitions"),
        (CoverageElementKind.Catcher, "catcher", "catchers"),
        (CoverageElementKind.ChoiceRule, "choiceRule", "choiceRules"),
    ];

    public static string Write(CoverageReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            WriteTotals(json, report.Totals);
            json.WriteStartArray("machines");
            foreach (MachineCoverage machine in report.Machines)
            {
                WriteMachine(json, machine);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    /// <summary>Reads a report. Totals are counted again.</summary>
    public static CoverageReport Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement;
            int version = root.GetProperty("version").GetInt32();
            return version == Version
                ? CoverageReport.Merge(new CoverageReport(root.GetProperty("machines").EnumerateArray().Select(ReadMachine)))
                : throw Fault($"its version is {version}, and {Version} is known.");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Fault($"members are missing or have other types.");
        }
        catch (JsonException e) when (e.LineNumber is not null)
        {
            throw Fault($"{e.Message}");
        }
    }

    private static void WriteMachine(Utf8JsonWriter json, MachineCoverage machine)
    {
        json.WriteStartObject();
        json.WriteString("name", machine.Name);
        json.WriteString("namespace", machine.Namespace);
        json.WriteString("definition", machine.Definition);
        json.WriteString("sourceRoot", machine.SourceRoot);
        WriteTotals(json, machine.Totals);
        json.WriteStartArray("elements");
        foreach (CoverageElement element in machine.Elements)
        {
            WriteElement(json, element);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, CoverageTotals totals)
    {
        json.WriteStartObject("totals");
        foreach ((CoverageElementKind kind, _, string name) in s_kinds)
        {
            CoverageRatio ratio = totals.Of(kind);
            json.WriteStartObject(name);
            json.WriteNumber("covered", ratio.Covered);
            json.WriteNumber("total", ratio.Total);
            json.WriteNumber("percentage", Math.Floor(100 * ratio.Percentage) / 100);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteElement(Utf8JsonWriter json, CoverageElement element)
    {
        json.WriteStartObject();
        json.WriteString("kind", s_kinds.First(each => each.Kind == element.Kind).Name);
        json.WriteString("pointer", element.Pointer);
        json.WriteString("state", element.State);
        json.WriteString("name", element.Name);
        json.WriteString("file", element.File);
        json.WriteNumber("line", element.Line);
        json.WriteNumber("hits", element.Hits);
        if (element.Kind == CoverageElementKind.ChoiceRule)
        {
            json.WriteNumber("misses", element.Misses);
        }

        json.WriteEndObject();
    }

    private static MachineCoverage ReadMachine(JsonElement machine)
    {
        ImmutableArray<CoverageElement> elements = [.. machine.GetProperty("elements").EnumerateArray().Select(ReadElement)];
        return elements.IsEmpty || elements.DistinctBy(static element => element.Pointer).Count() < elements.Length
            ? throw new FormatException()
            : new MachineCoverage(
                Text(machine, "name"), machine.GetProperty("namespace").GetString(), Text(machine, "definition"), machine.GetProperty("sourceRoot").GetString(), elements);
    }

    private static CoverageElement ReadElement(JsonElement element)
    {
        string kind = Text(element, "kind");
        long misses = element.TryGetProperty("misses", out JsonElement count) ? count.GetInt64() : 0;
        return new CoverageElement(
            s_kinds.FirstOrDefault(each => each.Name == kind) is { Name: not null } known ? known.Kind : throw new FormatException(),
            Text(element, "pointer"),
            Text(element, "state"),
            Text(element, "name"),
            Text(element, "file"),
            element.GetProperty("line").GetInt32())
        {
            Hits = element.GetProperty("hits").GetInt64(),
            Misses = misses,
        };
    }

    private static JsonException Fault(FormattableString why) => new("The text is no report of coverage: " + FormattableString.Invariant(why));

    private static string Text(JsonElement parent, string member) => parent.GetProperty(member).GetString() ?? throw new FormatException();
}
