using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Who calls a function.</summary>
/// <param name="Run">The evaluation.</param>
/// <param name="Context">The context value, which takes the place of some missing arguments.</param>
/// <param name="Headroom">How many levels the function may nest.</param>
internal readonly record struct Caller(Evaluation Run, JsonValue? Context, int Headroom);
