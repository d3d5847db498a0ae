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
}
