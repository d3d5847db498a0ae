using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>What counts as true.</summary>
internal static class Truth
{
    /// <summary>Whether a value counts as true. Nothing does not, nor does a function.</summary>
    public static bool Of(JsonValue? value)
    {
        switch (value)
        {
            case JsonBoolean boolean:
                return boolean.Value;
            case JsonNumber number:
                return number.Value != 0;
            case JsonString text:
                return text.Value.Length > 0;
            case JsonObject @object:
                return @object.Count > 0;
            case JsonArray array:
                foreach (JsonValue item in array.Items)
                {
                    if (Of(item))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }
}
