namespace StateMachineGen.Build;

/// <summary>A mistake that fails the build.</summary>
/// <param name="Code">One of <see cref="FaultCodes"/>.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="File">The file at fault.</param>
/// <param name="Line">The line in <paramref name="File"/>, from 1; 0 when the whole file is meant.</param>
internal sealed record BuildFault(string Code, string Message, string File, int Line = 0);
