namespace StateMachineGen.Tracing;

/// <summary>An ended span that is not done with.</summary>
/// <param name="Span">The span.</param>
/// <param name="IsSent">Whether its documents were sent before, and it is kept for what others say of it.</param>
internal readonly record struct HeldSpan(RecordedSpan Span, bool IsSent);
