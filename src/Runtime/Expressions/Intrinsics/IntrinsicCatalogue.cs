using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>An intrinsic function.</summary>
/// <param name="arguments">The arguments, of any number and kind: each function looks at its own.</param>
/// <param name="context">Where chance and ids come from.</param>
internal delegate IntrinsicResult IntrinsicFunction(ReadOnlySpan<JsonValue> arguments, EvaluationScope context);

/// <summary>The intrinsic functions by name.</summary>
internal static class IntrinsicCatalogue
{
    public static FrozenDictionary<string, IntrinsicFunction> Functions { get; } = new Dictionary<string, IntrinsicFunction>
    {
        ["States.Format"] = Pure(StringFunctions.Format),
        ["States.StringSplit"] = Pure(StringFunctions.StringSplit),
        ["States.StringToJson"] = Pure(JsonFunctions.StringToJson),
        ["States.JsonToString"] = Pure(JsonFunctions.JsonToString),
        ["States.JsonMerge"] = Pure(JsonFunctions.JsonMerge),
        ["States.Array"] = Pure(ArrayFunctions.Array),
        ["States.ArrayPartition"] = Pure(ArrayFunctions.ArrayPartition),
        ["States.ArrayContains"] = Pure(ArrayFunctions.ArrayContains),
        ["States.ArrayRange"] = Pure(ArrayFunctions.ArrayRange),
        ["States.ArrayGetItem"] = Pure(ArrayFunctions.ArrayGetItem),
        ["States.ArrayLength"] = Pure(ArrayFunctions.ArrayLength),
        ["States.ArrayUnique"] = Pure(ArrayFunctions.ArrayUnique),
        ["States.Base64Encode"] = Pure(EncodingFunctions.Base64Encode),
        ["States.Base64Decode"] = Pure(EncodingFunctions.Base64Decode),
        ["States.Hash"] = Pure(EncodingFunctions.Hash),
        ["States.MathRandom"] = MathFunctions.MathRandom,
        ["States.MathAdd"] = Pure(MathFunctions.MathAdd),

        // AWS takes any arguments and looks at none (measured).
        ["States.UUID"] = static (_, context) => new JsonString(context.NewId()),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A function of its arguments alone, as nearly all are.</summary>
    private static IntrinsicFunction Pure(PureFunction function) => (arguments, _) => function(arguments);

    private delegate IntrinsicResult PureFunction(ReadOnlySpan<JsonValue> arguments);
}
