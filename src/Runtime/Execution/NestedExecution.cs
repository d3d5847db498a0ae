using System.Threading.Tasks;

namespace StateMachineGen.Execution;

/// <summary>An execution that a task of another one started.</summary>
/// <param name="Run">The execution.</param>
/// <param name="End">Ends with it.</param>
internal sealed record NestedExecution(ExecutionRun Run, Task End);
