using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>SARIF 2.1.0, which build servers and editors show in their own way.</summary>
internal static class SarifReport
{
    private static readonly ImmutableArray<Rule> s_rules = [.. RuleCatalogue.All.OrderBy(static rule => rule.Id, StringComparer.Ordinal)];

    public static string Write(ValidationReport report) => JsonText.Write(isIndented: true, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json);
        WriteInvocation(json, report);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        Dictionary<string, int> indices = s_rules.Select(static (rule, index) => (rule.Id, index)).ToDictionary(static each => each.Id, static each => each.index);
        foreach (ReportedFinding finding in report.Findings)
        {
            WriteResult(json, finding, indices[finding.Rule.Id]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "stategen");
        json.WriteString("version", typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        json.WriteString("informationUri", "https://github.com/statemachinegen/statemachinegen");
        json.WriteStartArray("rules");
        foreach (Rule rule in s_rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title);
            WriteText(json, "fullDescription", rule.Description);
            json.WriteString("helpUri", rule.HelpLink);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("category", rule.Category.ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, ValidationReport report)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Failures.Count == 0);
        json.WriteNumber("exitCode", report.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (Problem failure in report.Failures)
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteText(json, "message", $"{failure.Place}: {failure.Message}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, ReportedFinding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", Level(finding.Rule.Severity));
        WriteText(json, "message", finding.Place.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteFile(json, finding.Place.File);
        WriteRegion(json, "region", (finding.Place.Line, finding.Place.Column), (finding.EndLine, finding.EndColumn));
        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Path);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        if (finding.Change is { } change)
        {
            WriteFix(json, finding.Place.File, change);
        }

        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, string file, SuggestedChange change)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteFile(json, file);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        WriteRegion(json, "deletedRegion", change.Start, change.End);
        WriteText(json, "insertedContent", change.Text);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", ToUri(file));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, (int Line, int Column) start, (int Line, int Column) end)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>A file's name as a URI: absolute names with their scheme, others relative to where the tool was started.</summary>
    private static string ToUri(string file)
    {
        string path = OperatingSystem.IsWindows() ? file.Replace('\\', '/') : file;
        string escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return System.IO.Path.IsPathFullyQualified(file) ? (path.StartsWith('/') ? "file://" : "file:///") + escaped.Replace("%3A", ":", StringComparison.Ordinal) : escaped;
    }
}
