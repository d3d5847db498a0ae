using System;

namespace StateMachineGen.Language.Graph;

/// <summary>What an execution did to a state.</summary>
/// <param name="Status">How it went. Of several visits the gravest counts.</param>
/// <param name="Visits">How often the state was entered.</param>
/// <param name="Attempts">How often its task was called, or its branches or iterations were started; 1 a visit for other states.</param>
/// <param name="Duration">How long its visits took, added up.</param>
/// <param name="Error">The name of the error that the gravest visit ended with, or null.</param>
public sealed record StateMark(StateStatus Status, int Visits, int Attempts, TimeSpan Duration, string? Error = null)
{
    /// <summary>The mark of a state that the execution never came to.</summary>
    public static StateMark NotVisited { get; } = new(StateStatus.NotVisited, 0, 0, TimeSpan.Zero);

    /// <summary>The mark of two sets of visits together.</summary>
    public StateMark With(StateMark other)
    {
        StateMark gravest = other.Status > Status ? other : this;
        return new(gravest.Status, Visits + other.Visits, Attempts + other.Attempts, Duration + other.Duration, gravest.Error);
    }
}
