using System;

namespace StateMachineGen.Testing;

/// <summary>Where expectations begin: <c>result.Expect().Succeeded().Path("Charge", "Done")</c>.</summary>
public static class ExpectationExtensions
{
    /// <summary>What a test expects of an execution. No test framework is needed: what does not hold is an <see cref="ExpectationException"/>.</summary>
    public static ExecutionExpectations Expect<TOutput>(this ExecutionResult<TOutput> result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ExecutionExpectations(result.Run, result.Visits);
    }

    /// <summary>What a test expects of an execution of a map run.</summary>
    public static ExecutionExpectations Expect(this ChildExecutionResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new ExecutionExpectations(result.Run, result.Visits);
    }
}
