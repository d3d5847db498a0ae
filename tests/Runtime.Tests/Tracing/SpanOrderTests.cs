using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public class SpanOrderTests
{
    [Theory]
    [InlineData(
        """ "Type": "Map", "ItemProcessor": { "StartAt": "W", "States": { "W": { "Type": "Wait", "SecondsPath": "$", "End": true } } } """,
        new[] { "Iteration 0", "Iteration 1", "Iteration 2" })]
    [InlineData(
        """
        "Type": "Parallel", "Branches": [
          { "StartAt": "A", "States": { "A": { "Type": "Wait", "SecondsPath": "$[0]", "End": true } } },
          { "StartAt": "B", "States": { "B": { "Type": "Wait", "SecondsPath": "$[1]", "End": true } } } ]
        """,
        new[] { "Branch 0", "Branch 1" })]
    public async Task What_starts_together_is_told_in_the_order_of_its_numbers(string state, string[] names)
    {
        using var collector = new XRayTraceCollector();
        await Machines.RunAsync($$"""{ "StartAt": "S", "States": { "S": { {{state}}, "End": true } } }""", "[3,1,2]");
        JsonElement machine = JsonDocument.Parse(collector.GetTraces().ShouldHaveSingleItem().Segments[0].Document).RootElement;
        machine.GetProperty("subsegments")[0].GetProperty("subsegments").EnumerateArray().Select(part => part.GetProperty("name").GetString()).ShouldBe(names);
    }
}
