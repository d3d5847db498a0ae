using System.Collections.Generic;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG2019 to SMG2023: what the rules of a Choice say together.</summary>
internal static class ChoiceCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(ChoiceAnalysisRules.DeadChoiceRule, "a smaller range after a greater one", """
            [StartAt, Choice, Default<Small>]
            public partial class Route
            {
                [When<Large>] private static Condition IsLarge => Variable("$.total") >= 100;
                [[|When<Huge>|]] private static Condition IsHuge => Variable("$.total") >= 1000;
            }

            [Succeed] public partial class Small;
            [Succeed] public partial class Large;
            [Succeed] public partial class Huge;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.DeadChoiceRule, "the same, mended", """
            [StartAt, Choice, Default<Small>]
            public partial class Route
            {
                [When<Huge>] private static Condition IsHuge => Variable("$.total") >= 1000;
                [When<Large>] private static Condition IsLarge => Variable("$.total") >= 100;
            }

            [Succeed] public partial class Small;
            [Succeed] public partial class Large;
            [Succeed] public partial class Huge;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.ImpossibleCondition, "a value of two types", """
            [StartAt, Choice, Default<Small>]
            public partial class Route
            {
                [[|When<Large>|]] private static Condition IsLarge => Variable("$.total") > 1000 & Variable("$.total") < 100;
            }

            [Succeed] public partial class Small;
            [Succeed] public partial class Large;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.ImpossibleCondition, "the same, mended", """
            [StartAt, Choice, Default<Small>]
            public partial class Route
            {
                [When<Large>] private static Condition IsLarge => Variable("$.total") > 100 & Variable("$.total") < 1000;
            }

            [Succeed] public partial class Small;
            [Succeed] public partial class Large;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.ConstantCondition, "an Or of opposites", """
            [StartAt, Choice, Default<Never>]
            public partial class Route
            {
                [[|When<Always>|]] private static Condition Any => Variable("$.id").IsPresent | !Variable("$.id").IsPresent;
            }

            [Succeed] public partial class Always;
            [Succeed] public partial class Never;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.ConstantCondition, "the same, mended", """
            [StartAt, Choice, Default<Otherwise>]
            public partial class Route
            {
                [When<Known>] private static Condition IsKnown => Variable("$.id").IsPresent;
            }

            [Succeed] public partial class Known;
            [Succeed] public partial class Otherwise;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.ChoiceWithoutDefault, "two of many strings", """
            [StartAt, Choice]
            public partial class [|Route|]
            {
                [When<Open>] private static Condition IsOpen => Variable("$.status") == "open";
                [When<Closed>] private static Condition IsClosed => Variable("$.status") == "closed";
            }

            [Succeed] public partial class Open;
            [Succeed] public partial class Closed;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.ChoiceWithoutDefault, "the same, mended", """
            [StartAt, Choice, Default<Unexpected>]
            public partial class Route
            {
                [When<Open>] private static Condition IsOpen => Variable("$.status") == "open";
                [When<Closed>] private static Condition IsClosed => Variable("$.status") == "closed";
            }

            [Succeed] public partial class Open;
            [Succeed] public partial class Closed;
            [Fail(Error = "UnexpectedStatus")] public partial class Unexpected;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.UnguardedComparison, "a guard that comes too late", """
            [StartAt, Choice, Default<Other>]
            public partial class Route
            {
                [When<Gold>] private static Condition IsGold => Variable([|"$.tier"|]) == "gold" & Variable("$.tier").IsPresent;
            }

            [Succeed] public partial class Gold;
            [Succeed] public partial class Other;
            """),
        RuleCase.OfMachine(ChoiceAnalysisRules.UnguardedComparison, "the same, mended", """
            [StartAt, Choice, Default<Other>]
            public partial class Route
            {
                [When<Gold>] private static Condition IsGold => Variable("$.tier").IsPresent & Variable("$.tier") == "gold";
            }

            [Succeed] public partial class Gold;
            [Succeed] public partial class Other;
            """),
    ];
}
