using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>Ids of traces that begin with the second in which the trace began, as X-Ray wants them.</summary>
public static class XRayTraceIds
{
    private const int TimeBytes = sizeof(uint);
    private const int IdBytes = 16;

    /// <summary>
    /// Gives all traces that begin in this process from now on such ids, by setting <see cref="Activity.TraceIdGenerator"/>, which there is only
    /// one of in a process. Nothing here sets it unasked.
    /// </summary>
    /// <param name="clock">Where the time comes from; the system when not given.</param>
    /// <param name="seed">
    /// Makes the rest of the ids repeatable, for tests; cryptographic randomness when not given. The ids of spans are .NET's and always random.
    /// </param>
    /// <returns>What puts the former generator back when it is disposed of, unless another one was set since.</returns>
    public static IDisposable Use(TimeProvider? clock = null, int? seed = null)
    {
#pragma warning disable RS0030 // The default of a public option.
        clock ??= TimeProvider.System;
#pragma warning restore RS0030
        var generator = new Generator(clock, seed is { } given ? new Random(given) : null, Activity.TraceIdGenerator);
        Activity.TraceIdGenerator = generator.Next;
        return generator;
    }

    private sealed class Generator(TimeProvider clock, Random? random, Func<ActivityTraceId>? former) : IDisposable
    {
        private static readonly Lock s_installing = new();

        private readonly Lock _gate = new();
        private bool _isDisposed;

        private Func<ActivityTraceId>? Former { get; } = former;

        public ActivityTraceId Next()
        {
            Span<byte> id = stackalloc byte[IdBytes];
            BinaryPrimitives.WriteUInt32BigEndian(id, (uint)Math.Clamp(clock.GetUtcNow().ToUnixTimeSeconds(), 0, uint.MaxValue));
            if (random is null)
            {
                RandomNumberGenerator.Fill(id[TimeBytes..]);
                return ActivityTraceId.CreateFromBytes(id);
            }

            lock (_gate)
            {
                random.NextBytes(id[TimeBytes..]);
            }

            return ActivityTraceId.CreateFromBytes(id);
        }

        /// <summary>Puts back the generator from before, past those that were disposed of meanwhile; if another one was set since then, it stays.</summary>
        public void Dispose()
        {
            lock (s_installing)
            {
                _isDisposed = true;
                while (Activity.TraceIdGenerator?.Target is Generator { _isDisposed: true } disposed)
                {
                    Activity.TraceIdGenerator = disposed.Former;
                }
            }
        }
    }
}
