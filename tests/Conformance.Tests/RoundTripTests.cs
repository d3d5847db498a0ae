using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StateMachineGen.Harness;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Definitions of others become C# and come back the same.</summary>
public class RoundTripTests
{
    /// <summary>How many machines are compiled together.</summary>
    private const int BatchSize = 200;

    [Fact]
    public void Every_published_definition_comes_back_the_same() =>
        ShouldComeBack("realworld.jsonl", ReadDefinitions("realworld.jsonl", static _ => true));

    [Fact]
    public async Task No_error_is_found_in_the_source_of_a_published_definition()
    {
        IReadOnlyList<Diagnostic> diagnostics =
            [.. (await ImportHarness.AnalyzeAsync(ReadDefinitions("realworld.jsonl", static _ => true))).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        diagnostics.ShouldBeEmpty(AnnotatedSource.Describe(diagnostics));
    }

    [Theory]
    [InlineData("validate.jsonl")]
    [InlineData("rules.jsonl")]
    [InlineData("exec_aws.jsonl")]
    [InlineData("exec_aws_tasks.jsonl")]
    [InlineData("exec_aws_s3.jsonl")]
    [InlineData("teststate_aws.jsonl")]
    [InlineData("variable_refs_aws.jsonl")]
    public void Every_valid_definition_comes_back_the_same(string corpus) => ShouldComeBack(corpus, ReadDefinitions(corpus, IsValid));

    [Theory]
    [InlineData("validate.jsonl")]
    [InlineData("rules.jsonl")]
    public void Every_invalid_definition_comes_back_the_same_or_what_is_lost_is_reported(string corpus)
    {
        List<string> failures = [];
        foreach (ImportOutcome outcome in RoundTrip(ReadDefinitions(corpus, static @case => !IsValid(@case))))
        {
            if (outcome.Failure is { } failure && (outcome.Diagnostics.Count > 0 || !outcome.File.Problems.Any(static problem => problem.IsLoss)))
            {
                failures.Add(outcome.File.Path + ": " + failure + "\n" + outcome.File.Output!.Source);
            }
        }

        failures.ShouldBeEmpty();
    }

    private static void ShouldComeBack(string corpus, List<(string Path, string Text)> definitions)
    {
        definitions.ShouldNotBeEmpty();
        foreach ((string path, string text) in definitions)
        {
            ShouldBeWrittenAsItWasRead(path, text);
        }

        IReadOnlyList<ImportOutcome> outcomes = RoundTrip(definitions);
        string[] failures = [.. outcomes.Where(static outcome => outcome.Failure is not null)
            .Select(static outcome => outcome.File.Path + ": " + outcome.Failure + "\n" + outcome.File.Output!.Source)];
        string message = string.Create(CultureInfo.InvariantCulture, $"{corpus}: {outcomes.Count - failures.Length} of {definitions.Count} definitions came back the same");
        TestContext.Current.TestOutputHelper?.WriteLine(message);
        outcomes.Count.ShouldBe(definitions.Count, message);
        failures.ShouldBeEmpty(message);
    }

    private static void ShouldBeWrittenAsItWasRead(string path, string text)
    {
        string written = Definition.Write(Definition.Read(text).Machine!);
        JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(text), JsonSerializer.Deserialize<JsonElement>(written)).ShouldBeTrue(path);
        Definition.Write(Definition.Read(written).Machine!).ShouldBe(written, path);
    }

    private static IReadOnlyList<ImportOutcome> RoundTrip(List<(string Path, string Text)> definitions) =>
        [.. definitions.Chunk(BatchSize).SelectMany(ImportHarness.RoundTrip)];

    private static List<(string Path, string Text)> ReadDefinitions(string corpus, System.Func<JsonElement, bool> isWanted) =>
        [.. Corpus.Read(corpus).Where(isWanted).Select(static @case => (Id(@case), ReadText(@case))).Where(static @case => IsMachine(@case.Item2))];

    private static string Id(JsonElement @case) => @case.GetProperty("id").GetString()!;

    private static string ReadText(JsonElement @case) => @case.TryGetProperty("text", out JsonElement raw) ? raw.GetString()!
        : @case.GetProperty("definition") is { ValueKind: JsonValueKind.String } written ? written.GetString()!
        : @case.GetProperty("definition").GetRawText();

    private static bool IsValid(JsonElement @case) =>
        @case.TryGetProperty("valid", out JsonElement valid) ? valid.GetBoolean()
        : !@case.TryGetProperty("kind", out JsonElement kind) || kind.GetString() == "good";

    /// <summary>Some cases are single states, and some of the invalid ones are no objects at all.</summary>
    private static bool IsMachine(string text) =>
        StateMachineGen.Language.Json.JsonParser.Parse(text).Root is StateMachineGen.Language.Json.JsonObjectSyntax root && root.Find("States") is not null;
}
