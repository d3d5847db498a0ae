using System;

namespace StateMachineGen.Testing;

/// <summary>A state cannot be run alone in this way: AWS's TestState would refuse it.</summary>
public sealed class StateTestException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">AWS's error code, such as <c>ValidationException</c>.</param>
    /// <param name="message">What is wrong, in AWS's words where they are known.</param>
    public StateTestException(string code, string message)
        : base(message) => Code = code;

    /// <summary>AWS's error code.</summary>
    public string Code { get; }
}
