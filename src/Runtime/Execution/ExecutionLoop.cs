using System.Collections.Generic;
using System.Threading;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution;

/// <summary>
/// Where the code of an execution runs: on one thread at a time, whatever branches and iterations run side by side. So the
/// history, the variables and the order of events need no locks and are the same in every run. A virtual clock is told
/// whether the loop has something to do, and so knows at any time which executions run.
/// </summary>
internal sealed class ExecutionLoop(VirtualTimeProvider? clock) : IThreadPoolWorkItem
{
    private readonly Lock _gate = new();
    private Queue<ILoopItem>? _queue;
    private bool _isActive;

    /// <summary>Whether the thread is still that of the caller who began the execution.</summary>
    public bool IsWithCaller { get; private set; }

    /// <summary>Takes the loop for the calling thread, which begins the execution.</summary>
    public void Enter()
    {
        IsWithCaller = true;
        lock (_gate)
        {
            _isActive = true;
            clock?.LoopStarted();
        }
    }

    /// <summary>Gives the loop back. What came meanwhile runs on another thread, so that no caller is kept.</summary>
    public void Exit()
    {
        IsWithCaller = false;
        lock (_gate)
        {
            if (_queue is not { Count: > 0 })
            {
                Rest();
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Has something done in the execution; from any thread.</summary>
    public void Post(ILoopItem item)
    {
        lock (_gate)
        {
            (_queue ??= new Queue<ILoopItem>()).Enqueue(item);
            if (_isActive)
            {
                return;
            }

            _isActive = true;
            clock?.LoopStarted();
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute()
    {
        while (true)
        {
            ILoopItem item;
            lock (_gate)
            {
                if (!_queue!.TryDequeue(out item!))
                {
                    Rest();
                    return;
                }
            }

            item.Run();
        }
    }

    private void Rest()
    {
        _isActive = false;
        clock?.LoopRests();
    }
}

/// <summary>Something to do in an execution.</summary>
internal interface ILoopItem
{
    /// <summary>Does it; called by the loop alone.</summary>
    void Run();
}
