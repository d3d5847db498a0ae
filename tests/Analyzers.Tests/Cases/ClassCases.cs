using System.Collections.Generic;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG107x: what only C# can get wrong.</summary>
internal static class ClassCases
{
    private const string Handler = "public Task<string> ExecuteAsync(int input, CancellationToken cancellationToken) => Task.FromResult(\"\");";

    public static IEnumerable<RuleCase> All =>
    [
        new(CSharpRules.EntriesInSeveralFiles, "entries of a state in two files", """
            // file A.cs
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E"), Retry("F"), Catch<B>("E"), End] public partial class A;
                [Succeed] public partial class B;
            }
            // file B.cs
            public partial class Machine
            {
                [[|Retry("G")|], Retry("H")] public partial class A;
            }
            // file C.cs
            public partial class Machine
            {
                [Retry("I")] public partial class A;
            }
            """),
        new(CSharpRules.EntriesInSeveralFiles, "rules and branches in two files", """
            // file A.cs
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Choice, When<B>(@"{ ""Variable"": ""$.a"", ""IsNull"": true }"), Default<P>] public partial class A;
                [Succeed] public partial class B;
                [Parallel, Next<A>] public partial class P { [Branch] public partial class One { [StartAt, Pass, End] public partial class X; } }
            }
            // file B.cs
            public partial class Machine
            {
                public partial class A { [[|When<B>|]] private static Condition Other => Variable("$.b").IsNull; }
                public partial class P { [[|Branch|]] public partial class Two { [StartAt, Pass, End] public partial class Y; } }
            }
            """),
        new(CSharpRules.EntriesInSeveralFiles, "entries in two declarations of one file, and each kind in a file of its own", """
            // file A.cs
            [StateMachine]
            public partial class Machine
            {
                [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E"), End] public partial class A;
                [Retry("F")] public partial class A;
                [Succeed] public partial class B;
            }
            // file B.cs
            public partial class Machine
            {
                [Catch<B>("E")] public partial class A;
            }
            """),
        new(CSharpRules.MachineNameTwice, "names that are the same, or differ in case", """
            namespace One { [StateMachine] public partial class Order { [StartAt, Succeed] public partial class A; } }
            namespace Two { [StateMachine] public partial class [|Order|] { [StartAt, Succeed] public partial class A; } }
            [StateMachine(Name = [|"ORDER"|])] public partial class Other { [StartAt, Succeed] public partial class A; }
            [StateMachine(Name = "Orders")] public partial class Third { [StartAt, Succeed] public partial class A; }
            """),
        new(CSharpRules.MachineNameTwice, "names of machines whose attribute has another name", """
            // file A.cs
            global using EverywhereAttribute = StateMachineGen.StateMachineAttribute;
            using Here = StateMachineGen.StateMachineAttribute;
            namespace One { [Here] public partial class Order { [StartAt, Succeed] public partial class A; } }
            // file B.cs
            namespace Two { [Everywhere] public partial class [|Order|] { [StartAt, Succeed] public partial class A; } }
            """),
        RuleCase.OfMachine(CSharpRules.AbstractException, "an abstract type without derived ones", """
            public abstract class Rejected : Exception;
            public abstract class Declined : Exception;
            public sealed class Expired : Declined;
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E", [|typeof(Rejected)|]), Catch<B>(typeof(Declined), typeof(TimeoutException)), End] public partial class A;
            [Succeed] public partial class B;
            """),
        RuleCase.OfMachine(CSharpRules.BaseOfAllExceptions, "what every exception derives from", """
            [Retry([|typeof(SystemException)|])] public abstract class Patient;
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<C>([|typeof(Exception)|]), Next<B>] public partial class A : Patient;
            [Task("arn:aws:states:::sns:publish"), Catch<C>(typeof(ArgumentException)), Next<C>] public partial class B : Patient;
            [Succeed] public partial class C;
            """),
        new(CSharpRules.BaseOfAllExceptions, "in a base class that two machines share", """
            [Retry([|typeof(SystemException)|])] public abstract class Patient;

            [StateMachine] public partial class One { [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Patient; }
            [StateMachine] public partial class Two { [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Patient; }
            """),
        RuleCase.OfMachine(CSharpRules.UnusedPolicy, "a base class of nobody", """
            [Retry("E")] public abstract class [|Patient|];
            [Retry("E")] public abstract class Firm;
            public abstract class Firmer : Firm;
            [Catch<B>("E")] public class [|Careful|];
            [StartAt, Task("arn:aws:states:::sns:publish"), Catch<B>("F"), End] public partial class A : Firmer;
            [Succeed] public partial class B;
            """),
        new(CSharpRules.UnusedPolicy, "a base class for the states of another machine", """
            [StateMachine] public partial class Machine
            {
                [Retry("E")] public abstract class Patient;
                [StartAt, Succeed] public partial class A;
            }
            [StateMachine] public partial class Other { [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Machine.Patient; }
            """),
        RuleCase.OfMachine(CSharpRules.EntriesOfBaseState, "a state that derives from a state", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E"), Next<B>] public partial class A;
            [Task("arn:aws:states:::sns:publish"), Next<C>] public partial class [|B|] : A;
            [Task("arn:aws:states:::sns:publish"), Retry("F"), End] public partial class C : A;
            """),
        RuleCase.OfMachine(CSharpRules.HandlerWithoutTask, "a handler among the states", $$"""
            [StartAt, Task, End] public partial class A : Common;
            public class [|Forgotten|] : ITask<int, string> { {{Handler}} }
            public class Common : ITask<int, string> { {{Handler}} }
            public abstract class Unused : ITask<int, string> { {{Handler}} }
            """),
        new(CSharpRules.MisplacedAttribute, "attributes of states on a base class outside of machines", """
            [Retry("E"), [|Field("TimeoutSeconds", "3")|]] public abstract class Patient;
            [[|End|]] public abstract class Last : Patient;
            [StateMachine] public partial class Machine { [StartAt, Task("arn:aws:states:::sns:publish"), End] public partial class A : Last; }
            """),
    ];
}
