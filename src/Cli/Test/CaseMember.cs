using System;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>Reads the members of a case. One that is null is none.</summary>
internal static class CaseMember
{
    /// <summary>A definition, or data, may be far deeper than JSON usually is.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = 1024 };

    /// <summary>A member of an object, of whatever type; null when there is none.</summary>
    public static JsonElement? Find(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A member of one type; null when there is none.</summary>
    /// <exception cref="JsonException">It has another type.</exception>
    public static JsonElement? Find(JsonElement parent, string name, JsonValueKind kind) => Find(parent, name) is not { } value ? null
        : value.ValueKind == kind ? value
        : throw new JsonException($"\"{name}\" must be {Shown(kind)}, and is {Shown(value.ValueKind)}.");

    /// <summary>One of several words; the first when there is no such member.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static string Choose(JsonElement parent, string name, params string[] words) => Find(parent, name) is not { } value ? words[0]
        : value.ValueKind == JsonValueKind.String && Array.Find(words, word => word.Equals(value.GetString(), StringComparison.OrdinalIgnoreCase)) is { } chosen ? chosen
        : throw new JsonException($"\"{name}\" must be {string.Join(" or ", words.Select(word => $"\"{word}\""))}, and is {value.GetRawText()}.");

    private static string Shown(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };
}
