using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Deep copies. Values never change, so only who compares identities needs one.</summary>
internal static class Cloning
{
    /// <summary>A copy of which each object and each array is its own. Functions are left out of objects, and are null in arrays.</summary>
    public static JsonValue Clone(JsonValue value, Evaluation run)
    {
        run.Spend(1);
        switch (value)
        {
            case JsonObject @object:
                var members = default(JsonObject.Builder);
                for (int i = 0; i < @object.Count; i++)
                {
                    if (@object.Values[i] is not FunctionValue)
                    {
                        members.Set(@object.Names[i], Clone(@object.Values[i], run));
                    }
                }

                return members.ToObject();
            case JsonArray array:
                var items = new JsonValue[array.Items.Length];
                for (int i = 0; i < items.Length; i++)
                {
                    items[i] = Clone(array.Items[i], run);
                }

                return new JsonArray(items);
            case FunctionValue:
                return JsonNull.Instance;
            default:
                return value;
        }
    }
}
