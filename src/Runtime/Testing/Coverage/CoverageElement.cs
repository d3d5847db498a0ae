using System;

namespace StateMachineGen.Testing;

/// <summary>A part of a definition that tests can reach, and how often they did.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Pointer">
/// Where it stands in the definition, as a JSON Pointer (RFC 6901): <c>/States/Charge/Catch/0</c>. In the definition of a single state, as
/// <see cref="LocalStateMachine.TestStateAsync"/> takes it, the state itself is the empty pointer.
/// </param>
/// <param name="State">The state that it is or belongs to.</param>
/// <param name="Name">What people call it: <c>Charge -> Decline (Catch 0: States.Timeout)</c>.</param>
/// <param name="File">The file that it is written in. It is relative to <see cref="MachineCoverage.SourceRoot"/> where there is one.</param>
/// <param name="Line">The line in that file, from 1.</param>
public sealed record CoverageElement(CoverageElementKind Kind, string Pointer, string State, string Name, string File, int Line)
{
    /// <summary>How often it was entered, taken, or matched.</summary>
    public long Hits { get; init; }

    /// <summary>How often a choice rule was tested and did not match; 0 for all else.</summary>
    public long Misses { get; init; }

    /// <summary>Whether anything reached it.</summary>
    public bool IsCovered => Hits > 0;

    /// <summary>The file and line.</summary>
    public string Place => FormattableString.Invariant($"{File}:{Line}");

    /// <summary>What there is to say of it when nothing reached it.</summary>
    internal string Gap => Kind switch
    {
        CoverageElementKind.State => "never entered",
        CoverageElementKind.Transition => "never taken",
        CoverageElementKind.Catcher => "never caught",
        _ when Misses == 0 => "never tested",
        _ => FormattableString.Invariant($"tested {Misses} {(Misses == 1 ? "time" : "times")}, never matched"),
    };
}
