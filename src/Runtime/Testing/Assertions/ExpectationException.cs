using System;

namespace StateMachineGen.Testing;

/// <summary>An execution is not as a test expects it. The message says what was expected, what was, and how the execution went.</summary>
public sealed class ExpectationException : Exception
{
    /// <summary>An exception with a message of its own.</summary>
    public ExpectationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and the exception behind it.</summary>
    public ExpectationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception that says nothing.</summary>
    public ExpectationException()
    {
    }
}
