using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>Which object items are read from, or results are written to: <c>Parameters</c> or <c>Arguments</c>, worked out.</summary>
internal sealed class ItemLocation(JsonValue arguments)
{
    public string Bucket => Find("Bucket") ?? throw new UnreadableItemsException("The ItemReader names no Bucket.");

    public string Key => Find("Key") ?? throw new UnreadableItemsException("The ItemReader names no Key.");

    public string Prefix => Find("Prefix") ?? "";

    private string? Find(string name) => ((arguments as JsonObject)?[name] as JsonString)?.Value;
}
