using System.Collections.Generic;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>What AWS takes and nobody means, by rules of several ranges.</summary>
internal static class SmellCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(ChoiceAnalysisRules.PatternWithoutWildcard, "a pattern for one text", """
            [StartAt, Choice, Default<Other>]
            public partial class Route
            {
                [When<Report>] private static Condition IsReport => Variable("$.file").Matches([|"report?.csv"|]);
            }

            [Succeed] public partial class Report;
            [Succeed] public partial class Other;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.PatternWithoutWildcard, "the same, mended", """
            [StartAt, Choice, Default<Other>]
            public partial class Route
            {
                [When<Report>] private static Condition IsReport => Variable("$.file").Matches("report*.csv");
            }

            [Succeed] public partial class Report;
            [Succeed] public partial class Other;
            """),
        RuleCase.OfMachine(StructureRules.InvisibleInStateName, "a blank at the end", """
            [StartAt, Pass(Name = [|"Pay "|]), Next<Done>] public partial class Pay;
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(StructureRules.InvisibleInStateName, "the same, mended", """
            [StartAt, Pass(Name = "Pay"), Next<Done>] public partial class Pay;
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(StructureRules.StateNamesDifferInCase, "names that differ in case", """
            [StartAt, Pass, Next<PayOut>] public partial class Payout;
            [Succeed] public partial class [|PayOut|];
            """),
        RuleCase.OfMachine(StructureRules.StateNamesDifferInCase, "the same, mended", """
            [StartAt, Pass, Next<Paid>] public partial class Payout;
            [Succeed] public partial class Paid;
            """),
        RuleCase.OfMachine(NumberRules.PastTimestamp, "a time before Step Functions", """
            [StartAt, Wait(Timestamp = [|"2016-03-14T01:59:00Z"|]), End] public partial class Pause;
            """),
        RuleCase.OfMachine(NumberRules.PastTimestamp, "the same, mended", """
            [StartAt, Wait(TimestampPath = "$.due"), End] public partial class Pause;
            """),
        new(AdviceRules.NameWithoutMetrics, "an umlaut", """
            [StateMachine(Name = [|"Prüfung"|])]
            public partial class Check
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        new(AdviceRules.NameWithoutMetrics, "the same, mended", """
            [StateMachine(Name = "Check")]
            public partial class Check
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class Publish;
            }
            """),
        RuleCase.OfMachine(PathRules.NameNeedsBrackets, "a hyphen in a call", """"
            [StartAt, Pass, End]
            [Parameters("""{ "title.$": "States.Format('New: {}', $.[|detail-type|])" }""")]
            public partial class Describe;
            """"),
        RuleCase.OfMachine(PathRules.NameNeedsBrackets, "the same, mended", """"
            [StartAt, Pass, End]
            [Parameters("""{ "title.$": "States.Format('New: {}', $['detail-type'])" }""")]
            public partial class Describe;
            """"),
    ];
}
