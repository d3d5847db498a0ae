using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary><c>$boolean</c>, <c>$not</c>, <c>$exists</c>.</summary>
internal static class BooleanFunctions
{
    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("boolean", static (a, _) => a[0] is { } value ? JsonBoolean.Of(Truth.Of(value)) : null);
        bodies.Add("not", static (a, _) => a[0] is { } value ? JsonBoolean.Of(!Truth.Of(value)) : null);
        bodies.Add("exists", static (a, _) => JsonBoolean.Of(a[0] is not null));
    }
}
