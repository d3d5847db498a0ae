using StateMachineGen.Data;
using StateMachineGen.Execution.Maps.Batching;
using StateMachineGen.Execution.Maps.Reading;
using StateMachineGen.Execution.Maps.Writing;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution.Maps;

/// <summary>
/// What a Map in distributed mode has beside an inline one: executions of their own, items that are read, batches, results that are
/// written, and failures that it may tolerate.
/// </summary>
internal sealed class DistributedPlan
{
    private readonly NumberField? _toleratedCount;
    private readonly NumberField? _toleratedPercentage;
    private readonly ItemReaderPlan? _reader;
    private readonly ItemBatcherPlan? _batcher;
    private readonly ResultWriterPlan? _writer;

    private DistributedPlan(FieldReader fields, MachineType childType)
    {
        ChildType = childType;
        Label = fields.Text("Label") ?? fields.StateName;
        _toleratedCount = NumberField.Compile(fields, "ToleratedFailureCount", 0, long.MaxValue);
        _toleratedPercentage = NumberField.Compile(fields, "ToleratedFailurePercentage", 0, 100, isWhole: false);
        _reader = ItemReaderPlan.Compile(fields);
        _batcher = ItemBatcherPlan.Compile(fields);
        _writer = ResultWriterPlan.Compile(fields);
    }

    /// <summary>The type of the executions that run the items.</summary>
    public MachineType ChildType { get; }

    /// <summary>What ARNs call the map run.</summary>
    public string Label { get; }

    /// <summary>Whether the items are read, wherever else they could come from: then nothing else is asked (measured).</summary>
    public bool HasReader => _reader is not null;

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

        return new DistributedPlan(fields, Text(config, "ExecutionType") == "EXPRESS" ? MachineType.Express : MachineType.Standard);
    }

    /// <summary>Begins an attempt, or gives null with a failure.</summary>
    /// <param name="plan">The state.</param>
    /// <param name="frame">Its visit.</param>
    /// <param name="data">What it works on.</param>
    /// <param name="items">The items, or null when they are read.</param>
    /// <param name="failure">Why there is no attempt.</param>
    public MapRun? Begin(MapPlan plan, Frame frame, JsonValue data, JsonArray? items, out Failure? failure)
    {
        frame.Data = data;
        FailureTolerance? tolerance = ReadTolerance(frame, out failure);
        ItemReading? reading = failure is null ? _reader?.Prepare(frame, out failure) : null;
        BatchForm? batching = failure is null ? _batcher?.Prepare(frame, out failure) : null;
        ResultWriting? writing = failure is null ? _writer?.Prepare(frame, out failure) : null;
        return failure is not null ? null : new DistributedMapRun(plan, this, frame, data, new MapRunParts
        {
            Items = items is null ? Dataset.Empty : new Dataset(items),
            Tolerance = tolerance!,
            Reading = reading,
            Batching = batching,
            Writing = writing,
        });
    }

    /// <summary>How many items may fail, or null with a failure.</summary>
    public FailureTolerance? ReadTolerance(Frame frame, out Failure? failure)
    {
        failure = null;
        double? count = _toleratedCount?.Read(frame, out failure);
        double? percentage = failure is null ? _toleratedPercentage?.Read(frame, out failure) : null;
        return failure is null ? new FailureTolerance(count, percentage) : null;
    }

    private static string? Text(JsonObjectSyntax? config, string field) => (config?.Find(field)?.Value as JsonStringSyntax)?.Value;
}
