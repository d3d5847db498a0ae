using System.Collections.Generic;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG4021 to SMG4029.</summary>
internal static class JsonataCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(JsonataRules.JsonPathInJsonata, "JSONPath in a JSONata state", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ [|"id.$"|]: "$.id", "key": [|"States.UUID()"|] }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.JsonPathInJsonata, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "id": "{% $states.input.id %}", "key": "{% $uuid() %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.JsonataInJsonPath, "JSONata in a JSONPath state", """"
            [StartAt, Pass, Field("Parameters", """{ "id": [|"{% $states.input.id %}"|] }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.JsonataInJsonPath, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "id": "{% $states.input.id %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.HalfOpenExpression, "one delimiter without the other", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "[|{%|] $states.input.a }", "b": "$states.input.b [|%}|]" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.HalfOpenExpression, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $states.input.a %}", "b": "100 %" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.TextAroundExpression, "blanks around an expression", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": [|" {% $states.input.a %}"|] }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.TextAroundExpression, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $states.input.a %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.InvalidExpression, "an expression that does not parse", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $states.input.a [|b|] %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.InvalidExpression, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $states.input.a & ' b' %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.TopLevelReference, "references to an input that is not there", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% [|phone|].number %}", "b": "{% [|$|].a %}", "c": "{% $states.input.items[id = [|$$|].id] %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.TopLevelReference, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $states.input.phone.number %}", "c": "{% $states.input.items[id = $states.input.id].($.name) %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.UnknownStatesMember, "members of $states in wrong places", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $states.[|result|].a %}", "b": "{% $states.[|inptu|].b %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.UnknownStatesMember, "nothing of the kind", """"
            [StartAt, Task("arn:aws:states:::sqs:sendMessage"), Field("QueryLanguage", "\"JSONata\""), Field("Arguments", """{ "QueueUrl": "{% $states.input.queue %}", "MessageBody": "m" }"""), Field("Output", """{ "a": "{% $states.result.MessageId %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.UnknownFunction, "functions that nobody provides", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% [|$uppercas|]($states.input.a) %}", "b": "{% [|$eval|]('1') %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.UnknownFunction, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $uppercase($states.input.a) %}", "b": "{% ($f := function($x){ $x + 1 }; $f($parse('1'))) %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.InvalidArguments, "arguments that do not match", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $substring('abc', [|'1'|]) %}", "b": "{% [|$now(1, 2, 3)|] %}", "c": "{% $sum([1, [|'2'|]]) %}" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(JsonataRules.InvalidArguments, "nothing of the kind", """"
            [StartAt, Pass, Field("QueryLanguage", "\"JSONata\""), Field("Output", """{ "a": "{% $substring('abc', 1) %}", "b": "{% $now() %}", "c": "{% $sum([1, 2]) %}", "d": "{% $states.input.names.$uppercase() %}" }"""), End] public partial class A;
            """"),
    ];
}
