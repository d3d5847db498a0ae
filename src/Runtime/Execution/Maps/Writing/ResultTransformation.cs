namespace StateMachineGen.Execution.Maps.Writing;

/// <summary>What is made of the results of a map run's executions (<c>WriterConfig.Transformation</c>).</summary>
internal enum ResultTransformation
{
    /// <summary>The outputs with what else there is to tell of the executions.</summary>
    None,

    /// <summary>The outputs.</summary>
    Compact,

    /// <summary>The outputs, and of those that are arrays the items.</summary>
    Flatten,
}
