using StateMachineGen.Harness;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>Two machines as they are imported, to be read: does this look as if a person had written it?</summary>
public class SnapshotTests
{
    [Fact]
    public void JSONPath() => Match("fulfil-order.asl.json", "FulfilOrder.cs.txt", """
        {
          "Comment": "Checks, packs and ships an order",
          "StartAt": "Route",
          "TimeoutSeconds": 3600,
          "States": {
            "Route": {
              "Type": "Choice",
              "Choices": [
                { "Comment": "by hand", "And": [ { "Variable": "$.total", "NumericGreaterThanEquals": 1000 }, { "Not": { "Variable": "$.customer.trusted", "IsPresent": true } } ], "Next": "Review" },
                {
                  "Or": [
                    { "Variable": "$.total", "NumericLessThan": 1000 },
                    { "Variable": "$.customer.tier", "StringEquals": "gold" },
                    { "And": [ { "Variable": "$.customer.since", "TimestampLessThan": "2020-01-01T00:00:00Z" }, { "Not": { "Variable": "$.country", "StringEquals": "US" } } ] }
                  ],
                  "Assign": { "tier.$": "$.customer.tier" },
                  "Next": "Approve order"
                },
                { "And": [ { "Variable": "$.flag", "IsString": false } ], "Next": "Reject" },
                { "Not": { "Or": [ { "Variable": "$.a", "NumericEqualsPath": "$.b" }, { "Variable": "$.name", "StringMatches": "a*" } ] }, "Next": "Reject" },
                { "And": [ { "Variable": "$.n", "NumericEquals": 1e400 }, { "Variable": "$.n", "IsNumeric": true } ], "Next": "Reject" }
              ],
              "Default": "Reject"
            },
            "Review": { "Type": "Wait", "SecondsPath": "$.delay", "Next": "Approve order" },
            "Approve order": {
              "Type": "Parallel",
              "Comment": "Both at once",
              "Branches": [
                { "Comment": "Is it them?", "StartAt": "Check fraud", "States": { "Check fraud": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:fraud", "End": true } } },
                { "StartAt": "ReadStock", "States": { "ReadStock": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem",
                  "Parameters": { "TableName": "stock", "Key": { "sku": { "S.$": "$.sku" } } }, "End": true } } }
              ],
              "ResultSelector": { "risk.$": "$[0].risk" },
              "ResultPath": "$.checks",
              "Retry": [
                { "ErrorEquals": ["Lambda.ServiceException", "Lambda.TooManyRequestsException", "Lambda.SdkClientException", "States.Timeout"], "IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 1.5, "JitterStrategy": "FULL" },
                { "ErrorEquals": ["States.ALL"], "MaxAttempts": 1 }
              ],
              "Catch": [ { "ErrorEquals": ["FraudSuspected"], "ResultPath": "$.why", "Next": "Reject" } ],
              "Next": "Ship"
            },
            "Ship": {
              "Type": "Map",
              "ItemsPath": "$.lines",
              "MaxConcurrency": 10,
              "ItemSelector": { "line.$": "$$.Map.Item.Value" },
              "Iterator": { "StartAt": "ShipLine", "States": { "ShipLine": { "Type": "Pass", "Result": [1, 2, 3], "ResultPath": null, "End": true } } },
              "End": true
            },
            "Reject": { "Type": "Fail", "Error": "OrderRejected", "CausePath": "$.why.Cause", "Deprecated": { "since": 2024 } }
          }
        }
        """);

    [Fact]
    public void JSONata() => Match("Archive.asl.json", "Archive.cs.txt", """"
        {
          "QueryLanguage": "JSONata",
          "Comment": "Archives what is older than a month:\nfirst it looks for it,\nthen it moves it in batches of \"five\", which is what the archive can take",
          "StartAt": "Find",
          "States": {
            "Find": {
              "Type": "Task",
              "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2",
              "Arguments": { "Bucket": "{% $states.input.bucket %}", "Prefix": "inbox/" },
              "TimeoutSeconds": "{% $states.input.limit %}",
              "Assign": { "found": "{% $count($states.result.Contents) %}", "bucket": "{% $states.input.bucket %}", "since": "{% $now() %}" },
              "Output": "{% $states.result.Contents %}",
              "Catch": [ { "ErrorEquals": ["States.ALL"], "Assign": { "error": "{% $states.errorOutput.Error %}", "cause": "{% $states.errorOutput.Cause %}", "where": "Find" }, "Next": "Done" } ],
              "Next": "Any?"
            },
            "Any?": {
              "Type": "Choice",
              "Choices": [
                { "Condition": "{% $found > 0 %}", "Output": "{% $states.input[\"old\" = state] %}", "Next": "Move" },
                { "Condition": "{% (\n  $limit := 10;\n\n  $found > $limit\n) %}", "Next": "Move" },
                { "Condition": false, "Next": "Done" }
              ],
              "Default": "Done"
            },
            "Move": {
              "Type": "Map",
              "Label": "Move",
              "Items": "{% $states.input %}",
              "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["key", "size"], "MaxItems": 1000 },
                "Arguments": { "Bucket": "{% $bucket %}", "Key": "list.csv" } },
              "ItemBatcher": { "MaxItemsPerBatch": 5, "BatchInput": { "since": "{% $since %}" } },
              "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
                "StartAt": "MoveOne",
                "States": { "MoveOne": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": "{% $states.input %}", "End": true } }
              },
              "ToleratedFailurePercentage": 5.5,
              "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "WriterConfig": { "OutputType": "JSONL", "Transformation": "FLATTEN" }, "Arguments": { "Bucket": "{% $bucket %}" } },
              "Next": "Done"
            },
            "Done": { "Type": "Succeed", "Output": "{% 'It was \"\"\"fine\"\"\"' %}" }
          }
        }
        """");

    private static void Match(string path, string snapshot, string definition)
    {
        ImportOutcome outcome = ImportHarness.RoundTrip([(path, definition)]).ShouldHaveSingleItem();
        outcome.Failure.ShouldBeNull();
        outcome.File.Problems.ShouldAllBe(static problem => problem.RuleId != null && !problem.IsLoss);
        Snapshot.Match(outcome.File.Output!.Source, snapshot);
    }
}
