using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Storage;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution.Maps;

/// <summary>Machines of one Distributed Map, and the stores that they read and write.</summary>
internal static class DistributedMaps
{
    public const string Bucket = "bucket";

    /// <summary>Passes items on.</summary>
    public const string Pass = """ "P": { "Type": "Pass", "End": true } """;

    /// <summary>Fails for items that are <c>bad</c>, or for batches with one.</summary>
    public const string FailBad = """
        "P": { "Type": "Choice", "Choices": [
          { "Variable": "$", "StringEquals": "bad", "Next": "Bad" },
          { "And": [ { "Variable": "$.Items", "IsPresent": true }, { "Variable": "$.Items[0]", "StringEquals": "bad" } ], "Next": "Bad" } ], "Default": "Good" },
        "Bad": { "Type": "Fail", "Error": "E", "Cause": "C" }, "Good": { "Type": "Succeed" }
        """;

    public static string Machine(string fields, string states = Pass, string machineFields = "") =>
        $$"""
        { {{machineFields}} "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "L", {{fields}}
          "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "P", "States": { {{states}} } }, "End": true } } }
        """;

    /// <summary>An ItemReader of the object <c>key</c>.</summary>
    public static string Reader(string config, string resource = "getObject", string parameters = """ "Bucket": "bucket", "Key": "key" """) =>
        $$""" "ItemReader": { "Resource": "arn:aws:states:::s3:{{resource}}", "ReaderConfig": { {{config}} }, "Parameters": { {{parameters}} } }, """;

    public static Task<ExecutionResult<JsonElement>> RunAsync(string machine, IObjectStore? store, string input = "{}") => RunAsync(machine, store, input, null);

    public static Task<ExecutionResult<JsonElement>> RunAsync(string machine, IObjectStore? store, string input, MapLimits? limits) => Machines.RunAsync(
        machine,
        input,
        new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, S3 = store, MapLimits = limits ?? MapLimits.Aws });
}
