using System.Collections.Generic;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG4030 and following.</summary>
internal static class DataFlowCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(VariableRules.InvalidName, "names that are no identifiers", """"
            [StartAt, Pass, Field("Assign", """{ [|"order.id"|]: 1, [|"states"|]: 2 }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(VariableRules.InvalidName, "nothing of the kind", """"
            [StartAt, Pass, Field("Assign", """{ "orderId": 1, "_größe2.$": "$.size" }"""), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "$orderId", "b.$": "$_größe2" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.AssignedOutside, "a branch that assigns a variable around it", """"
            [StartAt, Pass, Field("Assign", """{ "total": 0 }"""), Next<P>] public partial class A;
            [Parallel, End]
            public partial class P
            {
                [Branch]
                public partial class First
                {
                    [StartAt, Pass, Field("Assign", """{ [|"total"|]: 1 }"""), End] public partial class B;
                }
            }
            """"),
        RuleCase.OfMachine(VariableRules.AssignedOutside, "nothing of the kind", """"
            [StartAt, Pass, Field("Assign", """{ "total": 0 }"""), Next<P>] public partial class A;
            [Parallel, End]
            public partial class P
            {
                [Branch]
                public partial class First
                {
                    [StartAt, Pass, Field("Assign", """{ "own.$": "$total" }"""), Next<C>] public partial class B;
                    [Pass, Field("Parameters", """{ "a.$": "$own" }"""), End] public partial class C;
                }
            }
            """"),
        RuleCase.OfMachine(VariableRules.UnknownVariable, "a misspelt variable", """"
            [StartAt, Pass, Field("Assign", """{ "total": 0 }"""), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "[|$totl|].sum" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.UnknownVariable, "nothing of the kind", """"
            [StartAt, Pass, Field("Assign", """{ "total": 0 }"""), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "$total.sum" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.OutOfScope, "a variable of a branch", """"
            [StartAt, Parallel, Next<C>]
            public partial class P
            {
                [Branch]
                public partial class First
                {
                    [StartAt, Pass, Field("Assign", """{ "total": 1 }"""), End] public partial class B;
                }
            }
            [Pass, Field("Parameters", """{ "a.$": "[|$total|]" }"""), End] public partial class C;
            """"),
        RuleCase.OfMachine(VariableRules.OutOfScope, "nothing of the kind", """"
            [StartAt, Parallel, Field("Assign", """{ "total.$": "$[0].total" }"""), Next<C>]
            public partial class P
            {
                [Branch]
                public partial class First
                {
                    [StartAt, Pass, Field("Parameters", """{ "total": 1 }"""), End] public partial class B;
                }
            }
            [Pass, Field("Parameters", """{ "a.$": "$total" }"""), End] public partial class C;
            """"),
        RuleCase.OfMachine(VariableRules.Unassigned, "a path past the assignment", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage"), Field("Parameters", """{ "QueueUrl": "q", "MessageBody": "m" }"""), Field("Assign", """{ "id.$": "$.MessageId", "copy.$": "[|$id|]" }"""), Catch<C>(Errors.All), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "$id", "b.$": "$copy" }"""), Next<C>] public partial class B;
            [Pass, Field("Parameters", """{ "a.$": "[|$id|]" }"""), End] public partial class C;
            """"),
        RuleCase.OfMachine(VariableRules.Unassigned, "nothing of the kind", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage"), Field("Parameters", """{ "QueueUrl": "q", "MessageBody": "m" }"""), Field("Assign", """{ "id.$": "$.MessageId" }"""), Field("Catch", """[ { "ErrorEquals": ["States.ALL"], "Assign": { "id": "" }, "Next": "B" } ]"""), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "$id" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.NeverRead, "a variable that nothing reads", """"
            [StartAt, Pass, Field("Assign", """{ [|"total"|]: 0, "count": 1 }"""), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "$count" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.NeverRead, "nothing of the kind", """"
            [StartAt, Pass, Field("Assign", """{ "count": 1 }"""), Next<B>] public partial class A;
            [Pass, Field("Parameters", """{ "a.$": "$count" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.OldValue, "an output that reads what is assigned", """"
            [StartAt, Pass, Field("Assign", """{ "n": 1 }"""), Next<B>] public partial class A;
            [Pass, Field("QueryLanguage", "\"JSONata\""), Field("Assign", """{ "n": "{% $n + 1 %}" }"""), Field("Output", """{ "n": "{% [|$n|] %}" }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.OldValue, "nothing of the kind", """"
            [StartAt, Pass, Field("Assign", """{ "n": 1 }"""), Next<B>] public partial class A;
            [Pass, Field("QueryLanguage", "\"JSONata\""), Field("Assign", """{ "n": "{% $n + 1 %}" }"""), Field("Output", """{ "n": 1 }"""), End] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.UnusedChoiceField, "an Assign without a Default", """"
            [StartAt, Choice, Field("Choices", """[ { "Variable": "$.a", "IsPresent": true, "Next": "B" }, { "Variable": "$.a", "IsPresent": false, "Next": "B" } ]"""), Field([|"Assign"|], """{ "n": 1 }""")] public partial class A;
            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(VariableRules.UnusedChoiceField, "nothing of the kind", """"
            [StartAt, Choice, Field("Choices", """[ { "Variable": "$.a", "IsPresent": true, "Assign": { "n": 1 }, "Next": "B" } ]"""), Default<B>] public partial class A;
            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(DataFlowRules.NoTaskToken, "a token without a callback", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage"), Field("Parameters", """{ "QueueUrl": "q", "MessageBody": { "token.$": "[|$$.Task.Token|]" } }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.NoTaskToken, "nothing of the kind", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", TimeoutSeconds = 60), Field("Parameters", """{ "QueueUrl": "q", "MessageBody": { "token.$": "$$.Task.Token" } }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.NothingToRead, "a path into a dropped input", """"
            [StartAt, Pass, Field("InputPath", "null"), Field("Parameters", """{ "id.$": "[|$.id|]" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.NothingToRead, "nothing of the kind", """"
            [StartAt, Pass, Field("InputPath", "null"), Field("Parameters", """{ "id.$": "$$.Execution.Id", "all.$": "$" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.PayloadTooLarge, "a literal of 256 KiB", """"
            private const string Line = "0123456789012345678901234567890123456789012345678901234567890123";
            private const string Page = Line + Line + Line + Line + Line + Line + Line + Line;
            private const string Book = Page + Page + Page + Page + Page + Page + Page + Page;
            private const string Shelf = Book + Book + Book + Book + Book + Book + Book + Book;
            private const string Library = Shelf + Shelf + Shelf + Shelf + Shelf + Shelf + Shelf + Shelf;
            [StartAt, Pass, Field("Result", "[|\"" + Library + "\"|]"), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.PayloadTooLarge, "nothing of the kind", """"
            private const string Line = "0123456789012345678901234567890123456789012345678901234567890123";
            [StartAt, Pass, Field("Result", "\"" + Line + "\""), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.LiteralField, "an expression as an error name", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage"), Field("QueryLanguage", "\"JSONata\""), Field("Arguments", """{ "QueueUrl": "q", "MessageBody": "m" }"""), Retry([|"{% $states.input.error %}"|]), End] public partial class A;
            """"),
        RuleCase.OfMachine(DataFlowRules.LiteralField, "nothing of the kind", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage"), Field("QueryLanguage", "\"JSONata\""), Field("Arguments", """{ "QueueUrl": "q", "MessageBody": "m" }"""), Retry("Lambda.TooManyRequestsException"), End] public partial class A;
            """"),
    ];
}
