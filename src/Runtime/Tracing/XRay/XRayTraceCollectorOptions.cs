using System;
using System.Collections.Generic;

namespace StateMachineGen.Tracing;

/// <summary>What an <see cref="XRayTraceCollector"/> collects, and how it colours it.</summary>
public sealed record XRayTraceCollectorOptions
{
    /// <summary>
    /// Further activity sources, by exact name, whose activities are collected too: those that run inside a task are
    /// nested in its <c>Invocation</c>. Default: none.
    /// </summary>
    public IReadOnlyCollection<string> Sources { get; init; } = [];

    /// <summary>
    /// The name of this program in OTLP files (<c>service.name</c>). In X-Ray each machine and function is a service of its
    /// own. Default: the name of the program.
    /// </summary>
    public string ServiceName { get; init; } = AppDomain.CurrentDomain.FriendlyName;

    /// <summary>The version of this program (<c>service.version</c>), in segments as in OTLP files. Default: none is told.</summary>
    public string? ServiceVersion { get; init; }
}
