using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Conformance.Tests;

/// <summary>The rules of the language, judged by definitions that AWS took or refused.</summary>
public class RuleTests
{
    /// <summary>The rules of the table that are built, by its numbers, and what finds their breach.</summary>
    private static readonly Dictionary<int, string> s_built = new()
    {
        [3] = "SMG6030", [45] = "SMG2014", [97] = "SMG5010", [98] = "SMG5011", [99] = "SMG5012", [100] = "SMG5013", [110] = "SMG5016",
        [144] = "SMG3029", [183] = "SMG5014", [190] = "SMG3028",
        [5] = "SMG2003", [6] = "SMG1015", [7] = "SMG1015", [8] = "SMG2010", [9] = "SMG1013", [10] = "SMG1013", [12] = "SMG6001", [13] = "SMG6001", [14] = "SMG6001",
        [17] = "SMG1022", [18] = "SMG1013", [19] = "SMG1013", [21] = "SMG1014",
        [22] = "SMG1009", [23] = "SMG1009", [24] = "SMG1010",
        [30] = "SMG2006", [31] = "SMG2005", [32] = "SMG1013", [33] = "SMG1013", [34] = "SMG2005", [35] = "SMG2010", [36] = "SMG2010", [37] = "SMG2010", [38] = "SMG2010",
        [39] = "SMG2010", [40] = "SMG2010", [41] = "SMG2010", [42] = "SMG2008", [43] = "SMG2008", [44] = "SMG2009",
        [47] = "SMG1013", [48] = "SMG1013", [49] = "SMG1013", [50] = "SMG1013", [51] = "SMG1013", [52] = "SMG1013", [53] = "SMG1013",
        [28] = "SMG4030", [29] = "SMG4030", [93] = "SMG4031", [94] = "SMG4032",
        [54] = "SMG4021", [55] = "SMG4022", [57] = "SMG4010", [58] = "SMG4011", [59] = "SMG4011", [60] = "SMG4012", [61] = "SMG4012", [62] = "SMG4011", [63] = "SMG4012",
        [64] = "SMG4013", [65] = "SMG4013", [66] = "SMG4013", [67] = "SMG4013", [68] = "SMG4013", [69] = "SMG4013", [70] = "SMG4013", [71] = "SMG4014", [72] = "SMG4014",
        [73] = "SMG4013", [74] = "SMG4013", [75] = "SMG4013", [76] = "SMG4016", [77] = "SMG4016", [79] = "SMG4019", [80] = "SMG4013", [81] = "SMG4020", [82] = "SMG4019",
        [83] = "SMG4023", [84] = "SMG4024", [85] = "SMG4025", [86] = "SMG4026", [87] = "SMG4027", [88] = "SMG4027", [89] = "SMG4027", [95] = "SMG4028",
        [123] = "SMG4010", [124] = "SMG4010", [125] = "SMG4018", [142] = "SMG4015", [203] = "SMG4011",
        [96] = "SMG5001", [103] = "SMG6001", [104] = "SMG6001", [105] = "SMG6001", [106] = "SMG6001", [112] = "SMG1013", [114] = "SMG2012", [128] = "SMG1013", [129] = "SMG1013", [131] = "SMG1013", [174] = "SMG1013",
        [135] = "SMG6001", [136] = "SMG6001", [137] = "SMG6001",
        [184] = "SMG1013", [185] = "SMG3001", [186] = "SMG3001", [187] = "SMG3001", [188] = "SMG3002", [189] = "SMG3003",
        [191] = "SMG6001", [193] = "SMG6001", [194] = "SMG6001", [196] = "SMG6001", [197] = "SMG6001", [201] = "SMG3007",
        [4] = "SMG1042", [25] = "SMG1039", [26] = "SMG1040", [107] = "SMG6010", [162] = "SMG1041", [163] = "SMG1043", [171] = "SMG6011", [175] = "SMG1045",
        [179] = "SMG6011", [180] = "SMG1044", [181] = "SMG1044",
        [11] = "SMG1032", [15] = "SMG1031", [16] = "SMG1032", [78] = "SMG1037", [90] = "SMG1031", [91] = "SMG1031", [92] = "SMG1031",
        [101] = "SMG1033", [102] = "SMG1033", [108] = "SMG1030", [109] = "SMG1031", [113] = "SMG2012", [115] = "SMG2012", [116] = "SMG1034", [117] = "SMG1034", [118] = "SMG1034",
        [119] = "SMG1030", [120] = "SMG1031", [121] = "SMG1036", [122] = "SMG1036", [126] = "SMG1035", [127] = "SMG1031", [130] = "SMG1034", [132] = "SMG1038",
        [133] = "SMG1030", [134] = "SMG1033", [138] = "SMG1036", [139] = "SMG1036", [140] = "SMG1033", [141] = "SMG1033", [145] = "SMG1030", [146] = "SMG1035",
        [148] = "SMG1030", [149] = "SMG1033", [150] = "SMG1033", [151] = "SMG1013", [152] = "SMG6001", [153] = "SMG6001", [154] = "SMG1033", [155] = "SMG6001",
        [156] = "SMG1033", [157] = "SMG6001", [158] = "SMG1033", [159] = "SMG1032", [160] = "SMG1030", [161] = "SMG1032", [164] = "SMG1030", [165] = "SMG1032",
        [166] = "SMG1032", [167] = "SMG1032", [168] = "SMG1030", [169] = "SMG1030", [170] = "SMG6001", [172] = "SMG6001", [173] = "SMG1033", [176] = "SMG1030",
        [177] = "SMG1033", [178] = "SMG6001", [192] = "SMG6001", [195] = "SMG6001", [198] = "SMG1032", [199] = "SMG1013", [200] = "SMG1013", [202] = "SMG1031",
    };

    /// <summary>The faults that the table has no number for, by the names that the cases give them.</summary>
    private static readonly Dictionary<string, string> s_unnumbered = new()
    {
        ["N1"] = "SMG3020", ["N3"] = "SMG3020", ["N4"] = "SMG3026", ["N5"] = "SMG3022", ["N15"] = "SMG3030", ["N18"] = "SMG2017", ["N20"] = "SMG5017", ["N22"] = "SMG5018",
        ["N25"] = "SMG6036", ["N27"] = "SMG2022", ["N28"] = "SMG2019", ["N31"] = "SMG2023", ["N36"] = "SMG2015", ["N37"] = "SMG2016", ["N66"] = "SMG5015",
    };

    [Fact]
    public void No_published_definition_and_none_that_AWS_took_is_called_wrong()
    {
        int published = 0;
        foreach (JsonElement @case in Corpus.Read("realworld.jsonl"))
        {
            CheckErrors(@case).ShouldBeEmpty(Id(@case));
            published++;
        }

        int recorded = 0;
        foreach (JsonElement @case in Corpus.Read("validate.jsonl"))
        {
            if (@case.GetProperty("valid").GetBoolean() && @case.GetProperty("trust").GetString() == "aws-recorded")
            {
                CheckErrors(@case).ShouldBeEmpty(Id(@case));
                recorded++;
            }
        }

        published.ShouldBe(154);
        recorded.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Nothing_is_found_in_the_good_definitions_of_the_rule_table()
    {
        foreach (JsonElement @case in Corpus.Read("rules.jsonl").Where(@case => @case.GetProperty("kind").GetString() == "good"))
        {
            // One of them shows that HeartbeatSecondsPath may stand on any task, and has it where nobody sends heartbeats; another one reads a
            // variable that it leaves to the reader to assign.
            Check(@case).Where(finding => finding.Rule != IntegrationRules.HeartbeatOfRequest && finding.Rule != VariableRules.UnknownVariable).ShouldBeEmpty(Id(@case));
        }
    }

    [Fact]
    public void The_faults_of_the_rule_table_that_are_built_are_found_and_nothing_in_their_wake()
    {
        int found = 0;
        foreach (JsonElement @case in Corpus.Read("rules.jsonl").Where(@case => @case.GetProperty("kind").GetString() == "fault"))
        {
            string[] expected = [.. @case.GetProperty("rules").EnumerateArray()
                .Select(rule => FindRule(rule.GetProperty("rule")))
                .OfType<string>()
                .Distinct()];
            if (expected.Length > 0)
            {
                Check(@case)
                    .Where(finding => finding.Rule.Severity == RuleSeverity.Error || expected.Contains(finding.Rule.Id))
                    .Select(finding => finding.Rule.Id)
                    .Distinct()
                    .ShouldBe(expected, Id(@case));
                found++;
            }
        }

        found.ShouldBeGreaterThan(60);
    }

    private static string? FindRule(JsonElement number) => number.ValueKind == JsonValueKind.Number
        ? s_built.GetValueOrDefault(number.GetInt32())
        : s_unnumbered.GetValueOrDefault(number.GetString()!);

    private static string Id(JsonElement @case) => @case.GetProperty("id").GetString()!;

    /// <summary>What AWS refuses. Definitions that it takes can still be doubtful.</summary>
    private static IEnumerable<Finding> CheckErrors(JsonElement @case) => CheckAll(@case).Where(finding => finding.Rule.Severity == RuleSeverity.Error);

    /// <summary>Everything but advice.</summary>
    private static IEnumerable<Finding> Check(JsonElement @case) => CheckAll(@case).Where(finding => finding.Rule.Severity != RuleSeverity.Info);

    private static ImmutableArray<Finding> CheckAll(JsonElement @case)
    {
        string text = @case.TryGetProperty("text", out JsonElement raw) ? raw.GetString()!
            : @case.GetProperty("definition") is { ValueKind: JsonValueKind.String } written ? written.GetString()!
            : @case.GetProperty("definition").GetRawText();
        DefinitionReadResult result = Definition.Read(text);
        result.Error.ShouldBeNull(Id(@case));
        StateMachineType machineType = @case.TryGetProperty("type", out JsonElement type) && type.GetString() == "EXPRESS" ? StateMachineType.Express : StateMachineType.Standard;
        return DefinitionChecker.Check(result.Machine!, new CreationTarget(Type: machineType));
    }
}
