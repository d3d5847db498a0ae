using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>What a machine is to be created as: what AWS's CreateStateMachine takes beside the definition, and checks against it.</summary>
/// <param name="Name">The machine's name; null when it is not known.</param>
/// <param name="Type">The machine's type. Some states cannot be in an Express machine.</param>
public sealed record CreationTarget(string? Name = null, StateMachineType Type = StateMachineType.Standard)
{
    /// <summary>A Standard machine of unknown name.</summary>
    public static CreationTarget Unknown { get; } = new();
}
