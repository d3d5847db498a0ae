using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>A link of a span to another one, copied.</summary>
/// <param name="Context">The other span.</param>
/// <param name="Tags">The link's tags.</param>
internal sealed record SpanLink(ActivityContext Context, ImmutableArray<KeyValuePair<string, object?>> Tags);
