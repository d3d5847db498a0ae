using System;
using System.Threading;
using System.Threading.Tasks;

namespace Tutorial;

/// <summary>
/// The luck of one execution. Each execution has its own, so what happens in it does not depend on how it is interleaved
/// with others.
/// </summary>
/// <param name="seed">The same seed gives the same luck.</param>
/// <param name="clock">The clock to sleep by.</param>
public sealed class Chance(int seed, TimeProvider clock)
{
    // The functions of an execution run one after the other, so nothing is locked.
    private readonly Random _random = new(seed);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    /// <summary>Sleeps for a random time, in whole milliseconds.</summary>
    public Task SleepAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(_random.Next((int)longest.TotalMilliseconds + 1)), clock, cancellationToken);
}
