using System.Collections.Generic;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG1xxx.</summary>
internal static class StructureCases
{
    private const string Start = "[StartAt, Succeed] public partial class A;";

    public static IEnumerable<RuleCase> All =>
    [
        .. FieldCases.All,
        new(AuthoringRules.MachineNotPartial, "a machine that is not partial", """
            [StateMachine]
            public class [|Machine|]
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        new(AuthoringRules.MachineNotPartial, "a class around the machine that is not partial", """
            public static class [|Outer|]
            {
                [StateMachine]
                public partial class Machine
                {
                    [StartAt, Succeed] public partial class A;
                }
            }
            """),
        new(AuthoringRules.MachineNotPartial, "the machine and all around it", """
            public class [|Outer|]
            {
                internal struct [|Middle|]
                {
                    [StateMachine]
                    public class [|Machine|]
                    {
                        [StartAt, Succeed] public partial class A;
                    }
                }
            }
            """),
        RuleCase.OfMachine(AuthoringRules.StateNotPartial, "two states that are not partial", """
            [StartAt, Pass, Next<B>] public class [|A|];
            [Succeed] public sealed class [|B|];
            """),
        RuleCase.OfMachine(AuthoringRules.StateNotPartial, "a class that is not partial does not hide what else is wrong", """
            [StartAt, Pass, End] public class [|A|];
            [Succeed] public partial class {|SMG2008:B|};
            """),
        new(AuthoringRules.WrongKindOfClass, "a generic machine", """
            [StateMachine]
            public partial class [|Machine|]<T>
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        new(AuthoringRules.WrongKindOfClass, "a static machine", """
            [StateMachine]
            public static partial class [|Machine|]
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        RuleCase.OfMachine(AuthoringRules.WrongKindOfClass, "states of the wrong kind", """
            [StartAt, Pass, End] public abstract partial class [|A|];
            [Pass, End] public static partial class [|B|];
            [Succeed] public partial class [|C|]<T>;
            """),
        new(CSharpRules.StateWithoutMachine, "a state at the top level", """
            [Succeed] public partial class [|Lonely|];
            """),
        new(CSharpRules.StateWithoutMachine, "a state in an ordinary class, and one in a state", """
            public partial class Ordinary
            {
                public class Other;
                [Pass, End] public partial class [|Lonely|];
            }

            [StateMachine]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A
                {
                    [Succeed] public partial class [|Inner|];
                }
            }
            """),
        new(CSharpRules.StateWithoutMachine, "a machine that lacks its attribute, said once", """
            public partial class Machine
            {
                [StartAt, Pass, Next<B>] public partial class [|A|];
                [Pass, Next<C>] public partial class B;
                [Succeed] public partial class C;
            }
            """),
        RuleCase.OfMachine(CSharpRules.StateWithoutType, "the first state lacks its type", """
            [StartAt, Next<B>] public partial class [|A|];
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(CSharpRules.StateWithoutType, "the target of a transition lacks its type, which is said at the transition", """
            [StartAt, Pass, Next<{|SMG2001:B|}>] public partial class A;
            [End] public partial class B;
            """),
        RuleCase.OfMachine(CSharpRules.StateWithoutType, "a base class with a policy is no state", """
            [Retry("E")] public abstract class Policy;
            [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Policy;
            """),
        RuleCase.OfMachine(AuthoringRules.SeveralStateTypes, "two types on one class", """
            [StartAt, Pass, [|Wait(1)|], End] public partial class A;
            """),
        RuleCase.OfMachine(AuthoringRules.ReservedMember, "a constant of the generator's", $$"""
            private const string [|__StateMachineDefinition|] = "";
            public static string Get() => __StateMachineDefinition;
            {{Start}}
            """),
        RuleCase.OfMachine(AuthoringRules.ReservedMember, "a property with the name of a hook", """
            [StartAt, Succeed] public partial class A
            {
                public int [|OnEntered|] => 1;
            }
            """),
        RuleCase.OfMachine(AuthoringRules.ReservedMember, "a nested type, and a method with the parameter of the hook that is not its implementation", """
            [StartAt, Pass, Next<B>] public partial class A
            {
                public class [|OnEntered|];
            }

            [Succeed] public partial class B
            {
                private static void [|OnFailed|](StateFailed state) => state.ToString();
            }
            """),
        RuleCase.OfMachine(AuthoringRules.ReservedMember, "overloads of a hook, and a state of its name, are fine", """
            [StartAt, Pass, Next<OnFailed>] public partial class A
            {
                public static int OnEntered() => 1;
                public static int OnEntered(int a) => a;
            }

            [Succeed] public partial class OnFailed;
            """),
        RuleCase.OfMachine(AuthoringRules.ReservedMember, "a Lambda entry point", """
            [StartAt, Task, End] public partial class A : ITask<int, int>
            {
                public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(input);

                public static void [|HandleLambdaAsync|]()
                {
                }
            }
            """),
        RuleCase.OfMachine(AuthoringRules.ReservedMember, "a hook that is implemented as declared is fine", """
            [StartAt, Succeed] public partial class A
            {
                static partial void OnEntered(StateEntered state)
                {
                }
            }
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "a fault inside a raw string, at its very character", """"
            [StartAt, Pass, Result("""
                {
                    "a": [|x|]
                }
                """), End]
            public partial class A;
            """"),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "a fault behind an escape in a regular string", """
            [StartAt, Pass, Result("{ \"a\": [|b|] }"), End] public partial class A;
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "a fault in a constant, at the argument", """
            private const string Json = "[1,";
            [StartAt, Pass, Result([|Json|]), End] public partial class A;
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "a choice rule that is no object", """"
            [StartAt, Choice, When<B>("""[|[]|]""")] public partial class A;
            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "null instead of a text", """
            [StartAt, Choice, When<B>([|null!|])] public partial class A;
            [Pass, Field([|null!|], "1"), Field("Comment", [|null!|]), End] public partial class B;
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "a choice rule that says itself where it leads", """"
            [StartAt, Choice, When<B>("""{ "Variable": "$.a", "IsNull": true, [|"Next"|]: "C" }""")] public partial class A;
            [Pass, Next<C>] public partial class B;
            [Succeed] public partial class C;
            """"),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "the value of a field", """
            [StartAt, Pass, Field("Comment", "[|H|]ello"), End] public partial class A;
            """),
        new(StructureRules.InvalidMachineName, "a name that is written", """
            [StateMachine(Name = [|"Trace Functions"|])]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        new(StructureRules.InvalidMachineName, "an empty name", """
            [StateMachine(Comment = "none", Name = [|""|])]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        new(StructureRules.InvalidMachineName, "a class name that is too long", $$"""
            [StateMachine]
            public partial class [|{{new string('M', 81)}}|]
            {
                {{Start}}
            }
            """),
        RuleCase.OfMachine(StructureRules.InvalidStateName, "an empty name", """
            [StartAt, Succeed(Name = [|""|])] public partial class A;
            """),
        RuleCase.OfMachine(StructureRules.InvalidStateName, "a class name that is too long", $"""
            [StartAt, Succeed] public partial class [|{new string('A', 81)}|];
            """),
        RuleCase.OfMachine(StructureRules.DuplicateStateName, "a name that another class has", """
            [StartAt, Pass, Next<B>] public partial class A;
            [Succeed(Name = [|"A"|])] public partial class B;
            """),
        RuleCase.OfMachine(StructureRules.UnsupportedField, "Catch and Retry on a state that does no work", """
            [StartAt, Pass, [|Catch<B>("E")|], [|Retry("E")|], End] public partial class A;
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(StructureRules.UnsupportedField, "Next and End on states that end or choose", """"
            [StartAt, Choice, When<B>("""{ "Variable": "$.a", "IsNull": true }"""), Default<C>, [|End|]] public partial class A;
            [Succeed, Next<[|C|]>] public partial class B;
            [Fail, [|End|]] public partial class C;
            """"),
        RuleCase.OfMachine(StructureRules.UnsupportedField, "a path on a state of the other query language", """
            [StartAt, Pass(QueryLanguage = QueryLanguage.JSONata, InputPath = [|"$.a"|]), End] public partial class A;
            """),
        RuleCase.OfMachine(StructureRules.UnsupportedField, "a field that ASL does not know", """
            [StartAt, Pass, Field([|"Reslut"|], "1"), End] public partial class A;
            """),
        RuleCase.OfMachine(StructureRules.InvalidStateType, "a type that overrules the attribute", """
            [StartAt, Pass, Field("Type", "[|\"Jump\"|]"), End] public partial class A;
            """),
        new(CSharpRules.SeveralMachineAttributes, "both forms", """
            [StateMachine]
            [[|StateMachine<int, string>|]]
            public partial class Machine
            {
                [StartAt, Succeed] public partial class A;
            }
            """),
        new(CSharpRules.ValueWithoutMeaning, "numbers and members that are none", """
            [StateMachine(Type = [|(MachineType)9|])]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish", QueryLanguage = [|(QueryLanguage)7|]), End]
                [Retry("E", BackoffRate = [|double.NaN|], JitterStrategy = [|(JitterStrategy)5|])]
                [Retry("F", BackoffRate = [|double.PositiveInfinity|])]
                public partial class A;
            }
            """),
        RuleCase.OfMachine(AuthoringRules.BranchNotPartial, "a branch with a state that is not partial either", """
            [StartAt, Parallel, End] public partial class A
            {
                [Branch] public class [|One|] { [StartAt, Succeed] public class {|SMG1002:B|}; }
                [Branch] public static partial class Two { [StartAt, Succeed] public partial class C; }
            }
            """),
        RuleCase.OfMachine(AuthoringRules.WrongKindOfClass, "a generic branch", """
            [StartAt, Parallel, End] public partial class A
            {
                [Branch] public partial class [|One|]<T> { [StartAt, Succeed] public partial class B; }
            }
            """),
        RuleCase.OfMachine(AuthoringRules.NoStateMachine, "bodies and callees that are no machines", """
            [StartAt, Parallel, Branch<[|string|]>, Next<B>] public partial class A;
            [Map, ItemProcessor<[|A|]>, Next<C>] public partial class B;
            [Task, StartExecution<[|List<int>|]>, End] public partial class C;
            """),
        new(AuthoringRules.RecursiveBody, "through another machine", """
            [StateMachine]
            public partial class One
            {
                [StartAt, Map, ItemProcessor<[|Other|]>, End] public partial class A;
            }

            [StateMachine]
            public partial class Other
            {
                [StartAt, Parallel, Branch<[|One|]>, End] public partial class B;
            }
            """),
        new(TransitionRules.MissingStartAt, "of a body, which is said once", """
            [StateMachine] public partial class [|Part|] { [Succeed] public partial class A; }
            [StateMachine] public partial class Whole { [StartAt, Map, ItemProcessor<Part>, Next<C>] public partial class B; [Pass, End] public partial class C; }
            [StateMachine] public partial class Both { [StartAt, Parallel, Branch<Part>, End] public partial class D; }
            """),
        new(AuthoringRules.RecursiveBody, "directly", """
            [StateMachine]
            public partial class One
            {
                [StartAt, Map, ItemProcessor<[|One|]>, End] public partial class A;
            }
            """),
        new(AuthoringRules.RecursiveBody, "a machine that is two bodies is not recursive, and its own mistake is said once", """
            [StateMachine]
            public partial class One
            {
                [StartAt, Succeed] public partial class A;
                [Succeed] public partial class {|SMG2008:B|};
            }

            [StateMachine]
            public partial class Other
            {
                [StartAt, Map, ItemProcessor<One>, Next<D>] public partial class C;
                [Parallel, Branch<{|SMG1010:One|}>, End] public partial class D;
            }
            """),
        RuleCase.OfMachine(AuthoringRules.SeveralProcessors, "own states and those of another machine", """
            [StartAt, Map, ItemProcessor<[|Other|]>, Next<C>] public partial class A
            {
                [StartAt, Succeed] public partial class B;
            }

            [Map, ItemProcessor, [|Iterator|], End] public partial class C
            {
                [StartAt, Succeed] public partial class D;
            }

            [StateMachine] public partial class Other { [StartAt, Succeed] public partial class E; }
            """),
        RuleCase.OfMachine(AuthoringRules.MisplacedBranch, "on a state, in a machine, and on a Pass", """
            [StartAt, Parallel, End] public partial class A
            {
                [[|Branch|], Pass] public partial class B;
                [Branch] public partial class C { [StartAt, Pass, [|Branch<Other>|], End] public partial class D; }
            }

            [[|Branch|]] public partial class E;

            [StateMachine] public partial class Other { [StartAt, Succeed] public partial class F; }
            """),
        RuleCase.OfMachine(AuthoringRules.MisplacedBranch, "on the only branch of a Parallel, and on one of two", """
            [StartAt, Parallel, Next<C>] public partial class A
            {
                [[|Branch|], Pass] public partial class B;
            }

            [Parallel, End] public partial class C
            {
                [Branch] public partial class D { [StartAt, Pass, End] public partial class E; }
                [[|Branch|], Pass] public partial class F;
            }
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidCondition, "what is no condition", """"
            private static double Limit { get; } = 5;
            private static Condition Loop => Variable("$.a") == 1 | Loop;
            private static Condition Getter { get => Variable("$.a") == 1; }
            [StartAt, Choice, [|When<B>|], Default<B>] public partial class A
            {
                [When<B>] private static Condition One => Variable("$.a") > [|Limit|];
                [When<B>] private static Condition Two => Variable("$.a") == [|(string)null!|];
                [When<B>] private static Condition Three => [|Limit > 3 ? Getter : Loop|];
                [When<B>([|"{}"|])] private static Condition Four => Variable("$.a") == 1;
                [When<B>] private static Condition Five => [|Make()|];
                [When<B>] private static Condition Six => Variable("$.a").IsNull == [|(Limit > 1)|];
                [When<B>] private static Condition Seven => Variable("$.a").Matches([|Limit.ToString()|]);
                [When<B>] private static Condition Eight => Variable("$.a") < [|double.NaN|];
                [When<B>] private Condition [|Nine|] => Variable("$.a") == 1;
                private static Condition Make() => null!;
            }

            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(AuthoringRules.InvalidCondition, "properties that are used and cannot be read", """
            private static Condition [|Loop|] => Variable("$.a") == 1 | Loop;
            private static Condition [|Getter|] { get => Variable("$.a") == 1; }
            [StartAt, Choice, Default<B>] public partial class A
            {
                [When<B>] private static Condition One => Loop | Variable("$.b").IsNull;
                [When<B>] private static Condition Two => !Getter;
            }

            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidCondition, "a condition that the compiler refuses is not refused twice", """
            [StartAt, Choice, Default<B>] public partial class A
            {
                [When<B>] private static Condition One => {|CS0019:Variable("$.a") > true|};
                [When<B>] private static Condition Two => {|CS0103:Unknown|};
            }

            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(AuthoringRules.InvalidJson, "the rule of a condition", """"
            [StartAt, Choice, Default<B>] public partial class A
            {
                [When<B>] private static Condition One => Rule("""{ "Variable": [|x|] }""") & Rule("[|1|]");
            }

            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(AuthoringRules.SaidTwice, "a resource and a payload", """"
            [StartAt, Task([|"arn:aws:states:::sns:publish"|]), StartExecution<Other>, [|Parameters("{}")|], End] public partial class A;
            [StateMachine] public partial class Other { [StartAt, Succeed] public partial class B; }
            """"),
        RuleCase.OfMachine(StructureRules.JsonPathInJsonata, "states of their own, and those of a body", """
            [StartAt, Map, ItemProcessor<Paths>, Next<B>] public partial class A;
            [Pass, Next<J>] public partial class B;
            [Map, ItemProcessor<{|SMG1010:Paths|}>, End] public partial class J;
            [StateMachine] public partial class Paths { [StartAt, Pass, Next<D>] public partial class C; [Succeed] public partial class D; }
            [StateMachine(QueryLanguage = QueryLanguage.JSONata)] public partial class Expressions
            {
                [StartAt, Pass(QueryLanguage = [|QueryLanguage.JSONPath|]), Next<F>] public partial class E;
                [Map, ItemProcessor<[|Paths|]>, End] public partial class F;
            }
            """),
        RuleCase.OfMachine(StructureRules.UnsupportedField, "a comparison in a JSONata Choice is one mistake", """
            [StartAt, Choice(QueryLanguage = QueryLanguage.JSONata), Default<B>] public partial class A
            {
                [When<B>] private static Condition One => Variable([|"$.a"|]) > 5;
            }

            [Succeed] public partial class B;
            """),
        new(CSharpRules.MisplacedAttribute, "attributes of states and Maps elsewhere", """
            [StateMachine, [|Parameters("{}")|], [|Retry("E")|], [|Task("arn:aws:states:::sns:publish")|], Field("Comment", "\"c\"")]
            public partial class Machine
            {
                [[|When<A>|]] private static Condition One => Variable("$.a").IsNull;

                [StartAt, Pass, [|ItemProcessor(Mode = ProcessorMode.Inline)|], Next<B>] public partial class A;
                [Task("arn:aws:states:::sns:publish"), [|Iterator|], Next<C>] public partial class B { [[|When<A>|]] private static Condition Two => Variable("$.a").IsNull; }
                [Pass, [|StartExecution<Machine>|], Next<D>] public partial class C;
                [Parallel, End] public partial class D
                {
                    [Branch, [|Parameters("{}")|], [|Catch<A>("E")|]] public partial class F { [StartAt, Pass, End] public partial class G; }
                }
            }

            public static class Elsewhere
            {
                [[|When<Machine>|]] public static Condition One => Variable("$.a").IsNull;
            }
            """),
        new(CSharpRules.FieldTwice, "on a state and on the machine", """
            [StateMachine, Field([|"Comment"|], "\"a\""), Field("Comment", "\"b\"")]
            public partial class Machine
            {
                [StartAt, Pass, Field("Comment", "\"a\""), Field([|"Result"|], "1"), Field("Result", "2"), End] public partial class A;
            }
            """),
        new(CSharpRules.ValueWithoutMeaning, "what is neither a number nor an expression", """
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = [|typeof(string)|], HeartbeatSeconds = [|true|]), Next<B>] public partial class A;
                [Map(MaxConcurrency = [|MachineType.Express|], ToleratedFailureCount = [|new[] { 1 }|], ToleratedFailurePercentage = 2.5f), Next<C>]
                [ItemBatcher(MaxItemsPerBatch = [|'c'|], MaxInputBytesPerBatch = 100), ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard)]
                public partial class B { [StartAt, Pass, End] public partial class D; }
                [Task, StartExecution<Machine>([|(IntegrationPattern)8|]), End] public partial class C;
            }
            """),
        RuleCase.OfMachine(CSharpRules.SharedFunction, "one class name in two branches, and letters that no substitution has", """
            [StartAt, Parallel, Next<Ä>] public partial class A
            {
                [Branch] public partial class One { [StartAt, Task, End] public partial class Work : Worker; }
                [Branch] public partial class Two { [StartAt, Task(Name = "other"), End] public partial class [|Work|] : Worker; }
            }

            [Task, Next<Ö>] public partial class Ä : Worker;
            [Task, Next<Ü>] public partial class [|Ö|] : Worker;
            [Task("arn:aws:states:::sns:publish"), Next<B>] public partial class Ü : Worker;
            [Map, ItemProcessor<[|Other|]>, End] public partial class B;
            [StateMachine] public partial class Other { [StartAt, Task(Name = "third"), End] public partial class Work : Worker; }
            public abstract class Worker : ITask<int, int>
            {
                public Task<int> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(input);
            }
            """),
        new(StructureRules.NoStates, "a machine without states", """
            [StateMachine]
            public partial class [|Machine|];
            """),
        new(StructureRules.NoStates, "a machine that is fine", $$"""
            namespace Some.Where
            {
                [StateMachine<int, string>(Name = "Fine-1", Comment = "c", TimeoutSeconds = 5, Version = "1.0")]
                internal partial class Machine
                {
                    {{Start}}
                }
            }
            """),
    ];
}
