using System.Collections.Generic;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG2xxx.</summary>
internal static class TransitionCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(AuthoringRules.TargetIsNoState, "targets of all kinds that are no state", """"
            [StartAt, Choice, When<[|int|]>("""{ "Variable": "$.a", "IsNull": true }"""), Default<[|Plain|]>] public partial class A;
            [Task("arn:aws:states:::sns:publish"), Next<[|Machine|]>, Catch<[|List<string>|]>("E")] public partial class B;
            public partial class Plain;
            """"),
        RuleCase.OfMachine(AuthoringRules.TargetIsNoState, "one mistake neither hides others nor has followers", """
            [StartAt, Next<B>] [Task("arn:aws:states:::sns:publish", TimeoutSeconds = {|SMG6001:0|})] [Catch<[|string|]>("X")] public partial class A;
            [Succeed(Name = {|SMG1009:""|})] public partial class B;
            [Pass] public partial class {|SMG2005:C|};
            [Pass, Next<[|int|]>] public partial class D;
            [Parallel, Catch<[|string|]>("Y"), End] public partial class E
            {
                [Branch] public partial class {|SMG2003:F|} { [Pass, Next<H>] public partial class G; [Pass] public partial class {|SMG2005:H|}; }
            }
            """),
        new(AuthoringRules.TargetInOtherScope, "a state of another machine", """
            [StateMachine]
            public partial class One
            {
                [StartAt, Pass, Next<[|Other.End|]>] public partial class A;
            }

            [StateMachine]
            public partial class Other
            {
                [StartAt, Succeed] public partial class End;
            }
            """),
        new(AuthoringRules.TargetInOtherScope, "a state that is in no machine is reported at the transition only", """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), Catch<[|Failed|]>("E"), End] public partial class A
                {
                    [Fail] public partial class {|SMG1004:Inner|};
                }
            }

            [Fail] public partial class Failed;
            """),
        RuleCase.OfMachine(TransitionRules.MissingStartAt, "no start", """
            [Pass, Next<B>] public partial class A;
            [Succeed] public partial class B;
            """).At("Machine"),
        RuleCase.OfMachine(AuthoringRules.SeveralStartAt, "two starts", """
            [StartAt, Pass, Next<B>] public partial class A;
            [[|StartAt|], Succeed] public partial class B;
            """),
        RuleCase.OfMachine(TransitionRules.MissingTransition, "a state with neither Next nor End", """
            [StartAt, Pass] public partial class [|A|];
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(TransitionRules.MissingTransition, "a state with a name of its own", """
            [StartAt, Task("arn:aws:states:::sns:publish", Name = [|"Do it"|]), Catch<B>("E")] public partial class A;
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(AuthoringRules.TargetIsNoState, "the only way out of a cycle", """"
            [StartAt, Choice, When<Done>("""{ "Variable": "$.a", "IsNull": true }"""), Default<Work>] public partial class A;
            [Task("arn:aws:states:::sns:publish"), Next<Look>] public partial class Work;
            [Choice, When<[|int|]>("""{ "Variable": "$.a", "IsNull": true }"""), Default<Work>] public partial class Look;
            [Succeed] public partial class Done;
            """"),
        RuleCase.OfMachine(TransitionRules.NextAndEnd, "a state with both", """
            [StartAt, Pass, Next<B>, [|End|]] public partial class A;
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(TransitionRules.UnreachableState, "a lonely state, a self-loop and a dead pair", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<C>("E"), Next<B>] public partial class A;
            [Succeed] public partial class B;
            [Fail] public partial class C;
            [Succeed] public partial class [|Lonely|];
            [Pass, Next<Self>] public partial class [|Self|];
            [Pass, Next<Pong>] public partial class [|Ping|];
            [Pass, Next<Ping>] public partial class [|Pong|];
            """),
        RuleCase.OfMachine(TransitionRules.UnreachableState, "everything is reached, by every kind of transition", """"
            [StartAt, Choice, When<B>("""{ "Variable": "$.a", "IsNull": true }"""), Default<C>] public partial class A;
            [Task("arn:aws:states:::sns:publish"), Catch<D>("E"), Next<B>] public partial class B;
            [Fail] public partial class C;
            [Succeed] public partial class D;
            """"),
        RuleCase.OfMachine(TransitionRules.NoTerminalState, "a circle", """
            [StartAt, Pass, Next<B>] public partial class A;
            [Pass, Next<A>] public partial class B;
            """).At("Machine"),
        RuleCase.OfMachine(TransitionRules.MissingTarget, "a raw field that names no state", """
            [StartAt, Pass, Field("Next", "[|\"Nowhere\"|]")] public partial class A;
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(TransitionRules.ChoiceWithoutTransition, "a default alone", """
            [StartAt, Choice, Default<B>] public partial class [|A|];
            [Succeed] public partial class B;
            """),
    ];

    /// <summary>Marks the name of the class, which no body can.</summary>
    private static RuleCase At(this RuleCase rule, string name) =>
        rule with { Source = rule.Source.Replace("class " + name, "class [|" + name + "|]", System.StringComparison.Ordinal) };
}
