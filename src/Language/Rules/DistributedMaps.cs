using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Reads how a Map runs its items.</summary>
internal static class DistributedMaps
{
    /// <summary>Whether each item has an execution of its own.</summary>
    public static bool IsDistributed(MapState map) => Mode(map) is { Value: "DISTRIBUTED" };

    /// <summary>Whether a Map may run its items so: it says so, or a deployment says it.</summary>
    public static bool MayBeDistributed(MapState map) => Mode(map) is { } mode && mode.Value != "INLINE";

    /// <summary>As what the items of a Distributed Map are executed; null when a deployment decides.</summary>
    public static StateMachineType? ChildType(ItemProcessor processor) => processor.ProcessorConfig?.Find("ExecutionType")?.Value switch
    {
        JsonStringSyntax { Value: "STANDARD" } => StateMachineType.Standard,
        JsonStringSyntax { Value: "EXPRESS" } => StateMachineType.Express,
        _ => null,
    };

    private static JsonStringSyntax? Mode(MapState map) => map.ItemProcessor?.ProcessorConfig?.Find("Mode")?.Value as JsonStringSyntax;
}
