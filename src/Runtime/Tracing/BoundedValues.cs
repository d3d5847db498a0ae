using System;
using System.Collections.Generic;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>
/// The values of a tag of instruments that come from users' data. Whoever keeps measurements keeps a series for each value, so only so
/// many different ones are passed on.
/// </summary>
internal sealed class BoundedValues(int limit)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The value itself, if it is one of the first ones; otherwise <see cref="TelemetryNames.OtherError"/>.</summary>
    public string Bound(string value)
    {
        lock (_gate)
        {
            if (_known.Contains(value))
            {
                return value;
            }

            if (_known.Count == limit)
            {
                return TelemetryNames.OtherError;
            }

            _known.Add(value);
            return value;
        }
    }
}
