using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using StateMachineGen.Authoring;
using StateMachineGen.Harness;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>Keeps <c>docs/rules</c> and the release notes of the analyzers in step with the rules.</summary>
public class DocumentationTests
{
    private const string IndexStart = "<!-- rules -->\n";
    private const string IndexEnd = "<!-- /rules -->\n";

    private static readonly ImmutableArray<Rule> s_rules = [.. RuleDescriptors.ByRule.Keys.OrderBy(rule => rule.Id)];

    public static IEnumerable<TheoryDataRow<string>> Ids => s_rules.Select(rule => new TheoryDataRow<string>(rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_rule_has_the_rules_header_and_the_fixed_sections(string id)
    {
        string file = $"docs/rules/{id}.md";
        string page = Read(file);
        Rule rule = s_rules.Single(rule => rule.Id == id);

        RepositoryFolder.ShouldHold(file, Header(rule) + page[page.IndexOf("\n## ", StringComparison.Ordinal)..]);

        Regex.Matches(page, "^## (.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)
            .ShouldBe(["Cause", "Why", "How to fix", "Violating", "Clean"]);
    }

    [Fact]
    public void The_index_lists_every_rule()
    {
        const string file = "docs/rules/README.md";
        string text = Read(file);
        var table = new StringBuilder("| Id | Rule | Severity | Category |\n|---|---|---|---|\n");
        foreach (Rule rule in s_rules)
        {
            table.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {Severity(rule)} | {rule.Category} |\n");
        }

        int start = text.IndexOf(IndexStart, StringComparison.Ordinal) + IndexStart.Length;
        RepositoryFolder.ShouldHold(file, text[..start] + table + text[text.IndexOf(IndexEnd, StringComparison.Ordinal)..]);
    }

    [Fact]
    public void There_is_no_page_without_a_rule() =>
        Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "docs/rules"), "SMG*.md").Select(Path.GetFileNameWithoutExtension).Order()
            .ShouldBe(s_rules.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_violating_code_of_a_page_breaks_its_rule_and_the_clean_code_breaks_none(string id)
    {
        string[] blocks = [.. Regex.Matches(Read($"docs/rules/{id}.md"), "^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value)];

        blocks.Length.ShouldBe(2);
        (await ReportAsync(id, blocks[0])).Select(diagnostic => diagnostic.Id).Where(found => found.StartsWith("SMG", StringComparison.Ordinal)).Distinct().ShouldBe([id]);
        ImmutableArray<Diagnostic> clean = await ReportAsync(id, blocks[1]);
        clean.ShouldBeEmpty(AnnotatedSource.Describe(clean));
    }

    /// <summary>Roslyn's release tracking cannot see ids that come from tables.</summary>
    [Fact]
    public void The_release_notes_of_the_analyzers_list_every_rule_once()
    {
        const string unshipped = "src/Analyzers/AnalyzerReleases.Unshipped.md";
        string shipped = Read("src/Analyzers/AnalyzerReleases.Shipped.md");
        var table = new StringBuilder("; Unshipped analyzer release\n\n### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n");
        foreach (Rule rule in s_rules.Where(rule => !shipped.Contains("\n" + rule.Id + " ", StringComparison.Ordinal)))
        {
            table.Append($"{rule.Id} | {RuleDescriptors.GetCategory(rule)} | {rule.Severity} | [Documentation]({rule.HelpLink})\n");
        }

        RepositoryFolder.ShouldHold(unshipped, table.ToString());
    }

    private static string Header(Rule rule) => $"""
        # {rule.Id}: {rule.Title}

        Severity: {Severity(rule)} · Category: {RuleDescriptors.GetCategory(rule)} · Found in: {FoundIn(rule)}

        {rule.Description.Replace("<", "\\<", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}

        """;

    private static string Severity(Rule rule) =>
        rule.Severity.ToString().ToLowerInvariant() + (AuthoringRules.All.Contains(rule) ? " (fixed)" : "");

    private static string FoundIn(Rule rule) => RuleCatalogue.All.Contains(rule) ? "C# source and ASL text" : "C# source";

    private static async Task<ImmutableArray<Diagnostic>> ReportAsync(string id, string source)
    {
        Compilation compilation = GeneratorHarness.RunUnchecked(TestCompilation.Create(SourceFiles.Split(source))).Output;
        ImmutableArray<Diagnostic> diagnostics = await AnalyzerHarness.AnalyzeAsync(compilation, new HashSet<string?> { id }, new StateMachineAnalyzer());
        AnalyzerHarness.GeneratorAndAnalyzerShouldAgree(compilation, diagnostics);
        return diagnostics;
    }

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(RepositoryFolder.Path, file)).Replace("\r\n", "\n", StringComparison.Ordinal);
}
