using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen;

/// <summary>
/// The work of a Task state, implemented by the state's class or a base of it. An object is made for each attempt, its
/// constructor's parameters taken from the attempt's own service scope, and disposed of afterwards.
/// </summary>
/// <typeparam name="TInput">What the state's effective input is read as.</typeparam>
/// <typeparam name="TOutput">What the task returns; it becomes the state's result.</typeparam>
public interface ITask<in TInput, TOutput>
{
    /// <summary>
    /// Does the work. An exception fails the task with the name that the .NET Lambda runtime would report: the
    /// exception's type without namespace.
    /// </summary>
    /// <param name="input">The effective input.</param>
    /// <param name="cancellationToken">Cancelled when the task's timeout passes, or the execution is aborted.</param>
    Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancellationToken);
}
