using System;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Compares values through and through, as <see cref="Equality.AreEqual(JsonValue, JsonValue, Evaluation)"/>.</summary>
internal sealed class ValueComparer(Evaluation run) : IEqualityComparer<JsonValue>
{
    /// <summary>So many elements and members of a value are looked at for its hash.</summary>
    private const int HashedParts = 8;

    public bool Equals(JsonValue? x, JsonValue? y) => x is not null && y is not null && Equality.AreEqual(x, y, run);

    public int GetHashCode(JsonValue value)
    {
        run.Spend(1);
        switch (value)
        {
            case JsonNumber number:
                return number.Value.GetHashCode();
            case JsonString text:
                return text.Value.GetHashCode(StringComparison.Ordinal);
            case JsonArray array:
                var hash = default(HashCode);
                foreach (JsonValue item in array.Items[..Math.Min(HashedParts, array.Items.Length)])
                {
                    hash.Add(GetHashCode(item));
                }

                return hash.ToHashCode();
            case JsonObject @object:
                // Members may stand in any order.
                int sum = @object.Count;
                for (int i = 0; i < @object.Count && @object.Count <= HashedParts; i++)
                {
                    sum += HashCode.Combine(@object.Names[i], GetHashCode(@object.Values[i]));
                }

                return sum;
            default:
                return value.Kind.GetHashCode();
        }
    }
}
