using System.Collections.Generic;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG2014 to SMG2018: cycles, and states that lead nowhere new.</summary>
internal static class FlowCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(FlowRules.NestedWithoutTerminal, "a branch that is a circle", """
            [StartAt, Parallel, End]
            public partial class Both
            {
                [Branch]
                public partial class [|Left|]
                {
                    [StartAt, Wait(5), Next<Look>] public partial class Rest;
                    [Task("arn:aws:states:::sns:publish"), Next<Rest>] public partial class Look;
                }

                [Branch]
                public partial class Right
                {
                    [StartAt, Succeed] public partial class Done;
                }
            }
            """),
        RuleCase.OfMachine(FlowRules.NestedWithoutTerminal, "the same, mended", """
            [StartAt, Parallel, End]
            public partial class Both
            {
                [Branch]
                public partial class Left
                {
                    [StartAt, Wait(5), Next<Look>] public partial class Rest;
                    [Task("arn:aws:states:::sns:publish"), End] public partial class Look;
                }

                [Branch]
                public partial class Right
                {
                    [StartAt, Succeed] public partial class Done;
                }
            }
            """),
        RuleCase.OfMachine(FlowRules.EndlessCycle, "two states that only lead to each other", """
            [StartAt, Choice, Default<Work>]
            public partial class Route
            {
                [When<Done>] private static Condition IsDone => Variable("$.done") == true;
            }

            [Task("arn:aws:states:::sns:publish"), Next<Rest>] public partial class [|Work|];
            [Wait(5), Next<Work>] public partial class Rest;
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(FlowRules.EndlessCycle, "the same, mended", """
            [StartAt, Choice, Default<Work>]
            public partial class Route
            {
                [When<Done>] private static Condition IsDone => Variable("$.done") == true;
            }

            [Task("arn:aws:states:::sns:publish"), Next<Rest>] public partial class Work;
            [Wait(5), Next<Route>] public partial class Rest;
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(FlowRules.CycleWithoutProgress, "a decision that comes out the same way each time", """
            [StartAt, Choice, Default<Done>]
            public partial class [|Route|]
            {
                [When<Again>] private static Condition IsOpen => Variable("$.open") == true;
            }

            [Pass, Next<Route>] public partial class Again;
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(FlowRules.CycleWithoutProgress, "the same, mended", """
            [StartAt, Choice, Default<Done>]
            public partial class Route
            {
                [When<Again>] private static Condition IsOpen => Variable("$.open") == true;
            }

            [Task("arn:aws:states:::dynamodb:getItem"), Next<Route>] public partial class Again;
            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(FlowRules.CatchIntoItself, "a Catch that leads back", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<[|Publish|]>("Busy"), End] public partial class Publish;
            """),
        RuleCase.OfMachine(FlowRules.CatchIntoItself, "the same, mended", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("Busy", MaxAttempts = 5), End] public partial class Publish;
            """),
        RuleCase.OfMachine(FlowRules.ChoiceWithoutAlternative, "one way for all", """
            [StartAt, Choice, Default<Done>]
            public partial class [|Route|]
            {
                [When<Done>] private static Condition IsOpen => Variable("$.open") == true;
            }

            [Succeed] public partial class Done;
            """),
        RuleCase.OfMachine(FlowRules.ChoiceWithoutAlternative, "the same, mended", """
            [StartAt, Choice, Default<Done>]
            public partial class Route
            {
                [When<Broken>] private static Condition IsOpen => Variable("$.open") == true;
            }

            [Succeed] public partial class Done;
            [Fail] public partial class Broken;
            """),
    ];
}
