namespace StateMachineGen.Testing;

/// <summary>What tests of a state machine can reach.</summary>
public enum CoverageElementKind
{
    /// <summary>A state. It is counted each time that it is entered; retries are part of one visit.</summary>
    State,

    /// <summary>
    /// A way out of a state: <c>Next</c>, <c>End</c>, <c>Default</c>, or the <c>Next</c> of a catcher or of a choice rule. It is counted each time
    /// that the state is left by it.
    /// </summary>
    Transition,

    /// <summary>An entry of <c>Catch</c>. It is counted each time that it matches an error.</summary>
    Catcher,

    /// <summary>An entry of <c>Choices</c>. It is counted each time that it matches, and each time that it is tested and does not.</summary>
    ChoiceRule,
}
