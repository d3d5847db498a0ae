using System;
using System.Threading;

namespace StateMachineGen.Execution;

/// <summary>
/// Ids that only telemetry shows, from a stream of chance of their own: whether somebody listens must not change the execution.
/// Handlers that were left behind may ask at the same time.
/// </summary>
internal sealed class ObservedIds(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    public string Next()
    {
        lock (_gate)
        {
            return RandomUuid.Next(_random);
        }
    }
}
