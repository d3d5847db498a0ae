namespace StateMachineGen.Language.Names;

/// <summary>Limits of the service (Step Functions developer guide, "Quotas").</summary>
public static class Quotas
{
    /// <summary>The greatest number of characters of a definition.</summary>
    public const int DefinitionLength = 1_048_576;

    /// <summary>The greatest size of a state's input or output and of a task's result, in bytes of UTF-8.</summary>
    public const int PayloadBytes = 262_144;

    /// <summary>The greatest number of events of a Standard execution; the next one fails it.</summary>
    public const int HistoryEvents = 25_000;

    /// <summary>The greatest value of a number of seconds or attempts.</summary>
    public const int MaxSeconds = 99_999_999;

    /// <summary>How many seconds an HTTP endpoint has to answer, whatever <c>TimeoutSeconds</c> says.</summary>
    public const int HttpTaskSeconds = 60;

    /// <summary>The greatest value of <c>MaxDelaySeconds</c> of a Retrier: 366 days.</summary>
    public const int MaxDelaySeconds = 31_622_400;

    /// <summary>The greatest number of items that a Distributed Map reads.</summary>
    public const int MaxItems = 100_000_000;

    /// <summary>How many iterations of an inline Map run at once at most.</summary>
    public const int InlineConcurrency = 40;

    /// <summary>How many executions of a map run run at once at most.</summary>
    public const int DistributedConcurrency = 10_000;

    /// <summary>How large the values of one <c>Assign</c> may be together, in bytes.</summary>
    public const int AssignBytes = 262_144;

    /// <summary>How large all variables of an execution may be together, in bytes.</summary>
    public const int VariablesBytes = 10_485_760;

    /// <summary>The longest time that an execution takes, in seconds: a year.</summary>
    public const int ExecutionSeconds = 31_536_000;

    /// <summary>The greatest length of an error name that the API carries.</summary>
    public const int ErrorLength = 256;

    /// <summary>The greatest length of a cause that the API carries.</summary>
    public const int CauseLength = 32_768;
}
