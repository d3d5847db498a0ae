using System.Diagnostics;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>
/// What is settled once for a trace, and kept with the outermost activity that it has in this process: it must not change when more of the
/// trace is known later, nor between those who ask.
/// </summary>
internal static class TraceRoot
{
    private const string XRayIdProperty = TelemetryNames.Source + ".XRayTraceId";
    private const string SampledOutProperty = TelemetryNames.Source + ".SampledOut";

    private static readonly AncestorSearch s_roots =
        new(TelemetryNames.Source + ".Root", static activity => activity.Parent is null, static activity => activity.Parent);

    private static readonly Lock s_naming = new();
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    /// <summary>The outermost activity.</summary>
    public static Activity Of(Activity activity) => s_roots.From(activity);

    /// <summary>The id of the caller outside of this process; none when there is no such caller.</summary>
    public static ActivitySpanId CallerIdOf(Activity activity) => Of(activity).ParentSpanId;

    /// <summary>The X-Ray id of an activity's trace; the first activity that was asked for decides.</summary>
    public static string XRayTraceId(Activity activity)
    {
        Activity root = Of(activity);
        if (root.GetCustomProperty(XRayIdProperty) is string known)
        {
            return known;
        }

        lock (s_naming)
        {
            if (root.GetCustomProperty(XRayIdProperty) is string named)
            {
                return named;
            }

            string w3cId = activity.TraceId.ToHexString();
            string id = HasCaller(root) ? XRayIds.TraceId(w3cId) : XRayIds.TraceId(w3cId, activity.StartTimeUtc);
            root.SetCustomProperty(XRayIdProperty, id);
            return id;
        }
    }

    /// <summary>The X-Ray id of an activity's trace, or null when nobody has asked for it.</summary>
    public static string? KnownXRayTraceId(Activity activity) => Of(activity).GetCustomProperty(XRayIdProperty) as string;

    /// <summary>
    /// Whether the caller decided that the trace is not recorded. A caller is whoever set the root's parent by its ids, with
    /// <see cref="ActivityContext"/> or <see cref="Activity.SetParentId(string)"/>. What the activities themselves say does not count: one that
    /// any listener records says that it is recorded, and frameworks make activities without the flag for propagation alone.
    /// </summary>
    public static bool IsSampledOut(Activity activity)
    {
        Activity root = Of(activity);
        if (!HasCaller(root))
        {
            return false;
        }

        if (root.GetCustomProperty(SampledOutProperty) is bool known)
        {
            return known;
        }

        ActivityTraceFlags flags = ActivityContext.TryParse(root.ParentId, null, out ActivityContext caller) ? caller.TraceFlags : root.ActivityTraceFlags;
        bool isSampledOut = !flags.HasFlag(ActivityTraceFlags.Recorded);
        root.SetCustomProperty(SampledOutProperty, isSampledOut ? s_true : s_false);
        return isSampledOut;
    }

    /// <summary>Keeps a caller's decision with the activity that its header is the parent of.</summary>
    public static void SetSampledOut(Activity root, bool isSampledOut) => root.SetCustomProperty(SampledOutProperty, isSampledOut ? s_true : s_false);

    /// <summary>Whether the trace came from outside of this process.</summary>
    public static bool HasCaller(Activity root) => root.HasRemoteParent || root.ParentSpanId != default;
}
