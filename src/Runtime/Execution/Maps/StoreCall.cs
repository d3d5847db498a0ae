using System;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Execution.Maps.Reading;
using StateMachineGen.Storage;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution.Maps;

/// <summary>Reads from the store that stands for S3, or writes to it, outside the execution's loop, which meanwhile waits as it does for a handler.</summary>
internal static class StoreCall
{
    /// <summary>The result of the work, or a failure with the error's name and what was thrown as its cause.</summary>
    public static async ValueTask<(T? Result, Failure? Failure)> RunAsync<T>(Frame frame, string error, Func<IObjectStore, CancellationToken, Task<T>> work)
        where T : class
    {
        ExecutionRun run = frame.Run;
        if (run.Machine.Options.S3 is not { } store)
        {
            return (null, Failure.Runtime(frame, $"The Map uses S3. Say what stands for it: {nameof(LocalOptions)}.{nameof(LocalOptions.S3)}."));
        }

        HandlerScope? scope = run.VirtualClock?.BeginHandler();

        // Not disposed of: a store that is left behind may use its token for as long as it likes, and without a timer there is nothing to free.
#pragma warning disable CA2000
        var stop = new CancellationTokenSource();
#pragma warning restore CA2000
        CancellationToken token = stop.Token;
        var calling = Task.Run(() => CallAsync(store, error, work, scope, token), CancellationToken.None);
        WaitEnd end = await run.WaitAsync(null, calling, frame.Stop, scope).ConfigureAwait(false);
        if (scope is not null)
        {
            run.VirtualClock!.EndHandler(scope);
        }

        if (end == WaitEnd.Done)
        {
            return await calling.ConfigureAwait(false);
        }

        // On another thread: what the store registered on its token may block or throw.
        _ = stop.CancelAsync().ContinueWith(
            static cancelled => cancelled.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return (null, end == WaitEnd.Cancelled ? Failure.Aborted : Failure.ExecutionTimedOut);
    }

    private static async Task<(T? Result, Failure? Failure)> CallAsync<T>(
        IObjectStore store, string error, Func<IObjectStore, CancellationToken, Task<T>> work, HandlerScope? scope, CancellationToken token)
        where T : class
    {
        if (scope is not null)
        {
            HandlerScope.Current = scope;
        }

        try
        {
            return (await work(store, token).ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // Whatever a store or a file does is an error of the Map.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return (null, e is UnreadableItemsException unreadable ? new Failure(error, unreadable.Text, e) : new Failure(error, e.Message, e));
        }
        finally
        {
            scope?.Clock.HandlerReturned(scope);
        }
    }
}
