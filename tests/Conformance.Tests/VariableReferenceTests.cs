using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Which variables the states of a machine read, as AWS told of state machines that were created there.</summary>
public class VariableReferenceTests
{
    [Fact]
    public void Variables_are_read_where_AWS_says()
    {
        IReadOnlyList<JsonElement> cases = Corpus.Read("variable_refs_aws.jsonl");
        cases.Count.ShouldBe(7);
        foreach (JsonElement @case in cases)
        {
            StateMachine machine = Definition.Read(@case.GetProperty("definition").GetRawText()).Machine!;
            Describe(VariableReferences.Of(machine).Select(state => (state.Key, (IEnumerable<string>)state.Value))).ShouldBe(
                Describe(@case.GetProperty("variableReferences").EnumerateObject().Select(
                    state => (state.Name, state.Value.EnumerateArray().Select(name => name.GetString()!)))),
                @case.GetProperty("id").GetString());
        }
    }

    private static IEnumerable<string> Describe(IEnumerable<(string State, IEnumerable<string> Variables)> states) =>
        states.Select(state => $"{state.State}: {string.Join(", ", state.Variables.Order())}").Order();
}
