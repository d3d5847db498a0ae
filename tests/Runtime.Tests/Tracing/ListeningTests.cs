namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>
/// Activity listeners see the whole process: tests that listen run while no other does, so that they see only their own
/// spans and do not disturb tests of what costs nothing while nobody listens.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ListeningTests
{
    public const string Name = "Activity listeners";
}
