using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>
/// Definitions and inputs in which parts were changed, removed, doubled or put elsewhere: whatever comes of it, a definition is refused with
/// its reasons or every execution of it ends, with a status.
/// </summary>
public class MutatedMachineTests
{
    private const int Cases = 10_000;

    private static readonly string[] s_definitions =
    [
        """
        { "StartAt": "P", "TimeoutSeconds": 300, "States": {
          "P": { "Type": "Pass", "Parameters": { "a.$": "$.a", "n.$": "States.MathAdd($.n, 1)", "f.$": "$.list[?(@.x > 1)].x" }, "ResultPath": "$.p", "Next": "C" },
          "C": { "Type": "Choice", "Choices": [
            { "And": [ { "Variable": "$.n", "NumericGreaterThan": 3 }, { "Not": { "Variable": "$.a", "StringMatches": "x*" } } ], "Next": "W" },
            { "Variable": "$.list[0].x", "IsPresent": true, "Next": "T", "Assign": { "x.$": "$.list[0].x" } } ], "Default": "E" },
          "W": { "Type": "Wait", "SecondsPath": "$.n", "Next": "C2" },
          "C2": { "Type": "Choice", "Choices": [ { "Variable": "$.n", "NumericEquals": 5, "Next": "S" } ], "Default": "P" },
          "T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "TimeoutSeconds": 9, "ResultSelector": { "v.$": "$.ok" }, "ResultPath": "$.t",
            "Retry": [ { "ErrorEquals": [ "E" ], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 1.5, "JitterStrategy": "FULL" } ],
            "Catch": [ { "ErrorEquals": [ "States.ALL" ], "ResultPath": "$.error", "Next": "E" } ], "Next": "S" },
          "S": { "Type": "Succeed", "OutputPath": "$.p" }, "E": { "Type": "Fail", "Error": "E", "CausePath": "$.a" } } }
        """,
        """
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
          "A": { "Type": "Pass", "Assign": { "sum": "{% $sum($states.input.list.x) %}", "f": "{% $map([1..3], function($v) { $v * 2 }) %}" },
            "Output": "{% $merge([$states.input, { 'n': $states.input.n + 1 }]) %}", "Next": "B" },
          "B": { "Type": "Parallel", "Arguments": "{% $states.input %}", "Branches": [
            { "StartAt": "B1", "States": { "B1": { "Type": "Wait", "Seconds": "{% $sum %}", "Next": "B2" }, "B2": { "Type": "Pass", "Output": "{% $f[1] %}", "End": true } } },
            { "StartAt": "B3", "States": { "B3": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": { "FunctionName": "f", "Payload": "{% $states.input.a %}" },
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Output": "{% $states.errorOutput.Error %}", "Next": "B4" } ], "End": true }, "B4": { "Type": "Succeed" } } } ],
            "Output": { "r": "{% $states.result %}", "n": "{% $states.input.n %}", "list": "{% $states.input.list %}", "a": "x" },
            "Retry": [ { "ErrorEquals": [ "States.ALL" ], "MaxAttempts": 1 } ], "Next": "M" },
          "M": { "Type": "Map", "Items": "{% $states.input.list %}", "MaxConcurrency": 2, "ItemSelector": { "i": "{% $states.context.Map.Item.Index %}", "v": "{% $states.context.Map.Item.Value %}" },
            "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.input.i > 0 %}", "Next": "J" } ], "Default": "K" },
              "J": { "Type": "Wait", "Seconds": 1, "End": true }, "K": { "Type": "Succeed", "Output": "{% $states.input.v.x %}" } } },
            "Next": "C" },
          "C": { "Type": "Choice", "Choices": [ { "Condition": "{% $count($states.input) > 5 %}", "Next": "A" } ], "Default": "S" },
          "S": { "Type": "Succeed" } } }
        """,
        """
        { "StartAt": "M", "States": {
          "M": { "Type": "Map", "ItemsPath": "$.list", "ToleratedFailurePercentage": 50, "ResultPath": "$.m",
            "ItemBatcher": { "MaxItemsPerBatch": 2, "BatchInput": { "a.$": "$.a" } },
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "I", "States": {
              "I": { "Type": "Pass", "OutputPath": "$.Items[0].x", "Next": "C" },
              "C": { "Type": "Choice", "Choices": [ { "Variable": "$", "NumericGreaterThan": 1, "Next": "F" } ], "Default": "D" },
              "F": { "Type": "Fail", "Error": "E" }, "D": { "Type": "Succeed" } } },
            "Retry": [ { "ErrorEquals": [ "States.ExceedToleratedFailureThreshold" ], "MaxAttempts": 2 } ],
            "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "X" } ], "Next": "X" },
          "X": { "Type": "Wait", "Timestamp": "2026-03-02T00:00:00Z", "Next": "Y" },
          "Y": { "Type": "Pass", "Result": { "done": true }, "ResultPath": "$.y", "End": true } } }
        """,
    ];

    private static readonly string[] s_inputs =
    [
        """{ "a": "abc", "n": 4, "list": [ { "x": 1 }, { "x": 2 }, { "x": 3 } ] }""",
        """{ "a": "xyz", "n": 2, "list": [ { "x": 5 } ] }""",
    ];

    /// <summary>What a value may become: other types, odd texts, and what other fields hold.</summary>
    private static readonly string[] s_values =
    [
        "null", "true", "0", "-1", "1e300", "0.5", "99999999", "\"\"", "\"$\"", "\"$.a\"", "\"$$.Map.Item.Value\"", "\"$x\"", "\"States.UUID()\"", "\"States.ArrayRange(0, 999, 1)\"",
        "\"{% $ %}\"", "\"{% ($f := function($n) { $f($n + 1) }; $f(0)) %}\"", "\"{% $states.input %}\"", "\"{% function($x) { $x } %}\"", "\"{% [1..100000] %}\"", "[]", "{}",
        "[[[]]]", "\"\\u0000\"", "\"S\"", "\"P\"", "\"M\"", "\"EXPRESS\"", "\"JSONata\"", "\"JSONPath\"",
    ];

    [Fact]
    public async Task Whatever_a_definition_has_become_it_is_refused_or_every_execution_ends()
    {
        int ran = 0;
        for (int seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            string definition = Mutate(s_definitions[seed % s_definitions.Length], random, random.Next(3));
            string input = Mutate(s_inputs[random.Next(s_inputs.Length)], random, random.Next(4));
            try
            {
                await RunAsync(definition, input);
                ran++;
            }
            catch (Exception e) when (e is DefinitionException or JsonException or ArgumentException)
            {
                e.Message.ShouldNotBeNullOrEmpty();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Case {seed}: {e.Message}\n{definition}\n{input}"), e);
            }
        }

        // Mutations that leave nothing to run would test nothing.
        ran.ShouldBeGreaterThan(Cases / 3);
    }

    private static async Task RunAsync(string definition, string input)
    {
        var clock = new VirtualTimeProvider(Machines.Start);
        var options = new LocalOptions { TimeProvider = clock, Seed = 1, Limits = new ExecutionLimits { HistoryEvents = 500 } };
        foreach (string task in (string[])["T", "B3"])
        {
            if (definition.Contains($"\"{task}\":", StringComparison.Ordinal))
            {
                options.Mock(task, Reply.Fail("E"), Reply.ReturnJson("""{"ok":1}""").After(TimeSpan.FromSeconds(3)), Reply.Timeout());
            }
        }

        await using var machine = LocalStateMachine.FromDefinition(definition, options);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync(input, cancellationToken: patience.Token);
        patience.IsCancellationRequested.ShouldBeFalse("the execution did not end by itself");
        (run.Status == ExecutionStatus.Succeeded).ShouldBe(run.OutputJson is not null);
        run.History[^1].Type.ToString().ShouldStartWith("Execution");
        run.History.ToJson().ShouldNotBeEmpty();
    }

    private static string Mutate(string json, Random random, int times)
    {
        JsonNode root = JsonNode.Parse(json)!;
        for (int i = 0; i < times; i++)
        {
            List<JsonNode> nodes = [.. Descendants(root)];
            JsonNode node = nodes[random.Next(nodes.Count)];
            Change(node, nodes[random.Next(nodes.Count)], random);
        }

        return root.ToJsonString();
    }

    private static void Change(JsonNode node, JsonNode other, Random random)
    {
        JsonNode? value = random.Next(3) switch
        {
            0 => other.DeepClone(),
            _ => JsonNode.Parse(s_values[random.Next(s_values.Length)]),
        };
        switch (node.Parent)
        {
            case JsonObject owner when random.Next(3) == 0:
                owner.Remove(node.GetPropertyName());
                break;
            case JsonObject owner:
                owner[node.GetPropertyName()] = value;
                break;
            case JsonArray list when random.Next(3) == 0:
                list.Add(value);
                break;
            case JsonArray list:
                list[node.GetElementIndex()] = value;
                break;
        }
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        yield return node;
        IEnumerable<JsonNode?> children = node switch
        {
            JsonObject @object => @object.Select(member => member.Value),
            JsonArray array => array,
            _ => [],
        };
        foreach (JsonNode child in children.OfType<JsonNode>().SelectMany(Descendants))
        {
            yield return child;
        }
    }
}
