using System;
using System.Collections.Immutable;

namespace StateMachineGen.Testing;

/// <summary>Tests reach less of state machines than they must. The message lists what is missing.</summary>
public sealed class CoverageException : Exception
{
    internal CoverageException(string message, ImmutableArray<CoverageElement> missing)
        : base(message) => Missing = missing;

    /// <summary>What was not reached, of the kinds of which too little was.</summary>
    public ImmutableArray<CoverageElement> Missing { get; }
}
