using StateMachineGen.Execution.Maps.Batching;
using StateMachineGen.Execution.Maps.Reading;
using StateMachineGen.Execution.Maps.Writing;

namespace StateMachineGen.Execution.Maps;

/// <summary>What a map run is made of, worked out from what the state sees.</summary>
internal sealed class MapRunParts
{
    /// <summary>The items, as far as they are not read.</summary>
    public required Dataset Items { get; init; }

    public required FailureTolerance Tolerance { get; init; }

    /// <summary>What to read; null when the items are there.</summary>
    public ItemReading? Reading { get; init; }

    /// <summary>How to group the items; null when each has an execution of its own.</summary>
    public BatchForm? Batching { get; init; }

    /// <summary>How to pass the results on; null when the state's result is the outputs of what succeeded.</summary>
    public ResultWriting? Writing { get; init; }
}
