using System;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.States;

/// <summary>Which of the fields that data flows through a type of state has, beside those that all have.</summary>
[Flags]
internal enum DataFlowFields
{
    /// <summary><c>InputPath</c>, <c>OutputPath</c> or <c>Output</c> only.</summary>
    None = 0,

    /// <summary><c>Parameters</c>, or <c>Arguments</c> in JSONata.</summary>
    Payload = 1,

    /// <summary><c>ResultPath</c>.</summary>
    ResultPath = 2,

    /// <summary><c>ResultSelector</c>, or <c>$states.result</c> in JSONata.</summary>
    Result = 4,

    /// <summary><c>Assign</c>.</summary>
    Assign = 8,
}

/// <summary>How data passes through a state, in the state's query language.</summary>
internal abstract class DataFlow(Departure departure)
{
    public static DataFlow Compile(FieldReader fields, DataFlowFields parts) =>
        fields.IsJsonata ? new JsonataFlow(fields, parts) : new JsonPathFlow(fields, parts);

    /// <summary>What the state works on: the input, or the part of it that <c>InputPath</c> selects. Null with a failure.</summary>
    public abstract JsonValue? Take(Frame frame, JsonValue input, out Failure? failure);

    /// <summary>What the state's work is given: <c>Parameters</c> or <c>Arguments</c>, or what it works on. Null with a failure.</summary>
    public abstract JsonValue? Fill(Frame frame, JsonValue data, out Failure? failure);

    /// <summary>The way on with the result of the work.</summary>
    /// <param name="frame">The visit.</param>
    /// <param name="input">The state's input.</param>
    /// <param name="result">What the work came to; for states that do none, what they work on.</param>
    /// <param name="transition">The way out; null for a state that has none, as Succeed.</param>
    public Outcome Give(Frame frame, JsonValue input, JsonValue result, Transition? transition) => Give(frame, input, result, transition, departure);

    /// <inheritdoc cref="Give(Frame, JsonValue, JsonValue, Transition?)"/>
    /// <param name="frame">The visit.</param>
    /// <param name="input">The state's input.</param>
    /// <param name="result">What the work came to; for states that do none, what they work on.</param>
    /// <param name="transition">The way out; null for a state that has none, as Succeed.</param>
    /// <param name="chosen">What a Choice rule says in place of the state.</param>
    public abstract Outcome Give(Frame frame, JsonValue input, JsonValue result, Transition? transition, Departure chosen);

    /// <summary>The failure of a value that is too large to be passed on, or null.</summary>
    public static Failure? CheckLimits(JsonValue value, Frame frame, string subject) =>
        value.Size > frame.Run.Limits.PayloadBytes ? Failure.DataLimitExceeded(subject)
        : value.Depth > JsonValue.MaxDepth ? Failure.Runtime(frame, $"The data is nested deeper than {JsonValue.MaxDepth} levels.")
        : null;
}
