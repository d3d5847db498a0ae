using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>What a function gives: a value, or why there is none.</summary>
internal readonly struct IntrinsicResult
{
    /// <summary>The function takes no such arguments. AWS says no more than that of most faults.</summary>
    public static readonly IntrinsicResult InvalidArguments;

    private IntrinsicResult(JsonValue? value, string? fault)
    {
        Value = value;
        Fault = fault;
    }

    /// <summary>The value, or null when there is none.</summary>
    public JsonValue? Value { get; }

    /// <summary>Why there is no value; null when the arguments are invalid and nothing else is to be said.</summary>
    public string? Fault { get; }

    public static implicit operator IntrinsicResult(JsonValue value) => new(value, null);

    public static IntrinsicResult Fail(string fault) => new(null, fault);
}
