using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Tasks;

namespace StateMachineGen;

/// <summary>
/// The tasks of local machines that wait for an answer: callbacks (<c>.waitForTaskToken</c>) and activities. Set it as
/// <see cref="LocalOptions.Tasks"/>, of one machine or of several, and answer from the test, from a handler, or from another machine.
/// </summary>
/// <remarks>
/// <para>A callback waits after its request: after its handler has run, when it has one. An activity without a handler waits for a worker,
/// which whoever calls <see cref="WaitForAsync{TState}"/> is. Mocked states do not wait.</para>
/// <para>A <see cref="Testing.VirtualTimeProvider"/> stands still while a task waits, as it does for a handler that waits for the outside, and for as
/// long: until its patience is at an end, in real time since the task began, was taken or sent a heartbeat. A test lets time pass with
/// <see cref="Testing.VirtualTimeProvider.AdvanceAsync"/>. Where the answers come from timers of the clock or from other executions on it,
/// <see cref="HoldsTime"/> lets time run.</para>
/// </remarks>
public sealed class LocalTasks
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, PendingTask> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tokens = new(StringComparer.Ordinal);
    private readonly List<PendingTask> _offered = [];
    private readonly List<Waiter> _waiters = [];
    private int _executions;

    /// <summary>Whether virtual clocks stand still while a task waits; true when not set.</summary>
    public bool HoldsTime { get; init; } = true;

    /// <summary>Waits until the state's task waits for an answer, and takes it. Each task is handed out once, in the order in which they came.</summary>
    /// <typeparam name="TState">The state's class.</typeparam>
    /// <param name="cancellationToken">Ends the wait for the task.</param>
    /// <exception cref="InvalidOperationException">No execution runs that could come to the state. It comes through the task.</exception>
    public Task<PendingTask> WaitForAsync<TState>(CancellationToken cancellationToken = default)
        where TState : IState => WaitForAsync(StateBinding.Of<TState>().Name, null, cancellationToken);

    /// <summary>Waits until a state's task waits for an answer, and takes it. Each task is handed out once, in the order in which they came.</summary>
    /// <param name="state">The state's name in the definition.</param>
    /// <param name="worker">The worker's name, for the history of an activity.</param>
    /// <param name="cancellationToken">Ends the wait for the task.</param>
    /// <exception cref="InvalidOperationException">No execution runs that could come to the state. It comes through the task.</exception>
    public async Task<PendingTask> WaitForAsync(string state, string? worker = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        Waiter? waiter = null;
        PendingTask? task;
        lock (_gate)
        {
            int index = _offered.FindIndex(each => each.StateName == state);
            task = index < 0 ? null : _offered[index];
            if (task is not null)
            {
                _offered.RemoveAt(index);
            }
            else if (_executions == 0)
            {
                throw Waiter.Unanswerable(state);
            }
            else
            {
                waiter = new Waiter(state, worker);
                _waiters.Add(waiter);
            }
        }

        if (waiter is null)
        {
            task!.Take(worker);
            return task;
        }

        using (cancellationToken.UnsafeRegister(static (each, token) => ((Waiter)each!).Cancel(token), waiter))
        {
            return await waiter.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Ends a task with a result, as AWS's API of this name does.</summary>
    /// <param name="token">The task's token.</param>
    /// <param name="output">The result, as JSON.</param>
    /// <exception cref="TaskTokenException">There is no such task, it waits no more, or the output is no JSON.</exception>
    public void SendTaskSuccess(string token, string output) => Find(token).SucceedJson(output);

    /// <summary>Ends a task with an error, as AWS's API of this name does.</summary>
    /// <param name="token">The task's token.</param>
    /// <param name="error">The error's name.</param>
    /// <param name="cause">What happened.</param>
    /// <exception cref="TaskTokenException">There is no such task, or it waits no more.</exception>
    public void SendTaskFailure(string token, string? error = null, string? cause = null) => Find(token).Fail(error, cause);

    /// <summary>Tells that a task is still being done, as AWS's API of this name does.</summary>
    /// <param name="token">The task's token.</param>
    /// <exception cref="TaskTokenException">There is no such task, or it waits no more.</exception>
    public void SendTaskHeartbeat(string token) => Find(token).Heartbeat();

    /// <summary>A token that no other task has: machines with one seed make the same ids.</summary>
    internal string NewToken(ExecutionRun run)
    {
        lock (_gate)
        {
            while (true)
            {
                string token = run.NewToken();
                if (_tokens.Add(token))
                {
                    return token;
                }
            }
        }
    }

    /// <summary>A task begins: answers are taken from here on, also before the request was submitted.</summary>
    internal PendingTask Open(TaskAttempt attempt, string token)
    {
        var task = new PendingTask(attempt, token);
        lock (_gate)
        {
            _open.Add(token, task);
        }

        return task;
    }

    /// <summary>A task waits for its answer.</summary>
    internal void Offer(PendingTask task)
    {
        if (HoldsTime)
        {
            task.HoldTime();
        }

        Waiter? waiter;
        lock (_gate)
        {
            do
            {
                int index = _waiters.FindIndex(each => each.State == task.StateName);
                waiter = index < 0 ? null : _waiters[index];
                if (waiter is null)
                {
                    _offered.Add(task);
                    return;
                }

                _waiters.RemoveAt(index);
            }
            while (!waiter.TryGive(task));
        }

        task.Take(waiter.Worker);
    }

    /// <summary>A task waits no more.</summary>
    internal TaskAnswer Close(PendingTask task)
    {
        lock (_gate)
        {
            _open.Remove(task.Token);
            _offered.Remove(task);
        }

        return task.Close();
    }

    internal void ExecutionStarted()
    {
        lock (_gate)
        {
            _executions++;
        }
    }

    /// <summary>An execution has ended. After the last one nothing comes any more, and nobody is left waiting for it.</summary>
    internal void ExecutionEnded()
    {
        lock (_gate)
        {
            if (--_executions > 0)
            {
                return;
            }

            foreach (Waiter waiter in _waiters)
            {
                waiter.Fail();
            }

            _waiters.Clear();
        }
    }

    internal PendingTask Find(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        lock (_gate)
        {
            return _open.TryGetValue(token, out PendingTask? task) ? task
                : throw (_tokens.Contains(token) ? TaskTokenException.TimedOut() : TaskTokenException.InvalidToken());
        }
    }

    private sealed class Waiter(string state, string? worker)
    {
        private readonly TaskCompletionSource<PendingTask> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string State => state;

        public string? Worker => worker;

        public Task<PendingTask> Task => _source.Task;

        public static InvalidOperationException Unanswerable(string state) => new(
            $"No task of state '{state}' waits for an answer, and no execution runs that could come to it.");

        public bool TryGive(PendingTask task) => _source.TrySetResult(task);

        public void Cancel(CancellationToken token) => _source.TrySetCanceled(token);

        public void Fail() => _source.TrySetException(Unanswerable(state));
    }
}
