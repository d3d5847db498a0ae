using System.Text.Json;
using StateMachineGen.Storage;

namespace StateMachineGen.Cli.Test;

/// <summary>What a case has in S3 when its execution starts.</summary>
internal static class StoredObjects
{
    private const string Member = "s3_objects";

    /// <summary>Reads the objects.</summary>
    /// <exception cref="JsonException">They have another form.</exception>
    public static MemoryObjectStore Read(JsonElement @case)
    {
        var store = new MemoryObjectStore();
        if (CaseMember.Find(@case, Member, JsonValueKind.Array) is { } objects)
        {
            foreach (JsonElement each in objects.EnumerateArray())
            {
                store.Put(ReadText(each, "Bucket"), ReadText(each, "Key"), ReadText(each, "Body", canBeEmpty: true));
            }
        }

        return store;
    }

    private static string ReadText(JsonElement stored, string name, bool canBeEmpty = false) =>
        stored.ValueKind == JsonValueKind.Object && stored.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text && (canBeEmpty || text.Length > 0)
            ? text
            : throw new JsonException($"Each of \"{Member}\" must be {{\"Bucket\",\"Key\",\"Body\"}}, and its \"{name}\" a string{(canBeEmpty ? "" : " that is not empty")}.");
}
