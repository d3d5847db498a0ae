namespace StateMachineGen.Language.Graph;

/// <summary>What an execution did to a state, as the console of Step Functions colours it; in the order of gravity.</summary>
public enum StateStatus
{
    /// <summary>It never came there.</summary>
    NotVisited,

    /// <summary>The state was left without error.</summary>
    Succeeded,

    /// <summary>An error was caught, and a Catch led on.</summary>
    CaughtError,

    /// <summary>The state was stopped from outside: with the execution, or because another branch or iteration failed.</summary>
    Cancelled,

    /// <summary>The history ends before the state does.</summary>
    InProgress,

    /// <summary>An error was not caught; a Fail state always ends so.</summary>
    Failed,
}
