namespace StateMachineGen.Language.Document;

/// <summary>The eight kinds of states (ASL field <c>Type</c>). The member names are the values of the field.</summary>
public enum StateType
{
    /// <summary>Does work: calls a function or a service.</summary>
    Task,

    /// <summary>Passes its input on, changed or not.</summary>
    Pass,

    /// <summary>Decides where to go.</summary>
    Choice,

    /// <summary>Waits for a time.</summary>
    Wait,

    /// <summary>Ends well.</summary>
    Succeed,

    /// <summary>Ends with an error.</summary>
    Fail,

    /// <summary>Runs branches side by side.</summary>
    Parallel,

    /// <summary>Runs one machine for each item.</summary>
    Map,
}
