using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen;

/// <summary>
/// A task that waits for an answer: a callback (<c>.waitForTaskToken</c>), or an activity. It takes one answer; a second one, or one
/// that comes too late, is a <see cref="TaskTokenException"/>. All members may be called from any thread.
/// </summary>
public sealed class PendingTask
{
    private readonly Lock _gate = new();
    private readonly ExecutionRun _run;
    private readonly TaskAttempt _attempt;

    // Whoever continues goes on in its own place: the execution in its loop, tests where they are.
    private readonly TaskCompletionSource _taken = new();
    private readonly TaskCompletionSource _answered = new();
    private TaskAnswer _answer;
    private HandlerScope? _hold;
    private long _lastBeat;
    private bool _isClosed;

    internal PendingTask(TaskAttempt attempt, string token)
    {
        _attempt = attempt;
        _run = attempt.Run;
        Token = token;
        Beat();
    }

    /// <summary>The state's name in the definition.</summary>
    public string StateName => _attempt.Call.StateName;

    /// <summary>The execution that waits.</summary>
    public string ExecutionArn => _run.Arn;

    /// <summary>What the state calls (field <c>Resource</c>).</summary>
    public string Resource => _attempt.Resource.Text;

    /// <summary>The task's token.</summary>
    public string Token { get; }

    /// <summary>What the task was given, as JSON text: the parameters of the service, or the input of the activity.</summary>
    public string InputJson => _attempt.Payload.ToString();

    /// <summary>Whether the task still takes an answer.</summary>
    public bool IsPending
    {
        get
        {
            lock (_gate)
            {
                return !_isClosed;
            }
        }
    }

    /// <summary>Ends when a worker takes the activity.</summary>
    internal Task Taken => _taken.Task;

    /// <summary>Ends with an answer.</summary>
    internal Task Answered => _answered.Task;

    /// <summary>Who took the activity.</summary>
    internal string? Worker { get; private set; }

    /// <summary>When the last heartbeat came; before the first one, when the task began.</summary>
    internal DateTimeOffset LastBeat => new(Interlocked.Read(ref _lastBeat), TimeSpan.Zero);

    /// <summary>Reads what the task was given.</summary>
    /// <typeparam name="T">What it is read as.</typeparam>
    /// <param name="contract">How it is read; not given, as the machine reads values of this type.</param>
    /// <exception cref="JsonException">The input cannot be read as this type.</exception>
    public T? ReadInput<T>(JsonTypeInfo<T>? contract = null) => _attempt.Payload.ToTyped(contract ?? JsonContract.For<T>(_run.Machine.Json));

    /// <summary>Ends the task with a result, as SendTaskSuccess does.</summary>
    /// <param name="output">The result, before <c>ResultSelector</c>.</param>
    /// <param name="contract">How it is written; not given, as the machine writes values of this type.</param>
    /// <exception cref="TaskTokenException">The task waits no more.</exception>
    public void Succeed<T>(T output, JsonTypeInfo<T>? contract = null) =>
        Answer(JsonConversion.FromTyped(output, contract ?? JsonContract.For<T>(_run.Machine.Json)));

    /// <summary>Ends the task with a result that is given as JSON text.</summary>
    /// <param name="output">The result, before <c>ResultSelector</c>.</param>
    /// <exception cref="TaskTokenException">The task waits no more, or the text is no JSON.</exception>
    public void SucceedJson(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        JsonValue value;
        try
        {
            value = JsonConversion.Parse(output);
        }
        catch (JsonException)
        {
            throw TaskTokenException.InvalidOutput();
        }

        Answer(value);
    }

    /// <summary>Ends the task with an error, as SendTaskFailure does.</summary>
    /// <param name="error">The error's name, which Retry and Catch match; an error without name is matched by <c>States.ALL</c> only.</param>
    /// <param name="cause">What happened.</param>
    /// <exception cref="TaskTokenException">The task waits no more.</exception>
    public void Fail(string? error = null, string? cause = null) => Fail(new Failure(error, cause));

    /// <summary>Tells that the task is still being done, as SendTaskHeartbeat does: <c>HeartbeatSeconds</c> count anew.</summary>
    /// <exception cref="TaskTokenException">The task waits no more.</exception>
    public void Heartbeat()
    {
        lock (_gate)
        {
            ThrowIfClosed();
            Beat();
        }
    }

    /// <summary>Ends the task with an error.</summary>
    internal void Fail(Failure failure) => Answer(failure);

    /// <summary>Heartbeats count from now.</summary>
    internal void Beat()
    {
        Interlocked.Exchange(ref _lastBeat, _run.Clock.GetUtcNow().UtcTicks);
        Stir();
    }

    /// <summary>Has a virtual clock stand still until the answer comes.</summary>
    internal void HoldTime()
    {
        lock (_gate)
        {
            _hold = _isClosed ? null : _run.VirtualClock?.BeginPending();
        }
    }

    /// <summary>A worker takes the activity; a test looks at the callback.</summary>
    internal void Take(string? worker)
    {
        Worker = worker;
        Stir();
        _taken.TrySetResult();
    }

    /// <summary>Takes no more answers; returns the one that came, if one did. Called by the execution when its wait has ended.</summary>
    internal TaskAnswer Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_hold is not null)
            {
                _run.VirtualClock!.EndHandler(_hold);
                _hold = null;
            }

            return _answer;
        }
    }

    private void Answer(TaskAnswer answer)
    {
        lock (_gate)
        {
            ThrowIfClosed();
            _isClosed = true;
            _answer = answer;
        }

        _answered.SetResult();
    }

    private void Stir()
    {
        if (_hold is { } hold)
        {
            _run.VirtualClock!.Stir(hold);
        }
    }

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw TaskTokenException.TimedOut();
        }
    }
}
