using StateMachineGen.Execution.Processing;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Tracing;

/// <summary>What a report keeps of a visit beside the history: the data after each step, and which span is the visit's.</summary>
/// <param name="type">The state's type.</param>
/// <param name="enteredEventId">The event that began the visit.</param>
/// <param name="spanId">The span's id; null when the execution is not traced.</param>
internal sealed class VisitRecord(StateType type, int enteredEventId, string? spanId) : ProcessingTrail(type)
{
    public int EnteredEventId { get; } = enteredEventId;

    public string? SpanId { get; } = spanId;
}
