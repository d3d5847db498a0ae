using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using static StateMachineGen.Runtime.Tests.Execution.Maps.DistributedMaps;

namespace StateMachineGen.Runtime.Tests.Execution.Maps;

public class ItemBatcherTests
{
    [Theory]
    [InlineData(""" "MaxItemsPerBatch": 2 """, """[{"Items":[1,2]},{"Items":[3,4]},{"Items":[5]}]""")]
    [InlineData(""" "MaxItemsPerBatchPath": "$$.Execution.Input[1]" """, """[{"Items":[1,2]},{"Items":[3,4]},{"Items":[5]}]""")]
    [InlineData(""" "MaxItemsPerBatch": 0 """, """[{"Items":[1,2,3,4,5]}]""")]
    [InlineData(""" "MaxItemsPerBatch": 9 """, """[{"Items":[1,2,3,4,5]}]""")]
    [InlineData(""" "MaxInputBytesPerBatch": 15 """, """[{"Items":[1,2]},{"Items":[3,4]},{"Items":[5]}]""")]
    [InlineData(""" "MaxInputBytesPerBatch": 17, "MaxItemsPerBatch": 2 """, """[{"Items":[1,2]},{"Items":[3,4]},{"Items":[5]}]""")]
    [InlineData(""" "MaxItemsPerBatch": 3, "BatchInput": { "x.$": "$[0]", "y": 2 } """, """[{"BatchInput":{"x":1,"y":2},"Items":[1,2,3]},{"BatchInput":{"x":1,"y":2},"Items":[4,5]}]""")]
    [InlineData(""" "MaxInputBytesPerBatch": 34, "BatchInput": { "x": 1 } """, """[{"BatchInput":{"x":1},"Items":[1]},{"BatchInput":{"x":1},"Items":[2]},{"BatchInput":{"x":1},"Items":[3]},{"BatchInput":{"x":1},"Items":[4]},{"BatchInput":{"x":1},"Items":[5]}]""")]
    public async Task Items_are_grouped(string fields, string batches)
    {
        var run = await RunAsync(Machine($$""" "ItemBatcher": { {{fields}} }, """.Replace("$$.Execution.Input[1]", "$[1]", StringComparison.Ordinal)), null, "[1,2,3,4,5]");
        run.OutputJson.ShouldBe(batches, run.Cause);
    }

    [Fact]
    public async Task Batches_hold_what_the_selector_makes_of_items()
    {
        var run = await RunAsync(
            Machine(""" "ItemBatcher": { "MaxInputBytesPerBatch": 40 }, "ItemSelector": { "i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value" }, """), null, "[7,8,9]");
        run.OutputJson.ShouldBe("""[{"Items":[{"i":0,"v":7},{"i":1,"v":8}]},{"Items":[{"i":2,"v":9}]}]""");
    }

    [Fact]
    public async Task Jsonata_says_how_to_group()
    {
        var run = await RunAsync(
            Machine(
                """ "Items": "{% [1..4] %}", "ItemBatcher": { "MaxItemsPerBatch": "{% $states.input.n %}", "BatchInput": "{% $states.input.n * 10 %}" }, """,
                machineFields: """ "QueryLanguage": "JSONata", """),
            null,
            """{"n":3}""");
        run.OutputJson.ShouldBe("""[{"BatchInput":30,"Items":[1,2,3]},{"BatchInput":30,"Items":[4]}]""", run.Cause);
    }

    [Fact]
    public async Task No_batch_is_larger_than_the_input_of_an_execution()
    {
        string item = new('x', 100_000);
        string input = JsonSerializer.Serialize(new[] { item, item });
        var run = await RunAsync(
            Machine(""" "ItemBatcher": { "MaxItemsPerBatch": 10 }, "ItemSelector": { "a.$": "$$.Map.Item.Value", "b.$": "$$.Map.Item.Value" }, "ResultPath": null, """), null, input);
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        run.MapRuns[0].Executions.Select(each => each.ItemCount).ShouldBe([1, 1]);
    }

    [Theory]
    [InlineData(""" "ItemBatcher": { "MaxInputBytesPerBatch": 20 }, """, "[1,\"123456789\",2]")]
    [InlineData(""" "ItemBatcher": { "MaxInputBytesPerBatch": 20, "BatchInput": { "large": "123456789" } }, """, "[1]")]
    public async Task An_item_that_no_batch_has_room_for_fails_the_map(string fields, string input) =>
        (await RunAsync(Machine(fields), null, input)).Error.ShouldBe("States.DataLimitExceeded");

    [Fact]
    public async Task An_item_that_no_execution_takes_fails_the_map()
    {
        string fields = string.Concat(Enumerable.Range(0, 3).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"m{i}.$\": \"$$.Map.Item.Value\",")));
        var run = await RunAsync(Machine($$""" "ItemSelector": { {{fields.TrimEnd(',')}} }, """), null, JsonSerializer.Serialize(new[] { new string('x', 100_000) }));
        run.Error.ShouldBe("States.DataLimitExceeded");
    }

    [Theory]
    [InlineData(""" "ToleratedFailureCount": 2, """, true)]
    [InlineData(""" "ToleratedFailureCount": 1, """, false)]
    [InlineData(""" "ToleratedFailurePercentage": 40, """, true)]
    [InlineData(""" "ToleratedFailurePercentage": 39, """, false)]
    public async Task All_items_of_a_batch_fail_with_it(string tolerance, bool isTolerated)
    {
        var run = await RunAsync(Machine(tolerance + """ "MaxConcurrency": 1, "ItemBatcher": { "MaxItemsPerBatch": 2 }, """, FailBad), null, """["bad",1,2,3,4]""");
        run.Error.ShouldBe(isTolerated ? null : "States.ExceedToleratedFailureThreshold");
        run.MapRuns[0].ItemCounts.Failed.ShouldBe(2);
        run.MapRuns[0].ExecutionCounts.Failed.ShouldBe(1);
        run.MapRuns[0].ItemCounts.Pending.ShouldBe(isTolerated ? 0 : 3);
    }
}
