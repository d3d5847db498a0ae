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

    /// <summary><c>[Parallel]</c>.</summary>
    Parallel,

    /// <summary><c>[Map]</c>.</summary>
    Map,

    /// <summary><c>[Branch]</c>, on a nested class or with a machine as its body.</summary>
    Branch,

    /// <summary><c>[ItemProcessor]</c>, with or without a machine as its body.</summary>
    ItemProcessor,

    /// <summary><c>[Iterator]</c>.</summary>
    Iterator,

    /// <summary><c>[ItemReader]</c>.</summary>
    ItemReader,

    /// <summary><c>[ItemBatcher]</c>.</summary>
    ItemBatcher,

    /// <summary><c>[ResultWriter]</c>.</summary>
    ResultWriter,

    /// <summary><c>[StartExecution&lt;T&gt;]</c>.</summary>
    StartExecution,

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

    // The payloads: each is called as the field that it sets.

    /// <summary><c>[Parameters]</c>.</summary>
    Parameters,

    /// <summary><c>[Arguments]</c>.</summary>
    Arguments,

    /// <summary><c>[Result]</c>.</summary>
    Result,

    /// <summary><c>[ResultSelector]</c>.</summary>
    ResultSelector,

    /// <summary><c>[Assign]</c>.</summary>
    Assign,

    /// <summary><c>[Output]</c>.</summary>
    Output,

    /// <summary><c>[Credentials]</c>.</summary>
    Credentials,

    /// <summary><c>[Items]</c>.</summary>
    Items,

    /// <summary><c>[ItemSelector]</c>.</summary>
    ItemSelector,
}
