namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Not beside other tests: the memory of the whole process is measured.</summary>
[CollectionDefinition(nameof(AloneInMemory), DisableParallelization = true)]
public sealed class AloneInMemory;
