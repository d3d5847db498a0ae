using System;
using System.Collections.Generic;

namespace StateMachineGen.Tracing;

/// <summary>Where an <see cref="XRayDaemonExporter"/> sends to, and how much it holds.</summary>
public sealed record XRayDaemonOptions
{
    /// <summary>
    /// The daemon's address: <c>host:port</c>, or <c>tcp:host:port udp:host:port</c>, of which the second counts. Default:
    /// <c>127.0.0.1:2000</c>, where the daemon listens if nothing else is said to it.
    /// </summary>
    public string Address { get; init; } = "127.0.0.1:2000";

    /// <summary>Further activity sources, by exact name, whose activities are sent too. Default: none.</summary>
    public IReadOnlyCollection<string> Sources { get; init; } = [];

    /// <summary>The version of this program (<c>service.version</c>). Default: none is told.</summary>
    public string? ServiceVersion { get; init; }

    /// <summary>
    /// How many spans may wait to be sent; further ones are dropped. As many may be held beside until their segments end; beyond that they are sent
    /// before. A span takes about half a kilobyte and what its tags hold. Default: 50,000.
    /// </summary>
    public int QueueCapacity { get; init; } = 50_000;

    /// <summary>How long disposing waits for what is still to be sent. Default: two seconds.</summary>
    public TimeSpan FlushTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The clock of <see cref="FlushTimeout"/>; the system's when not set.</summary>
#pragma warning disable RS0030 // The default of a public option.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
