using Microsoft.Build.Utilities;

namespace StateMachineGen.Build;

/// <summary>A mistake that fails the build.</summary>
/// <param name="Code">One of <see cref="FaultCodes"/>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="File">The file at fault.</param>
/// <param name="Line">The line in <paramref name="File"/>, from 1; 0 when the whole file is meant.</param>
internal sealed record BuildFault(string Code, string Message, string File, int Line = 0)
{
    /// <summary>Reports the fault as an MSBuild error.</summary>
    public void LogTo(TaskLoggingHelper log) =>
        // The message goes in as an argument: braces of JSON in it are no format.
        log.LogError(null, Code, null, File, Line, 0, 0, 0, "{0}", Message);
}
