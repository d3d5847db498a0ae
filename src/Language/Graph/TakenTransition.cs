namespace StateMachineGen.Language.Graph;

/// <summary>A transition that an execution took.</summary>
/// <param name="Source">The state that it leads from; null for the start of the scope that the target is in.</param>
/// <param name="Target">The state that it leads to; null for the end of the scope that the source is in.</param>
/// <param name="IsCaught">Whether it is that of a Catch.</param>
/// <param name="Count">How often it was taken.</param>
public sealed record TakenTransition(string? Source, string? Target, bool IsCaught, int Count);
