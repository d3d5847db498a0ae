using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Tests.Rules.DataFlow;

public class VariableReferencesTests
{
    [Fact]
    public void Variables_are_told_by_state_wherever_the_state_reads_them() => Read(
        """
        {
          "StartAt": "A",
          "States": {
            "A": {
              "Type": "Map",
              "ItemsPath": "$rows",
              "MaxConcurrencyPath": "$limit",
              "ItemSelector": { "x.$": "States.Array($b, $a, $b.c)", "y": "$literal" },
              "ItemProcessor": {
                "StartAt": "Inner",
                "States": { "Inner": { "Type": "Pass", "Parameters": { "z.$": "$.list[?(@.x == $.y)]" }, "OutputPath": "$inner", "End": true } }
              },
              "Assign": { "own": 1, "copy.$": "$.a" },
              "Next": "B"
            },
            "B": {
              "Type": "Choice",
              "Choices": [ { "And": [ { "Variable": "$flag", "IsPresent": true } ], "Next": "C", "Assign": { "n.$": "$old" } } ]
            },
            "C": { "Type": "Fail", "ErrorPath": "States.Format('{}', $reason)" }
          }
        }
        """).ShouldBe(["A: a, b, limit, rows", "B: flag, old", "C: reason", "Inner: inner"]);

    [Fact]
    public void In_jsonata_neither_functions_nor_what_the_expression_binds_are_variables() => Read(
        """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "A",
          "States": {
            "A": { "Type": "Pass", "Output": { "o": "{% $map($items, $string) %}", "p": "{% ($x := $y; $x + $states.input.z) %}" }, "End": true }
          }
        }
        """).ShouldBe(["A: items, y"]);

    [Fact]
    public void What_cannot_be_read_reads_nothing() =>
        Read("""{"StartAt":"A","States":{"A":{"Type":"Pass","InputPath":"$a["},"B":{"Type":"Nothing","InputPath":"$b"},"C":7}}""").ShouldBeEmpty();

    private static IEnumerable<string> Read(string definition) =>
        VariableReferences.Of(Definition.Read(definition).Machine!).Select(state => $"{state.Key}: {string.Join(", ", state.Value)}");
}
