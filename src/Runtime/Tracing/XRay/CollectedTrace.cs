using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>The spans of a trace while it is collected.</summary>
/// <param name="id">The trace's X-Ray id.</param>
/// <param name="start">When its first activity started.</param>
/// <param name="sequence">The order of the traces.</param>
internal sealed class CollectedTrace(string id, DateTime start, long sequence)
{
    private readonly Lock _lock = new();
    private readonly List<RecordedSpan> _ended = [];

    /// <summary>The activities that have not ended, with the order of their starts.</summary>
    private readonly Dictionary<Activity, long> _running = [];
    private bool _isClosed;

    /// <summary>The trace's X-Ray id.</summary>
    public string Id => id;

    public DateTime Start => start;

    public long Sequence => sequence;

    /// <summary>Adds an activity that has started, unless the trace was closed.</summary>
    public bool TryStart(Activity activity, long order)
    {
        lock (_lock)
        {
            if (!_isClosed)
            {
                _running[activity] = order;
            }

            return !_isClosed;
        }
    }

    /// <summary>Adds a span that has ended.</summary>
    public void Stop(Activity activity, RecordedSpan span)
    {
        lock (_lock)
        {
            _running.Remove(activity);
            _ended.Add(span);
        }
    }

    /// <summary>Closes the trace, unless something in it runs.</summary>
    public bool TryClose()
    {
        lock (_lock)
        {
            _isClosed = _running.Count == 0;
            return _isClosed;
        }
    }

    /// <summary>What there is so far. Of activities that have not ended it is what they say now.</summary>
    public IReadOnlyList<RecordedSpan> Copy(ListenedSources sources)
    {
        lock (_lock)
        {
            return [.. _ended, .. _running.Select(running => new RecordedSpan(running.Key, sources, running.Value, isFinished: false))];
        }
    }
}
