using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using StateMachineGen.Harness;

namespace StateMachineGen.CodeFixes.Tests;

/// <summary>Holds the pages of the rules against the fixes: a page names a fix exactly when there is one, and the fix mends the page's own example.</summary>
public class RulePageTests
{
    private static readonly ImmutableArray<CodeFixProvider> s_providers =
    [
        .. typeof(MachineCodeFixProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(MachineCodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>What is to be mended of rules that can be broken in several ways, and whose page shows one that only its author can mend.</summary>
    private static readonly Dictionary<string, string> s_examples = new()
    {
        ["SMG1013"] = """[StateMachine] public partial class Machine { [StartAt, Pass, Field("Asign", "{ }"), End] public partial class A; }""",
        ["SMG1032"] = """[StateMachine] public partial class Machine { [StartAt, Pass, Field("QueryLanguage", "\"JSONATA\""), End] public partial class A; }""",
        ["SMG1034"] = """"
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Choice, Default<Done>]
                public partial class Route
                {
                    [When<Done>] private static Condition Large => Rule("""{ "Variable": "$.total", "NumericGreaterThen": 5 }""");
                }

                [Succeed] public partial class Done;
            }
            """",
        ["SMG3022"] = Catching("\"States.Runtime\", \"Refused\""),
        ["SMG3024"] = Catching("Errors.Timeout, \"Refused\""),
        ["SMG4015"] = """[StateMachine] public partial class Machine { [StartAt, Fail(ErrorPath = "States.Formatt('{}', $.x)")] public partial class A; }""",
        ["SMG4020"] = """[StateMachine] public partial class Machine { [StartAt, Pass, Result("{ \"id.$\": \"$.id\", \"at.$\": \"$$.State.EnteredTime\" }"), End] public partial class A; }""",
        ["SMG5012"] = """[StateMachine] public partial class Machine { [StartAt, Task("arn:aws:states:::glue:startJobRun.synk"), End] public partial class A; }""",
    };

    public static IEnumerable<TheoryDataRow<string>> FixedIds => s_providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct().Order().Select(id => new TheoryDataRow<string>(id));

    [Fact]
    public void A_page_names_a_fix_exactly_when_there_is_one() =>
        Directory.GetFiles(Folder, "SMG*.md")
            .Where(file => Section(File.ReadAllText(file), "How to fix").Contains("ode fix", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order()
            .ShouldBe(FixedIds.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(FixedIds))]
    public async Task The_fix_of_a_rule_mends_an_example(string id) =>
        await CodeFixHarness.EveryFixShouldMendAsync(
            s_providers.Single(provider => provider.FixableDiagnosticIds.Contains(id)),
            id,
            s_examples.TryGetValue(id, out string? example) ? example : Regex.Match(Section(Read(id), "Violating"), "^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value);

    private static string Catching(string errors) => $$"""
        [StateMachine]
        public partial class Machine
        {
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<Failed>({{errors}}), End] public partial class Publish;
            [Fail] public partial class Failed;
        }
        """;

    private static string Folder => Path.Combine(
        typeof(RulePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!, "docs/rules");

    private static string Read(string id) => File.ReadAllText(Path.Combine(Folder, id + ".md")).Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Section(string page, string title) =>
        Regex.Match(page, $"^## {title}\r?\n(.*?)(?=^## |\\z)", RegexOptions.Multiline | RegexOptions.Singleline).Groups[1].Value;
}
