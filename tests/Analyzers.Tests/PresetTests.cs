using System.IO;
using System.Linq;
using System.Text;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>Keeps the presets of severities, global analyzer configs in the package, in step with the rules.</summary>
public class PresetTests
{
    private const string Folder = "src/Build/build/analysis";

    [Theory]
    [InlineData("minimum", "what AWS refuses or what would be lost without a word", "error", "none", "none")]
    [InlineData("recommended", "each rule with its own severity", "error", "warning", "suggestion")]
    [InlineData("all", "each rule, advice as a warning", "error", "warning", "warning")]
    public void A_preset_lists_every_rule_that_can_be_configured(string name, string what, string error, string warning, string info)
    {
        var text = new StringBuilder($"""
            # StateMachineGenAnalysisMode = {name}: {what}.
            is_global = true
            # Above the defaults of the SDK, below every file of yours.
            global_level = -10


            """);
        foreach (Rule rule in RuleDescriptors.ByRule.Keys.Where(rule => !AuthoringRules.All.Contains(rule)).OrderBy(rule => rule.Id))
        {
            string severity = rule.Severity switch { RuleSeverity.Error => error, RuleSeverity.Warning => warning, _ => info };
            text.Append($"# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {severity}\n");
        }

        RepositoryFolder.ShouldHold($"{Folder}/{name}.globalconfig", text.ToString());
    }

    [Fact]
    public void There_are_three_presets() =>
        Directory.GetFiles(Path.Combine(RepositoryFolder.Path, Folder)).Select(Path.GetFileName).Order().ShouldBe(["all.globalconfig", "minimum.globalconfig", "recommended.globalconfig"]);
}
