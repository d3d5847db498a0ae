using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Tracing;

/// <summary>An event of a span, copied.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Time">When it was.</param>
/// <param name="Tags">Its tags.</param>
internal sealed record SpanEvent(string Name, DateTimeOffset Time, ImmutableArray<KeyValuePair<string, object?>> Tags);
