using System;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The functions of numbers.</summary>
internal static class MathFunctions
{
    /// <summary>Adds what both numbers round to.</summary>
    public static IntrinsicResult MathAdd(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonNumber first, JsonNumber second]
            || IntegerArgument.Round(first) is not { } left
            || IntegerArgument.Round(second) is not { } right)
        {
            return IntrinsicResult.InvalidArguments;
        }

        long sum = (long)left + right;
        return sum is >= int.MinValue and <= int.MaxValue ? JsonNumber.Of(sum) : IntrinsicResult.InvalidArguments;
    }

    /// <summary>
    /// With a seed the number is the one that Java's generator gives, as on AWS (measured). The bounds lose their fractions: AWS finds
    /// nothing between 1.4 and 1.6.
    /// </summary>
    public static IntrinsicResult MathRandom(ReadOnlySpan<JsonValue> arguments, EvaluationScope context)
    {
        if (arguments is not [JsonNumber from, JsonNumber to, ..]
            || IntegerArgument.Truncate(from) is not { } start
            || IntegerArgument.Truncate(to) is not { } end
            || (long)end - start is not (> 0 and <= int.MaxValue and var range))
        {
            return IntrinsicResult.InvalidArguments;
        }

        return arguments[2..] switch
        {
            [] => JsonNumber.Of(start + context.Random.NextInt64(range)),
            [JsonNumber seed] => JsonNumber.Of((long)start + new JavaRandom((long)Math.Truncate(seed.Value)).Next((int)range)),
            _ => IntrinsicResult.InvalidArguments,
        };
    }
}
