using System.Collections.Generic;
using StateMachineGen.Language.Rules.Shapes;

namespace StateMachineGen.Analyzers.Tests.Cases;

/// <summary>SMG4042 and on: paths into data that is known.</summary>
internal static class ShapeCases
{
    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.OfMachine(ShapeRules.NothingFound, "a field that the result does not have", """"
            [StartAt, Pass, Next<Report>]
            [Result("""{ "status": "accepted" }""")]
            public partial class Accept;

            [Pass, End]
            [Parameters("""{ "id.$": "$.[|id|]" }""")]
            public partial class Report;
            """"),
        RuleCase.OfMachine(ShapeRules.NothingFound, "the same, mended", """"
            [StartAt, Pass(ResultPath = "$.answer"), Next<Report>]
            [Result("""{ "status": "accepted" }""")]
            public partial class Accept;

            [Pass, End]
            [Parameters("""{ "id.$": "$.id" }""")]
            public partial class Report;
            """"),
        RuleCase.OfMachine(ShapeRules.NothingFoundOnSomeWay, "what an error replaces", """"
            [StartAt, Pass, Next<Notify>]
            [Parameters("""{ "id.$": "$.order.id" }""")]
            public partial class Read;

            [Task("arn:aws:states:::sns:publish", ResultPath = "$.notified"), Next<Report>]
            [Parameters("""{ "TopicArn": "${Topic}", "Message.$": "$.id" }""")]
            [Catch<Report>(Errors.TaskFailed)]
            public partial class Notify;

            [Pass, End]
            [Parameters("""{ "id.$": "$.[|id|]" }""")]
            public partial class Report;
            """"),
        RuleCase.OfMachine(ShapeRules.NothingFoundOnSomeWay, "the same, mended", """"
            [StartAt, Pass, Next<Notify>]
            [Parameters("""{ "id.$": "$.order.id" }""")]
            public partial class Read;

            [Task("arn:aws:states:::sns:publish", ResultPath = "$.notified"), Next<Report>]
            [Parameters("""{ "TopicArn": "${Topic}", "Message.$": "$.id" }""")]
            [Catch<Report>(Errors.TaskFailed, ResultPath = "$.error")]
            public partial class Notify;

            [Pass, End]
            [Parameters("""{ "id.$": "$.id" }""")]
            public partial class Report;
            """"),
    ];
}
