using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;
using StateMachineGen.Testing.Coverage;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution;

/// <summary>A machine with all that its executions share.</summary>
internal sealed class LocalMachine : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly int _seed;
    private TaskCompletionSource? _drained;
    private int _running;
    private int _started;

    public LocalMachine(
        string name,
        MachineType type,
        string asl,
        ImmutableArray<StateBinding> bindings,
        JsonSerializerOptions? json,
        IServiceProvider? services,
        LocalOptions options,
        DefinitionOrigin? origin = null)
    {
        if (NameRules.CheckMachineName(name) is { } fault)
        {
            throw new ArgumentException($"'{name}' is no name of a state machine: it {fault.Message}.", nameof(name));
        }

        Name = name;
        Type = type;
        Options = options;
        Definition = asl;
        StateMachine definition = DefinitionLoader.Load(asl, type == MachineType.Express ? StateMachineType.Express : StateMachineType.Standard);
        Plan = Plan.Compile(definition);
        Arn = $"arn:aws:states:{options.Region}:{options.AccountId}:stateMachine:{name}";
        RoleArn = $"arn:aws:iam::{options.AccountId}:role/{name}";
        Json = json;
        Services = services ?? NoServices.Instance;
        Scopes = services?.GetService(typeof(IServiceScopeFactory)) as IServiceScopeFactory;
        Mocks = options.Mocks.ToDictionary(mock => (PlanState)FindTask(mock.Key), mock => Array.ConvertAll(mock.Value, reply => reply.Resolve(json)));
        _seed = options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        foreach (StateBinding binding in bindings)
        {
            Bind(binding);
        }

        foreach (TaskPlan task in Plan.States.OfType<TaskPlan>())
        {
            task.Target = TaskTargets.Find(this, task);
        }

        options.Coverage?.Cover(this, definition, asl, origin);
    }

    public string Name { get; }

    public MachineType Type { get; }

    /// <summary>The text of the definition.</summary>
    public string Definition { get; }

    public string Arn { get; }

    public string RoleArn { get; }

    public LocalOptions Options { get; }

    public Plan Plan { get; }

    /// <summary>How the machine reads and writes types; null when it has no class.</summary>
    public JsonSerializerOptions? Json { get; }

    public IServiceProvider Services { get; }

    /// <summary>Makes the service scope of each attempt; null when the provider knows no scopes.</summary>
    public IServiceScopeFactory? Scopes { get; }

    public IReadOnlyDictionary<PlanState, ResolvedReply[]> Mocks { get; }

    /// <summary>The names from data that the machine's measurements tell apart.</summary>
    public MeasuredNames MeasuredNames { get; } = new();

    /// <summary>Cancelled when the machine is disposed of.</summary>
    public CancellationToken Disposal => _stop.Token;

    /// <summary>Makes an execution, or the visit of one state, to be run at once.</summary>
    public ExecutionRun NewRun(JsonValue input, ExecutionOptions? options, StateProbe? probe, CancellationToken cancellationToken)
    {
        if (input.Size > Options.Limits.PayloadBytes)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The input is {input.Size} bytes of JSON; an execution takes at most {Options.Limits.PayloadBytes}."), nameof(input));
        }

        var run = new ExecutionRun(this, input, NameExecution(options), NextSeed(), probe, cancellationToken) { TraceHeader = options?.TraceHeader };
        ObjectDisposedException.ThrowIf(!TryEnter(), typeof(LocalStateMachine));
        return run;
    }

    /// <summary>Starts an execution from a task of another one, in whose loop it runs; null when the machine was disposed of.</summary>
    public NestedExecution? Start(JsonValue input, string? name, string? traceHeader, ExecutionRun starter)
    {
        var run = new ExecutionRun(this, input, name, NextSeed(), null, CancellationToken.None, starter) { TraceHeader = traceHeader };
        return TryEnter() ? new NestedExecution(run, run.ExecuteNestedAsync()) : null;
    }

    /// <summary>An execution has ended.</summary>
    public void Leave()
    {
        Options.Tasks?.ExecutionEnded();
        lock (_gate)
        {
            if (--_running == 0)
            {
                _drained?.TrySetResult();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task drained;
        lock (_gate)
        {
            _drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            drained = _drained.Task;
            if (_running == 0)
            {
                _drained.TrySetResult();
            }
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        await drained.ConfigureAwait(false);
    }

    /// <summary>The name that the caller gives, or the options make up; null when neither does.</summary>
    private string? NameExecution(ExecutionOptions? options)
    {
        if (options?.Name is { } given)
        {
            return NameRules.CheckMachineName(given) is { } fault
                ? throw new ArgumentException($"'{given}' is no name of an execution: it {fault.Message}.", nameof(options))
                : given;
        }

        string? made = Options.NewExecutionName?.Invoke();
        return made is not null && NameRules.CheckMachineName(made) is { } flaw
            ? throw new InvalidOperationException(
                $"{nameof(LocalOptions)}.{nameof(LocalOptions.NewExecutionName)} gave '{made}', which is no name of an execution: it {flaw.Message}.")
            : made;
    }

    private int NextSeed() => unchecked(_seed + (Interlocked.Increment(ref _started) * 7919));

    private bool TryEnter()
    {
        lock (_gate)
        {
            if (_drained is not null)
            {
                return false;
            }

            _running++;
        }

        Options.Tasks?.ExecutionStarted();
        return true;
    }

    private TaskPlan FindTask(string name) => Plan.Find(name) as TaskPlan ?? throw new ArgumentException(
        $"There is a mock for '{name}', which is no Task state of {Name}. Its Task states are: "
        + string.Join(", ", Plan.States.OfType<TaskPlan>().Select(task => task.Name)) + ".");

    private void Bind(StateBinding binding)
    {
        PlanState state = Plan.Find(binding.Name)
            ?? throw new InvalidOperationException($"The definition of {Name} has no state '{binding.Name}', though its class has one. Rebuild the project.");
        state.Binding = binding;
    }
}
