using System;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace StateMachineGen.Execution;

/// <summary>
/// Waits for scopes that run side by side in one execution. One that ends wakes the state that started it, which may then start
/// another, stop the rest, or go on. It is used in the execution's loop only.
/// </summary>
internal sealed class Join : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _source;
    private Exception? _exception;
    private bool _isAwaited;
    private bool _isSignalled;

    /// <summary>How many scopes run.</summary>
    public int Running { get; private set; }

    /// <summary>Runs a scope; its outcome is handed over when it ends, which may be at once.</summary>
    public void Start<TState>(ValueTask<Outcome> scope, TState state, Action<TState, Outcome> ended)
    {
        if (scope.IsCompletedSuccessfully)
        {
            ended(state, scope.Result);
            return;
        }

        Running++;
        _ = AwaitAsync(scope, state, ended);
    }

    /// <summary>Waits until a scope has ended since the last time.</summary>
    public ValueTask NextAsync()
    {
        if (_isSignalled)
        {
            _isSignalled = false;
            return default;
        }

        _source.Reset();
        _isAwaited = true;
        return new ValueTask(this, _source.Version);
    }

    /// <summary>Throws what a scope threw, which only a fault of the interpreter itself is.</summary>
    public void ThrowIfFaulted()
    {
        if (_exception is not null)
        {
            throw new InvalidOperationException("A branch could not be run on.", _exception);
        }
    }

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags & ~ValueTaskSourceOnCompletedFlags.UseSchedulingContext);

    private async Task AwaitAsync<TState>(ValueTask<Outcome> scope, TState state, Action<TState, Outcome> ended)
    {
        try
        {
            ended(state, await scope.ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Nobody awaits this; what is thrown is thrown on where the scopes are awaited.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _exception ??= e;
        }

        Running--;
        if (_isAwaited)
        {
            _isAwaited = false;
            _source.SetResult(true);
        }
        else
        {
            _isSignalled = true;
        }
    }
}
