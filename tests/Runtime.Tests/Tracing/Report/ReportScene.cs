using System;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

/// <summary>Executions to report on.</summary>
internal static class ReportScene
{
    /// <summary>A name that would be a script if anything took it for markup.</summary>
    public const string HostileName = "</script><img onerror=alert(1)>";

    /// <summary>A task that is retried and then caught, a Map of which the third item fails, and a state with a hostile name.</summary>
    public const string Orders = $$"""
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge-card",
              "Parameters": { "card.$": "$.card" }, "ResultSelector": { "paid.$": "$.amount" }, "ResultPath": "$.charge",
              "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 2, "MaxAttempts": 2 } ],
              "Catch": [ { "ErrorEquals": [ "Declined" ], "ResultPath": "$.error", "Next": "Pack" } ],
              "Next": "Pack"
            },
            "Pack": {
              "Type": "Map", "ItemsPath": "$.items",
              "ItemProcessor": {
                "StartAt": "Weigh",
                "States": {
                  "Weigh": { "Type": "Choice", "Choices": [ { "Variable": "$", "NumericGreaterThan": 10, "Next": "Too heavy" } ], "Default": "{{HostileName}}" },
                  "{{HostileName}}": { "Type": "Pass", "End": true },
                  "Too heavy": { "Type": "Fail", "Error": "TooHeavy", "Cause": "More than ten." }
                }
              },
              "End": true
            }
          }
        }
        """;

    /// <summary>Runs an execution.</summary>
    public static async Task<ExecutionResult<JsonElement>> RunAsync(
        TraceReport report, string definition, string input, Action<LocalOptions>? mock = null, string? name = null, string machine = "Orders", bool hasTelemetry = true)
    {
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(), Seed = 1, Report = report, HasTelemetry = hasTelemetry };
        mock?.Invoke(options);
        await using var local = LocalStateMachine.FromDefinition(definition, options, machine);
        return await local.ExecuteJsonAsync(input, new ExecutionOptions { Name = name });
    }

    /// <summary>Two executions of orders: the first fails at its third item, the second is well after an error that is caught.</summary>
    public static async Task RunOrdersAsync(TraceReport report)
    {
        await RunAsync(
            report,
            Orders,
            """{"card":"4711","items":[1,2,30]}""",
            options => options.Mock("Charge", Reply.Fail("Busy", "Try again."), Reply.ReturnJson("""{"amount":12.50}""")),
            "order-1");
        await RunAsync(
            report, Orders, """{"card":"0000","items":[1,2]}""", options => options.Mock("Charge", Reply.Fail("Declined", "No money.")), "order-2");
    }
}
