using System.Collections.Generic;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>Fields and their values.</summary>
internal static class FieldCases
{
    private const string Rest = "[Succeed] public partial class Z;";

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(FieldRules.MissingField, "a wait without time, credentials without role", """
            [StartAt, Wait, Next<B>] public partial class [|A|];
            [Task("arn:aws:states:::sns:publish"), [|Credentials("{ \"Role\": \"x\" }")|], End] public partial class B;
            """),
        RuleCase.OfMachine(FieldRules.MissingField, "a wait with time", """
            [StartAt, Wait(Timestamp = "2030-01-31T12:00:00Z"), Next<B>] public partial class A;
            [Wait(QueryLanguage = QueryLanguage.JSONata, Timestamp = "{% $states.input.time %}"), End] public partial class B;
            """),
        RuleCase.OfMachine(FieldRules.WrongTypeOfValue, "a comment that is a number", """
            [StartAt, Pass, Field("Comment", "[|5|]"), Next<B>] public partial class A;
            [Pass, Assign("[|[ 1 ]|]"), End] public partial class B;
            """),
        RuleCase.OfMachine(FieldRules.WrongTypeOfValue, "values of the right types", """
            [StartAt, Pass(Comment = "5"), Assign("{ \"a\": [ 1 ] }"), End] public partial class A;
            """),
        RuleCase.OfMachine(FieldRules.ValueNotInList, "a reader that writes", """
            [StartAt, Map, End]
            [ItemReader([|"arn:aws:states:::s3:putObject"|], Parameters = "{ \"Bucket\": \"b\", \"Key\": \"k\" }")]
            [ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard)]
            public partial class A
            {
                [StartAt, Succeed] public partial class B;
            }
            """),
        RuleCase.OfMachine(FieldRules.ExclusiveFields, "a timeout and the path to one", """
            [StartAt, Task("arn:aws:states:::sns:publish", TimeoutSeconds = 5, TimeoutSecondsPath = [|"$.t"|]), End] public partial class A;
            """),
        RuleCase.OfMachine(ComparisonRules.OneOperator, "two operators, and none that there is", $$"""
            [StartAt, Choice, Default<Z>]
            [Field("Choices", "[ { \"Variable\": \"$.a\", \"IsNull\": true, [|\"IsString\"|]: true, \"Next\": \"Z\" }, { \"Variable\": \"$.a\", [|\"IsNumber\"|]: true, \"Next\": \"Z\" } ]")]
            public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(ComparisonRules.OneOperator, "conditions of C#", $$"""
            [StartAt, Choice, Default<Z>]
            public partial class A
            {
                [When<Z>] private static Condition Known => Variable("$.a").IsNull | !(Variable("$.b") > 1 & Variable("$.b").IsNumeric);
            }
            {{Rest}}
            """),
        RuleCase.OfMachine(FieldRules.EmptyArray, "a combination of nothing", $$"""
            [StartAt, Choice, Field("Choices", "[ { \"And\": [|[]|], \"Next\": \"Z\" } ]"), Default<Z>] public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(FieldRules.EmptyArray, "conditions of nothing", $$"""
            [StartAt, Choice, Default<Z>]
            public partial class A
            {
                [When<Z>] private static Condition Everything => [|All()|];
                [When<Z>] private static Condition Something => [|Any()|];
            }
            {{Rest}}
            """),
        RuleCase.OfMachine(FieldRules.InvalidTimestamp, "a blank for the T", """
            [StartAt, Wait(Timestamp = [|"2030-01-31 12:00:00Z"|]), End] public partial class A;
            """),
        RuleCase.OfMachine(FieldRules.LiteralTemplate, "a text for a template", """
            [StartAt, Pass, Parameters("[|\"order\"|]"), End] public partial class A;
            """),
        RuleCase.OfMachine(FieldRules.LiteralTemplate, "templates", """
            [StartAt, Pass, Parameters("[ { \"a.$\": \"$.a\" } ]"), End] public partial class A;
            """),
        RuleCase.OfMachine(ComparisonRules.DanglingBackslash, "a backslash at the end", $$"""
            [StartAt, Choice, Field("Choices", @"[ { ""Variable"": ""$.a"", ""StringMatches"": ""C:\\*[|\\|]"", ""Next"": ""Z"" } ]"), Default<Z>] public partial class A;
            {{Rest}}
            """),
        Map(MapRules.InvalidLabel, "a blank in a label", "(Label = [|\"a b\"|])", ""),
        RuleCase.OfMachine(MapRules.DuplicateLabel, "two Maps with one label", """
            [StartAt, Map(Label = "a"), Next<B>, ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard)]
            public partial class A { [StartAt, Succeed] public partial class I; }
            [Map(Label = [|"a"|]), End, ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard)]
            public partial class B { [StartAt, Succeed] public partial class J; }
            """),
        RuleCase.OfMachine(MapRules.DistributedOnly, "a label of an inline Map", """
            [StartAt, Map(Label = [|"a"|]), End] public partial class M { [StartAt, Succeed] public partial class I; }
            """),
        RuleCase.OfMachine(FieldRules.DuplicateKey, "a name twice in a payload", """
            [StartAt, Pass, Parameters("{ \"a\": 1, [|\"a\"|]: 2 }"), End] public partial class A;
            """),
        RuleCase.OfMachine(MapRules.IneffectiveField, "a Pass with two results", """
            [StartAt, Pass, Result("1"), [|Parameters("{}")|], End] public partial class A;
            """),
        RuleCase.OfMachine(MapRules.IneffectiveField, "a selection of a result that is dropped", """
            [StartAt, Task("arn:aws:states:::sns:publish", ResultPath = null), [|ResultSelector("{ \"id.$\": \"$.MessageId\" }")|], End] public partial class A;
            """),
        Map(MapRules.IncompleteResultWriter, "a writer that does not know where", "", ", [|ResultWriter(Parameters = \"{ }\")|]"),
        Map(MapRules.ReaderWithItemsPath, "a reader and a path", "(ItemsPath = [|\"$.a\"|])", ", ItemReader(\"arn:aws:states:::s3:getObject\")"),
        RuleCase.OfMachine(NumberRules.DelayBelowInterval, "a cap below the interval", """
            [StartAt, Task("arn:aws:states:::sns:publish"), Retry("E", IntervalSeconds = 10, MaxDelaySeconds = [|5|]), End] public partial class A;
            """),
        RuleCase.OfMachine(NumberRules.HeartbeatNotBelowTimeout, "a heartbeat after the timeout", """
            [StartAt, Task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", TimeoutSeconds = 10, HeartbeatSeconds = [|60|]), End]
            [Parameters("{ \"MessageBody.$\": \"$$.Task.Token\" }")]
            public partial class A;
            """),
        Map(NumberRules.ZeroLimit, "no items", "", ", ItemReader(\"arn:aws:states:::s3:getObject\", MaxItems = [|0|])"),
        RuleCase.OfMachine(NumberRules.ImpreciseNumber, "a number of 17 digits", $$"""
            [StartAt, Choice, Field("Choices", "[ { \"Variable\": \"$.a\", \"NumericEquals\": [|90071992547409930|], \"Next\": \"Z\" } ]"), Default<Z>] public partial class A;
            {{Rest}}
            """),
        RuleCase.OfMachine(NumberRules.LongErrorText, "a name of 257 letters", $$"""
            [StartAt, Fail(Error = [|"{{new string('e', 257)}}"|])] public partial class A;
            """),
        RuleCase.OfMachine(NumberRules.InlineConcurrency, "an inline Map", """
            [StartAt, Map(MaxConcurrency = [|100|]), End] public partial class M { [StartAt, Succeed] public partial class I; }
            """),
        RuleCase.OfMachine(NumberRules.LongWait, "more than a year", """
            [StartAt, Wait([|40000000|]), End] public partial class A;
            """),
        RuleCase.OfMachine(NumberRules.Deprecated, "the Parameters of a Map", """
            [StartAt, Map, [|Parameters("{}")|], End] public partial class M { [StartAt, Succeed] public partial class I; }
            """),
    ];

    private static RuleCase Map(Rule rule, string name, string properties, string attributes) => RuleCase.OfMachine(rule, name, $$"""
        [StartAt, Map{{properties}}{{attributes}}, End, ItemProcessor(Mode = ProcessorMode.Distributed, ExecutionType = MachineType.Standard)]
        public partial class M { [StartAt, Succeed] public partial class I; }
        """);
}
