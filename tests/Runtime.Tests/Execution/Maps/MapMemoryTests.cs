using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using static StateMachineGen.Runtime.Tests.Execution.Maps.DistributedMaps;

namespace StateMachineGen.Runtime.Tests.Execution.Maps;

[Collection(nameof(Alone))]
public class MapMemoryTests
{
    [Theory]
    [InlineData(true, 1024)]
    [InlineData(false, 1024)]
    public async Task An_item_needs_little_beside_its_data(bool isDistributed, int limit)
    {
        long few = await KeptAsync(1_000, isDistributed);
        long many = await KeptAsync(11_000, isDistributed);
        ((many - few) / 10_000).ShouldBeLessThan(limit);
    }

    /// <summary>How much memory the result of a run keeps.</summary>
    private static async Task<long> KeptAsync(int items, bool isDistributed)
    {
        string machine = isDistributed
            ? Machine(""" "ResultSelector": {}, """)
            : """{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }, "ResultSelector": {}, "End": true } } }""";
        string input = JsonSerializer.Serialize(Enumerable.Range(0, items));
        await using var local = LocalStateMachine.FromDefinition(machine, Machines.Virtual(), type: isDistributed ? MachineType.Standard : MachineType.Express);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var run = await local.ExecuteJsonAsync(input);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        GC.KeepAlive(run);
        return after - before;
    }
}
