using Microsoft.Build.Utilities;

namespace StateMachineGen.Build;

/// <summary>Reports faults to MSBuild. The command-line tool shares the faults themselves, and knows no MSBuild.</summary>
internal static class FaultLog
{
    /// <summary>Reports the fault as an MSBuild error.</summary>
    public static void LogTo(this BuildFault fault, TaskLoggingHelper log) =>
        // The message goes in as an argument: braces of JSON in it are no format.
        log.LogError(null, fault.Code, null, fault.File, fault.Line, 0, 0, 0, "{0}", fault.Message);
}
