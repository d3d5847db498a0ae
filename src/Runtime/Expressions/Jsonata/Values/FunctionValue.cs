using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>A function as a value: one of JSONata's, a lambda, a regular expression.</summary>
internal abstract class FunctionValue() : JsonValue(JsonKind.Function, DepthOfFunctions)
{
    /// <summary>
    /// The depth that functions claim, deeper than data ever nests, so that a value with a function somewhere inside is known at once.
    /// </summary>
    public const int DepthOfFunctions = 1 << 20;

    /// <summary>How many arguments the function takes. Functions that call others give them no more than that.</summary>
    public abstract int Arity { get; }

    /// <summary>Calls the function.</summary>
    /// <param name="arguments">The arguments; a null stands for nothing. The function may keep the array.</param>
    /// <param name="caller">Who calls.</param>
    /// <returns>The value, which may be a sequence of any number of values.</returns>
    public abstract JsonValue? Invoke(JsonValue?[] arguments, Caller caller);

    /// <summary>Whether a value is a function or has one inside.</summary>
    public static bool IsIn(JsonValue value) => value.Depth >= DepthOfFunctions;

    // JSONata writes functions in strings as nothing, and in JSON as an empty string.
    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw("\"\"");

    private protected override long Measure() => 2;
}
