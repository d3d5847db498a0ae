using System.Diagnostics.CodeAnalysis;
using StateMachineGen.Data;
using StateMachineGen.Execution;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>What a function gives: a value, or why there is none.</summary>
internal readonly struct IntrinsicResult
{
    /// <summary>The function takes no such arguments. AWS says no more than that of most faults.</summary>
    public static readonly IntrinsicResult InvalidArguments;

    private IntrinsicResult(JsonValue? value, CauseText? fault)
    {
        Value = value;
        Fault = fault;
    }

    /// <summary>The value, or null when there is none.</summary>
    public JsonValue? Value { get; }

    /// <summary>Why there is no value; null when the arguments are invalid and nothing else is to be said.</summary>
    public CauseText? Fault { get; }

    public static implicit operator IntrinsicResult(JsonValue value) => new(value, null);

    public static IntrinsicResult Fail(CauseText fault) => new(null, fault);

    public static IntrinsicResult Fail([ConstantExpected] string fault) => new(null, CauseText.Of(fault));
}
