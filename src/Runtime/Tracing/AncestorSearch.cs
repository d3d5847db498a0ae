using System;
using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>
/// Climbs from activities to an ancestor. In a deep chain it is noted on every few dozens of activities what is above, so that
/// whoever asks again, from wherever in the chain, climbs no further than that.
/// </summary>
/// <param name="property">The custom property of activities that holds the note.</param>
/// <param name="isFound">Whether it is an activity that is looked for; the topmost one must be.</param>
/// <param name="parentOf">The activity above another.</param>
internal sealed class AncestorSearch(string property, Predicate<Activity> isFound, Func<Activity, Activity?> parentOf)
{
    private const int LevelsBetweenNotes = 64;

    /// <summary>The activity itself or the nearest one above it that is looked for.</summary>
    public Activity From(Activity activity) => From(activity, out _);

    /// <summary>The activity itself or the nearest one above it that is looked for.</summary>
    /// <param name="activity">Where to begin.</param>
    /// <param name="levels">How many activities were climbed.</param>
    public Activity From(Activity activity, out int levels)
    {
        Activity found = activity;
        for (levels = 0; !isFound(found); levels++)
        {
            if (found.GetCustomProperty(property) is Activity noted)
            {
                found = noted;
                break;
            }

            found = parentOf(found)!;
        }

        for (int left = levels; left > LevelsBetweenNotes; left -= LevelsBetweenNotes)
        {
            activity.SetCustomProperty(property, found);
            for (int i = 0; i < LevelsBetweenNotes; i++)
            {
                activity = parentOf(activity)!;
            }
        }

        return found;
    }
}
