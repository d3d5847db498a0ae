using System.Threading;

namespace StateMachineGen.Testing.Coverage;

/// <summary>The counts of one element, from all executions of all machines with the same definition. Any number of threads may count at once.</summary>
internal sealed class ElementCounter
{
    private long _hits;
    private long _misses;

    public long Hits => Interlocked.Read(ref _hits);

    public long Misses => Interlocked.Read(ref _misses);

    public void Hit() => Interlocked.Increment(ref _hits);

    public void Miss() => Interlocked.Increment(ref _misses);
}
