namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Not beside other tests: the memory, the threads or the faults of the whole process are looked at.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
