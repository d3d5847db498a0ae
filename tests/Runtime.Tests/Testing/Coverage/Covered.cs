using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing.Coverage;

/// <summary>Machines whose executions are counted.</summary>
internal static class Covered
{
    /// <summary>A machine with one element of each kind that matters to reports, in lines of its own.</summary>
    public const string Order = """
        {
          "StartAt": "Route",
          "States": {
            "Route": {
              "Type": "Choice",
              "Choices": [
                { "Variable": "$.total", "NumericGreaterThan": 100, "Next": "Charge" },
                {
                  "Variable": "$.gift",
                  "IsPresent": true,
                  "Next": "Done"
                }
              ],
              "Default": "Done"
            },
            "Charge": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
              "Catch": [
                { "ErrorEquals": [ "States.Timeout", "Busy" ], "Next": "Decline" }
              ],
              "Next": "Done"
            },
            "Decline": { "Type": "Fail" },
            "Done": { "Type": "Succeed" }
          }
        }
        """;

    public static LocalOptions Options(StateMachineCoverage coverage, DefinitionPlace? place = null) =>
        new() { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, Coverage = coverage, DefinitionPlace = place };

    /// <summary>The coverage of some executions.</summary>
    public static async Task<MachineCoverage> RunAsync(string asl, Func<LocalOptions, LocalOptions>? configure = null, params string[] inputs)
    {
        var coverage = new StateMachineCoverage();
        LocalOptions options = Options(coverage);
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(asl, configure?.Invoke(options) ?? options);
        foreach (string input in inputs is [] ? ["{}"] : inputs)
        {
            await machine.ExecuteJsonAsync(input);
        }

        return coverage.ToReport().Machines.ShouldHaveSingleItem();
    }

    /// <summary>A report on <see cref="Order"/>.</summary>
    public static async Task<CoverageReport> ReportAsync(string name, DefinitionPlace? place, params string[] inputs)
    {
        var coverage = new StateMachineCoverage();
        await using LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(
            Order, Options(coverage, place).Mock("Charge", Reply.ReturnJson("1")), name);
        foreach (string input in inputs)
        {
            await machine.ExecuteJsonAsync(input);
        }

        return coverage.ToReport();
    }

    /// <summary>The counts by pointer.</summary>
    public static string[] Counts(this MachineCoverage machine) => [.. machine.Elements.Select(element => FormattableString.Invariant(
        $"{element.Pointer} {element.Hits}{(element.Kind == CoverageElementKind.ChoiceRule ? FormattableString.Invariant($"/{element.Misses}") : "")}"))];
}
