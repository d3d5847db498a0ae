using System;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A function of the options, as a handler.</summary>
internal sealed class FunctionTask<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> work) : ITask<TInput, TOutput>
{
    public Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancellationToken) => work(input, cancellationToken);
}
