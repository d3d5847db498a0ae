using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Visits;
using StateMachineGen.Language.Graph;

namespace StateMachineGen;

/// <summary>How an execution ended (API type <c>ExecutionStatus</c>).</summary>
public enum ExecutionStatus
{
    /// <summary>It reached an end.</summary>
    Succeeded,

    /// <summary>It reached a Fail state, or an error was not caught.</summary>
    Failed,

    /// <summary>It ran longer than the machine's <c>TimeoutSeconds</c>.</summary>
    TimedOut,

    /// <summary>It was cancelled, or its machine was disposed of.</summary>
    Aborted,
}

/// <summary>What an execution came to.</summary>
/// <typeparam name="TOutput">What a successful execution returns.</typeparam>
public sealed class ExecutionResult<TOutput>
{
    private readonly ExecutionRun _run;
    private readonly JsonTypeInfo<TOutput> _contract;
    private TOutput? _output;
    private bool _isRead;
    private ImmutableArray<StateVisit> _visits;

    internal ExecutionResult(ExecutionRun run, JsonTypeInfo<TOutput> contract)
    {
        _run = run;
        _contract = contract;
        History = new ExecutionHistory(run.History, run.Machine.RoleArn, run.Machine.Options.Region);
        HookExceptions = run.HookExceptions is null ? [] : [.. run.HookExceptions];
    }

    internal ExecutionRun Run => _run;

    /// <summary>How the execution ended.</summary>
    public ExecutionStatus Status => _run.Status;

    /// <summary>Whether <see cref="Status"/> is <see cref="ExecutionStatus.Succeeded"/>.</summary>
    public bool IsSucceeded => Status == ExecutionStatus.Succeeded;

    /// <summary>The output.</summary>
    /// <exception cref="ExecutionFailedException">The execution did not succeed.</exception>
    /// <exception cref="JsonException">The last state's output is no <typeparamref name="TOutput"/>.</exception>
    public TOutput Output
    {
        get
        {
            if (!_isRead)
            {
                JsonValue output = _run.Output ?? throw new ExecutionFailedException(Name, Status, Error, Cause);
                _output = output.ToTyped(_contract);
                _isRead = true;
            }

            return _output!;
        }
    }

    /// <summary>The output as JSON text, or null when the execution did not succeed.</summary>
    public string? OutputJson => _run.Output?.ToString();

    /// <summary>The error's name; null after success, abortion and timeout, and when a Fail state gave none.</summary>
    public string? Error => _run.Failure?.Error;

    /// <summary>What happened; for a handler's exception, JSON as the .NET Lambda runtime reports it.</summary>
    public string? Cause => _run.Failure?.Cause;

    /// <summary>The execution's name.</summary>
    public string Name => _run.Name;

    /// <summary>The execution's ARN.</summary>
    public string Arn => _run.Arn;

    /// <summary>When the execution started, in UTC on its clock.</summary>
    public DateTimeOffset StartTime => _run.StartTime;

    /// <summary>How long it took on its clock.</summary>
    public TimeSpan Duration => _run.EndTime - _run.StartTime;

    /// <summary>The names of the states that were entered, in order.</summary>
    public ImmutableArray<string> Path => [.. System.Linq.Enumerable.Select(Visits, visit => visit.State)];

    /// <summary>The visits of states, in order.</summary>
    public ImmutableArray<StateVisit> Visits
    {
        get
        {
            if (_visits.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _visits, StateVisits.Read(History));
            }

            return _visits;
        }
    }

    /// <summary>The events of the execution.</summary>
    public ExecutionHistory History { get; }

    /// <summary>The map runs of its Distributed Maps, in the order in which they were started.</summary>
    public ImmutableArray<MapRunResult> MapRuns => MapRunResult.Of(_run);

    /// <summary>What hooks of states threw; such exceptions do not disturb the execution.</summary>
    public ImmutableArray<Exception> HookExceptions { get; }

    /// <summary>What the execution did to each state, to be drawn over a picture of the definition.</summary>
    /// <param name="iterations">For Map states, by name, the number of the one iteration to show, from 0; others show all.</param>
    public ExecutionMarks GetMarks(IReadOnlyDictionary<string, int>? iterations = null) => RunMarks.Of(_run, iterations);

    /// <summary>The execution for people: its visits in a table, and its end.</summary>
    public override string ToString() => ExecutionStory.Write(_run, Visits);
}
