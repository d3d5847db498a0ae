using System;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Language.Tests.Graph;

/// <summary>Definitions to draw.</summary>
internal static class Definitions
{
    /// <summary>One of everything, in an order that a person would write.</summary>
    public const string Order =
        """
        {
          "StartAt": "Reserve",
          "States": {
            "Reserve": {
              "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Next": "In stock?",
              "Catch": [ { "ErrorEquals": [ "States.Timeout", "Busy" ], "Next": "Wait a bit" }, { "ErrorEquals": [ "States.ALL" ], "Next": "Failed" } ]
            },
            "Wait a bit": { "Type": "Wait", "Seconds": 30, "Next": "Reserve" },
            "In stock?": {
              "Type": "Choice",
              "Choices": [
                { "Variable": "$.stock", "NumericGreaterThanEquals": 1, "Next": "Prepare" },
                { "And": [ { "Variable": "$.backorder", "BooleanEquals": true }, { "Not": { "Variable": "$.until", "IsPresent": true } } ], "Next": "Wait a bit" }
              ],
              "Default": "Failed"
            },
            "Prepare": {
              "Type": "Parallel", "Next": "Ship",
              "Branches": [
                { "StartAt": "Pack", "States": { "Pack": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pack", "End": true } } },
                { "StartAt": "Bill", "States": { "Bill": { "Type": "Pass", "Next": "Billed" }, "Billed": { "Type": "Succeed" } } }
              ]
            },
            "Ship": {
              "Type": "Map", "End": true,
              "ItemProcessor": { "StartAt": "Ship parcel", "States": { "Ship parcel": { "Type": "Task", "Resource": "${ShipArn}", "End": true } } },
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Failed" } ]
            },
            "Failed": { "Type": "Fail", "Error": "OrderFailed" }
          }
        }
        """;

    /// <summary>Whatever can be wrong and still be drawn.</summary>
    public const string Broken =
        """
        {
          "StartAt": "a<b>&\"c\" #35; `x` *y* _z_",
          "States": {
            "a<b>&\"c\" #35; `x` *y* _z_": {
              "Type": "Choice",
              "Choices": [
                { "Variable": "$.a", "StringEquals": "<script>alert(1)</script>", "Next": "1. list" },
                { "Condition": "{% $x > 1 %}", "Next": "nowhere" }
              ],
              "Default": "a<b>&\"c\" #35; `x` *y* _z_"
            },
            "1. list": {
              "Type": "Map", "Next": "1. list", "Catch": [ { "ErrorEquals": [ "A\\B" ], "Next": "end" }, { "ErrorEquals": [ "C" ], "Next": "1. list" } ],
              "ItemProcessor": { "StartAt": "x", "States": { "x": { "Type": "Parallel", "End": true, "Branches": [
                { "States": {} },
                { "StartAt": "\u202Eevil\u0001\uD800 \n line", "States": { "\u202Eevil\u0001\uD800 \n line": { "Type": "Wait", "Next": "\u202Eevil\u0001\uD800 \n line" } } }
              ] } } }
            },
            "end": { "Type": "Succeed", "Next": "end" },
            "": { "Type": "Nope", "Next": "twice" },
            "twice": { "Type": "Pass", "End": true },
            "twice": 5
          }
        }
        """;

    public static StateGraph Draw(string definition, string? name = null)
    {
        DefinitionReadResult result = Definition.Read(definition);
        result.Error.ShouldBeNull();
        return StateGraph.Create(result.Machine!, name);
    }

    /// <summary>A machine of numbered states S0, S1 …, and F, which fails.</summary>
    public static string Numbered(int count, Func<int, string> state) =>
        "{\"StartAt\":\"S0\",\"States\":{" + string.Concat(Enumerable.Range(0, count).Select(i => $"\"S{i}\":{state(i)},")) + "\"F\":{\"Type\":\"Fail\"}}}";

    /// <summary>Scopes within scopes, as deep as the JSON reader reads.</summary>
    public static string Nested(int levels) => levels == 0
        ? """{"StartAt":"Leaf","States":{"Leaf":{"Type":"Pass","End":true}}}"""
        : $"{{\"StartAt\":\"Map{levels}\",\"States\":{{\"Map{levels}\":{{\"Type\":\"Map\",\"End\":true,\"ItemProcessor\":{Nested(levels - 1)}}}}}}}";
}
