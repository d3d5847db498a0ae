using System;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Testing;
using StateMachineGen.Testing.Coverage;

namespace StateMachineGen;

/// <summary>Runs machines in process from their definition alone.</summary>
public static class LocalStateMachine
{
    private const string DefaultName = "StateMachine";

    /// <summary>Makes a definition ready to run. Its tasks have no handlers and are mocked (<see cref="LocalOptions.Mock(string, Reply[])"/>).</summary>
    /// <param name="asl">The definition, as JSON.</param>
    /// <param name="options">How it runs; the system's clock and no mocks when not given.</param>
    /// <param name="name">The machine's name.</param>
    /// <param name="type">The kind of machine.</param>
    /// <exception cref="DefinitionException">The text breaks a rule of ASL for which AWS would refuse it, or uses what is not run locally yet.</exception>
    public static LocalStateMachine<JsonElement, JsonElement> FromDefinition(
        string asl, LocalOptions? options = null, string name = DefaultName, MachineType type = MachineType.Standard)
    {
        ArgumentNullException.ThrowIfNull(asl);
        ArgumentNullException.ThrowIfNull(name);
        return FromDefinition(asl, options, name, type, null);
    }

    /// <summary>Runs one state alone, given by its own definition, as AWS's TestState does.</summary>
    /// <param name="state">The state's definition, as JSON. The states that it names need not exist.</param>
    /// <param name="input">The state's input, as JSON.</param>
    /// <param name="options">What the state is run with.</param>
    /// <param name="localOptions">The clock, the seed, and what else is said of a local run; the system's clock when not given.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="DefinitionException">The definition breaks a rule of ASL for which AWS would refuse it, or uses what is not run locally yet.</exception>
    /// <exception cref="StateTestException">AWS's TestState would refuse to run the state so.</exception>
    /// <exception cref="JsonException">The input, or an option, is no JSON.</exception>
    public static async Task<StateTestResult> TestStateAsync(
        string state, string input, StateTestOptions? options = null, LocalOptions? localOptions = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        LocalStateMachine<JsonElement, JsonElement> machine = FromDefinition(
            SingleState.ToMachine(state), localOptions, DefaultName, MachineType.Standard, new DefinitionOrigin { State = state });
        await using (machine.ConfigureAwait(false))
        {
            return await machine.TestStateAsync(SingleState.Name, input, options, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Makes the machine of a class ready to run: what <c>MyMachine.CreateLocal()</c> does, for code that is generic over machines.</summary>
    /// <typeparam name="TMachine">A class with <see cref="StateMachineAttribute"/>.</typeparam>
    /// <typeparam name="TInput">What an execution is started with.</typeparam>
    /// <typeparam name="TOutput">What a successful execution returns.</typeparam>
    /// <param name="services">Where the constructor parameters of handlers come from; each attempt of a task has a scope of its own.</param>
    /// <param name="options">How it runs; the system's clock and no mocks when not given.</param>
    /// <exception cref="InvalidOperationException">The machine's source has faults that let no definition be built.</exception>
    /// <exception cref="DefinitionException">The definition breaks a rule of ASL for which AWS would refuse it, or uses what is not run locally yet.</exception>
    public static LocalStateMachine<TInput, TOutput> Create<TMachine, TInput, TOutput>(IServiceProvider? services = null, LocalOptions? options = null)
        where TMachine : IStateMachine<TMachine, TInput, TOutput> => Create(TMachine.Binding, services, options, new DefinitionOrigin { Class = typeof(TMachine) });

    /// <summary>Begins a unit test of the machine of a class: what <c>MyMachine.Test()</c> does, for code that is generic over machines.</summary>
    /// <typeparam name="TMachine">A class with <see cref="StateMachineAttribute"/>.</typeparam>
    /// <typeparam name="TInput">What an execution is started with.</typeparam>
    /// <typeparam name="TOutput">What a successful execution returns.</typeparam>
    /// <param name="options">How it runs, instead of in virtual time and with seeded chance.</param>
    public static MachineTest<TInput, TOutput> Test<TMachine, TInput, TOutput>(LocalOptions? options = null)
        where TMachine : IStateMachine<TMachine, TInput, TOutput> => new(Create<TMachine, TInput, TOutput>, options);

    internal static LocalStateMachine<TInput, TOutput> Create<TInput, TOutput>(
        MachineBinding<TInput, TOutput> binding, IServiceProvider? services, LocalOptions? options, DefinitionOrigin? origin = null)
    {
        ImmutableArray<StateBinding> states = binding.States.IsDefault ? ImmutableArray<StateBinding>.Empty : binding.States;
        return new LocalStateMachine<TInput, TOutput>(
            new LocalMachine(
                binding.Name, binding.Type, GetDefinition(binding), states, binding.Output.Options, services, options ?? new LocalOptions(), origin),
            binding.Input,
            binding.Output);
    }

    private static LocalStateMachine<JsonElement, JsonElement> FromDefinition(
        string asl, LocalOptions? options, string name, MachineType type, DefinitionOrigin? origin)
    {
        JsonTypeInfo<JsonElement> json = JsonContract.For<JsonElement>();
        return new LocalStateMachine<JsonElement, JsonElement>(
            new LocalMachine(name, type, asl, [], null, null, options ?? new LocalOptions(), origin), json, json);
    }

    internal static string GetDefinition<TInput, TOutput>(MachineBinding<TInput, TOutput> binding) => binding.Definition
        ?? throw new InvalidOperationException($"No definition could be built for state machine '{binding.Name}': see the compiler's SMG errors.");
}

/// <summary>
/// A machine that runs in process, from its definition. Executions are independent of each other and may run at the same
/// time. Disposing of the machine aborts the executions that still run.
/// </summary>
/// <typeparam name="TInput">What an execution is started with.</typeparam>
/// <typeparam name="TOutput">What a successful execution returns.</typeparam>
public sealed class LocalStateMachine<TInput, TOutput> : IAsyncDisposable
{
    private readonly JsonTypeInfo<TInput> _input;
    private readonly JsonTypeInfo<TOutput> _output;
    private readonly Func<ExecutionRun, ExecutionResult<TOutput>> _read;

    internal LocalStateMachine(LocalMachine machine, JsonTypeInfo<TInput> input, JsonTypeInfo<TOutput> output)
    {
        Machine = machine;
        _input = input;
        _output = output;
        _read = run => new ExecutionResult<TOutput>(run, output);
    }

    internal LocalMachine Machine { get; }

    /// <summary>The machine's name.</summary>
    public string Name => Machine.Name;

    /// <summary>The machine's ARN.</summary>
    public string Arn => Machine.Arn;

    /// <summary>Runs an execution to its end. Errors of the machine are in the result, not thrown.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="cancellationToken">Stops the execution; it then ends with <see cref="ExecutionStatus.Aborted"/>.</param>
    /// <exception cref="ArgumentException">The input cannot be written as JSON, or is larger than AWS allows. As the others, it comes through the task.</exception>
    /// <exception cref="InvalidOperationException"><see cref="LocalOptions.NewExecutionName"/> gave what is no name.</exception>
    /// <exception cref="ObjectDisposedException">The machine was disposed of.</exception>
    public Task<ExecutionResult<TOutput>> ExecuteAsync(TInput input, CancellationToken cancellationToken = default) =>
        ExecuteAsync(input, new ExecutionOptions(), cancellationToken);

    /// <summary>Runs an execution to its end. Errors of the machine are in the result, not thrown.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Stops the execution; it then ends with <see cref="ExecutionStatus.Aborted"/>.</param>
    /// <exception cref="ArgumentException">
    /// The input cannot be written as JSON, or is larger than AWS allows, or the name is none. As the others, it comes through the task.
    /// </exception>
    /// <exception cref="InvalidOperationException"><see cref="LocalOptions.NewExecutionName"/> gave what is no name.</exception>
    /// <exception cref="ObjectDisposedException">The machine was disposed of.</exception>
    public Task<ExecutionResult<TOutput>> ExecuteAsync(TInput input, ExecutionOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        JsonValue value;
        try
        {
            value = JsonConversion.FromTyped(input, _input);
        }
#pragma warning disable CA1031 // Whatever converters and properties of the user's types throw.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<ExecutionResult<TOutput>>(
                new ArgumentException($"The input, of type {typeof(TInput)}, cannot be written as JSON: {e.Message}", nameof(input), e));
        }

        return RunAsync(value, options, cancellationToken);
    }

    /// <summary>Runs an execution to its end, with its input as JSON text.</summary>
    /// <inheritdoc cref="ExecuteAsync(TInput, ExecutionOptions, CancellationToken)"/>
    /// <exception cref="JsonException">The input is not JSON, or nests deeper than 512 levels. It comes through the task.</exception>
    public Task<ExecutionResult<TOutput>> ExecuteJsonAsync(string input, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        JsonValue value;
        try
        {
            value = JsonConversion.Parse(input);
        }
        catch (JsonException e)
        {
            return Task.FromException<ExecutionResult<TOutput>>(
                new JsonException($"The input is no JSON that an execution takes: {e.Message}", e.Path, e.LineNumber, e.BytePositionInLine, e));
        }

        return RunAsync(value, options, cancellationToken);
    }

    /// <summary>
    /// Runs one state alone, as AWS's TestState does: once, whatever Retry says, and telling what the data was after each step of its processing.
    /// </summary>
    /// <typeparam name="TState">The state's class.</typeparam>
    /// <inheritdoc cref="TestStateAsync(string, string, StateTestOptions, CancellationToken)"/>
    public Task<StateTestResult> TestStateAsync<TState>(string input, StateTestOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState => TestStateAsync(StateBinding.Of<TState>().Name, input, options, cancellationToken);

    /// <summary>
    /// Runs one state alone, as AWS's TestState does: once, whatever Retry says, and telling what the data was after each step of its processing.
    /// </summary>
    /// <param name="state">The state's name in the definition; it may be in a branch or a Map.</param>
    /// <param name="input">The state's input, as JSON.</param>
    /// <param name="options">What the state is run with. Without a mock in it, the mocks of the machine and its handlers answer.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ArgumentException">The machine has no such state, or the input is larger than AWS allows.</exception>
    /// <exception cref="StateTestException">AWS's TestState would refuse to run the state so.</exception>
    /// <exception cref="JsonException">The input, or an option, is no JSON.</exception>
    /// <exception cref="ObjectDisposedException">The machine was disposed of.</exception>
    public Task<StateTestResult> TestStateAsync(
        string state, string input, StateTestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(input);
        PlanState plan = Machine.Plan.Find(state) ?? throw new ArgumentException($"{Name} has no state '{state}'.", nameof(state));
        return StateTest.RunAsync(Machine, plan, JsonConversion.Parse(input), options ?? new StateTestOptions(), _output.Options, cancellationToken);
    }

    /// <summary>Aborts the executions that still run and waits until they have ended.</summary>
    public ValueTask DisposeAsync() => Machine.DisposeAsync();

    private Task<ExecutionResult<TOutput>> RunAsync(JsonValue input, ExecutionOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return Machine.NewRun(input, options, null, cancellationToken).ExecuteAsync(_read);
        }
#pragma warning disable CA1031 // All that is thrown comes through the task, also what the caller's function for names throws.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Task.FromException<ExecutionResult<TOutput>>(e);
        }
    }
}
