using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace StateMachineGen.Build.Tests;

/// <summary>docs/guide/build.md says what the props, targets and tasks do.</summary>
public sealed class BuildGuideTests
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(TestEnvironment.RepositoryRoot, "docs", "guide", "build.md"));

    [Fact]
    public void The_guide_lists_all_properties_with_their_defaults()
    {
        IEnumerable<string> documented = Regex.Matches(s_guide, @"^\| `(StateMachineGen\w+)` \| (?:`(\w+)` )?\|", RegexOptions.Multiline)
            .Select(row => $"{row.Groups[1]} = {row.Groups[2]}");
        IEnumerable<string> defined = XDocument.Load(BuildFile("StateMachineGen.props")).Descendants()
            .Where(element => element.Name.LocalName.StartsWith("StateMachineGen", System.StringComparison.Ordinal))
            .Select(element => $"{element.Name.LocalName} = {element.Value}");

        documented.ShouldBe(defined);
    }

    [Fact]
    public void The_targets_use_no_public_property_that_has_no_default()
    {
        string[] defined = [.. XDocument.Load(BuildFile("StateMachineGen.props")).Descendants().Select(element => element.Name.LocalName)];

        Regex.Matches(File.ReadAllText(BuildFile("StateMachineGen.targets")), @"\$\((StateMachineGen\w+)\)")
            .Select(match => match.Groups[1].Value).Distinct().Order().ShouldBe(defined.Where(name => name.StartsWith("StateMachineGen", System.StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void The_guide_lists_all_error_codes()
    {
        IEnumerable<string> documented = Regex.Matches(s_guide, @"^\| `(SMGB\d{3})` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value);
        IEnumerable<string> ofTasks = typeof(FaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!);
        IEnumerable<string> ofTargets = Regex.Matches(File.ReadAllText(BuildFile("StateMachineGen.targets")), "Code=\"(\\w+)\"").Select(match => match.Groups[1].Value);

        documented.ShouldBe(ofTasks.Concat(ofTargets).Order());
    }

    private static string BuildFile(string name) => Path.Combine(TestEnvironment.BuildFolder, "build", name);
}
