namespace StateMachineGen.Execution;

/// <summary>
/// The executions that come from one by starting each other. Machines may start themselves without end, which on AWS runs until quotas
/// and bills stop it; here the bounds do.
/// </summary>
internal sealed class ExecutionFamily
{
    // They run in each other's calls as long as none of them waits, so a chain must fit the stack.
    private const int MaxDepth = 64;
    private const int MaxExecutions = 100_000;

    private int _started;

    /// <summary>Counts one more; false when there are too many.</summary>
    /// <param name="depth">How many executions it descends from.</param>
    public bool TryAdd(int depth) => depth <= MaxDepth && ++_started <= MaxExecutions;
}
