using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.Maps;

/// <summary>What a Map in distributed mode has beside an inline one: executions of their own, and failures that it may tolerate.</summary>
internal sealed class DistributedPlan
{
    private readonly string _label;
    private readonly NumberField? _toleratedCount;
    private readonly NumberField? _toleratedPercentage;

    private DistributedPlan(FieldReader fields, MachineType childType)
    {
        ChildType = childType;
        _label = fields.Text("Label") ?? fields.StateName;
        _toleratedCount = NumberField.Compile(fields, "ToleratedFailureCount", 0, long.MaxValue);
        _toleratedPercentage = NumberField.Compile(fields, "ToleratedFailurePercentage", 0, 100, isWhole: false);
    }

    /// <summary>The type of the executions that run the items.</summary>
    public MachineType ChildType { get; }

    /// <summary>Reads the fields; null for a Map in inline mode.</summary>
    /// <param name="fields">The Map's fields.</param>
    /// <param name="processor">Those of its item processor.</param>
    public static DistributedPlan? Compile(FieldReader fields, FieldReader processor)
    {
        var config = processor.Value("ProcessorConfig") as JsonObjectSyntax;
        if (Text(config, "Mode") != "DISTRIBUTED")
        {
            // Without a map run nothing is tolerated.
            fields.Value("ToleratedFailureCount");
            fields.Value("ToleratedFailurePercentage");
            return null;
        }

        foreach (string field in (string[])["ItemReader", "ItemBatcher", "ResultWriter"])
        {
            if (fields.Has(field))
            {
                throw fields.NotRun(field, null);
            }
        }

        return new DistributedPlan(fields, Text(config, "ExecutionType") == "EXPRESS" ? MachineType.Express : MachineType.Standard);
    }

    /// <summary>Begins an attempt, or gives null with a failure.</summary>
    public MapRun? Begin(MapPlan plan, Frame frame, JsonValue data, JsonArray items, out Failure? failure)
    {
        FailureTolerance? tolerance = ReadTolerance(frame, items.Items.Length, out failure);
        return tolerance is null ? null : new DistributedMapRun(plan, this, frame, data, items, tolerance, _label);
    }

    /// <summary>How many of so many items may fail, or null with a failure.</summary>
    public FailureTolerance? ReadTolerance(Frame frame, int items, out Failure? failure)
    {
        failure = null;
        double? count = _toleratedCount?.Read(frame, out failure);
        double? percentage = failure is null ? _toleratedPercentage?.Read(frame, out failure) : null;
        return failure is null ? new FailureTolerance(count, percentage, items) : null;
    }

    private static string? Text(JsonObjectSyntax? config, string field) => (config?.Find(field)?.Value as JsonStringSyntax)?.Value;
}
