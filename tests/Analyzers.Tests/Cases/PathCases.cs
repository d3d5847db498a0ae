using System.Collections.Generic;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG4010 to SMG4020.</summary>
internal static class PathCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(PathRules.InvalidPath, "no path", """"
            [StartAt, Pass(InputPath = "[|o|]rder"), Next<C>] public partial class A;
            [Choice, Field("Choices", """[ { "Variable": "[|a|]mount", "IsPresent": true, "Next": "D" } ]"""), Default<D>] public partial class C;
            [Succeed(OutputPath = [|"$."|])] public partial class D;
            """"),
        RuleCase.OfMachine(PathRules.InvalidPath, "nothing of the kind", """"
            [StartAt, Pass(InputPath = "$.order"), Next<C>] public partial class A;
            [Choice, Field("Choices", """[ { "Variable": "$.amount", "IsPresent": true, "Next": "D" } ]"""), Default<D>] public partial class C;
            [Succeed(OutputPath = "$.orders[?(@.open == true)]")] public partial class D;
            """"),
        RuleCase.OfMachine(PathRules.NotReferencePath, "paths that may select several nodes", """"
            [StartAt, Pass(ResultPath = "$.orders[|[*]|]"), Next<W>] public partial class A;
            [Wait(SecondsPath = "[|s|]econds"), End] public partial class W;
            """"),
        RuleCase.OfMachine(PathRules.NotReferencePath, "nothing of the kind", """"
            [StartAt, Pass(ResultPath = "$.orders['first'][0]"), Next<W>] public partial class A;
            [Wait(SecondsPath = "$$.Execution.Input.seconds"), End] public partial class W;
            """"),
        RuleCase.OfMachine(PathRules.UnsupportedPathRoot, "results outside of the data", """"
            [StartAt, Pass(ResultPath = "[|$$|].State.Name"), Next<B>] public partial class A;
            [Pass(ResultPath = "[|$order|].id"), End] public partial class B;
            """"),
        RuleCase.OfMachine(PathRules.UnsupportedPathRoot, "nothing of the kind", """"
            [StartAt, Pass(ResultPath = "$.name"), Next<B>] public partial class A;
            [Pass(ResultPath = "$.order.id"), End] public partial class B;
            """"),
        RuleCase.OfMachine(PathRules.InvalidTemplateValue, "values that are neither a path nor a call", """"
            [StartAt, Pass, Field("Parameters", """{ "a.$": [|5|], "b": [ { "c.$": "[|States.Formt|]('{}', $.x)" } ], "d.$": "States.Format('a[|\\-|]')" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.InvalidTemplateValue, "nothing of the kind", """"
            [StartAt, Pass, Field("Parameters", """{ "a": 5, "b": [ { "c.$": "States.Format('{}', $.x)" } ], "d.$": "States.Format('a\\\\-')", "e.$": "$$.State.Name" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.DuplicateTemplateField, "a name with and without the suffix", """"
            [StartAt, Pass, Field("Parameters", """{ "id": "none", [|"id.$"|]: "$.id" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.DuplicateTemplateField, "nothing of the kind", """"
            [StartAt, Pass, Field("Parameters", """{ "id": "none", "orderId.$": "$.id" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.InvalidErrorPath, "a cause that is no string", """"
            [StartAt, Fail, Field("ErrorPath", "[|\"$[0\"|]"), Field("CausePath", "\"[|States.Array|]($.cause)\"")] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.InvalidErrorPath, "nothing of the kind", """"
            [StartAt, Fail, Field("ErrorPath", "\"$.error\""), Field("CausePath", "\"States.Format('It was {}', $.cause)\"")] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.IntrinsicArgumentCount, "too few and too many arguments", """"
            [StartAt, Pass, Field("Parameters", """{ "a.$": "[|States.UUID(1)|]", "b.$": "States.Format([|'{} of {}'|], $.i)" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.IntrinsicArgumentCount, "nothing of the kind", """"
            [StartAt, Pass, Field("Parameters", """{ "a.$": "States.UUID()", "b.$": "States.Format('{} of {} in \\{\\}', $.i, $.n)" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.FailingIntrinsic, "arguments that no data can make right", """"
            [StartAt, Pass, Field("Parameters", """{ "a.$": "States.Hash($.x, [|'SHA1'|])", "b.$": "States.MathAdd($.n, [|'1'|])", "c.$": "States.ArrayRange(1, 9, [|0|])" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.FailingIntrinsic, "nothing of the kind", """"
            [StartAt, Pass, Field("Parameters", """{ "a.$": "States.Hash($.x, 'SHA-1')", "b.$": "States.MathAdd($.n, 1)", "c.$": "States.ArrayRange(1, 9, 2)" }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.ComparedWithList, "a comparison with a list", """"
            [StartAt, Choice, Field("Choices", """[ { "Variable": "$.n", "NumericEqualsPath": "$.limits[|[*]|]", "Next": "B" } ]"""), Default<B>] public partial class A;
            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(PathRules.ComparedWithList, "nothing of the kind", """"
            [StartAt, Choice, Field("Choices", """[ { "Variable": "$.n", "NumericEqualsPath": "$.limits[0]", "Next": "B" }, { "Variable": "$.n", "NumericEqualsPath": "$.limits[*].length()", "Next": "B" } ]"""), Default<B>] public partial class A;
            [Succeed] public partial class B;
            """"),
        RuleCase.OfMachine(PathRules.UnevaluatedPath, "paths without the suffix", """"
            [StartAt, Pass, Field("Parameters", """{ "id": [|"$.id"|], "all": [ [|"$.a"|], [|"$.b"|] ], "at": { "now": [|"$$.State.EnteredTime"|] } }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.UnevaluatedPath, "nothing of the kind", """"
            [StartAt, Pass, Field("Parameters", """{ "id.$": "$.id", "all.$": "States.Array($.a, $.b)", "price": "$5", "words": [ "$.a", "b" ] }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.StaticResult, "a result that is not evaluated", """"
            [StartAt, Pass, Field("Result", """{ [|"id.$"|]: "$.id", "name": [|"$.name"|] }"""), End] public partial class A;
            """"),
        RuleCase.OfMachine(PathRules.StaticResult, "nothing of the kind", """"
            [StartAt, Pass, Field("Parameters", """{ "id.$": "$.id" }"""), End] public partial class A;
            """"),
    ];
}
