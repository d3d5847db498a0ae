using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>What a task came to: an output or a failure; neither when nobody waits for it any more.</summary>
internal readonly record struct TaskAnswer(JsonValue? Output, Failure? Failure)
{
    public static implicit operator TaskAnswer(Failure failure) => new(null, failure);

    public static implicit operator TaskAnswer(JsonValue output) => new(output, null);
}
