using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>The activity sources that are listened to. What other sources make is passed over, also between two activities of these.</summary>
internal sealed class ListenedSources
{
    private readonly FrozenSet<string> _names;

    /// <param name="further">The sources beside those of executions, by exact name.</param>
    public ListenedSources(IEnumerable<string> further) =>
        _names = FrozenSet.Create(StringComparer.Ordinal, [TelemetryNames.Source, TelemetryNames.TasksSource, .. further]);

    public bool Contains(ActivitySource source) => _names.Contains(source.Name);

    /// <summary>The nearest ancestor that is listened to.</summary>
    public Activity? ParentOf(Activity activity)
    {
        Activity? parent = activity.Parent;
        while (parent is not null && !Contains(parent.Source))
        {
            parent = parent.Parent;
        }

        return parent;
    }
}
