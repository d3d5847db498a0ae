namespace StateMachineGen.Authoring;

/// <summary>The attributes of the authoring vocabulary.</summary>
public enum AttributeKind
{
    /// <summary>Not one of ours.</summary>
    None,

    /// <summary><c>[StateMachine]</c>, with or without a contract.</summary>
    StateMachine,

    /// <summary><c>[Task]</c>.</summary>
    Task,

    /// <summary><c>[Pass]</c>.</summary>
    Pass,

    /// <summary><c>[Choice]</c>.</summary>
    Choice,

    /// <summary><c>[Wait]</c>.</summary>
    Wait,

    /// <summary><c>[Succeed]</c>.</summary>
    Succeed,

    /// <summary><c>[Fail]</c>.</summary>
    Fail,

    /// <summary><c>[StartAt]</c>.</summary>
    StartAt,

    /// <summary><c>[Next&lt;T&gt;]</c>.</summary>
    Next,

    /// <summary><c>[End]</c>.</summary>
    End,

    /// <summary><c>[Default&lt;T&gt;]</c>.</summary>
    Default,

    /// <summary><c>[When&lt;T&gt;]</c>.</summary>
    When,

    /// <summary><c>[Catch&lt;T&gt;]</c>.</summary>
    Catch,

    /// <summary><c>[Retry]</c>.</summary>
    Retry,

    /// <summary><c>[Field]</c>.</summary>
    Field,
}
