using System;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Testing;

/// <summary>
/// A unit test of a machine, as <c>MyMachine.Test()</c> begins it: time is virtual, chance is seeded, and tasks answer as they are mocked. Tasks without a mock run
/// their handlers.
/// </summary>
/// <typeparam name="TInput">What an execution is started with.</typeparam>
/// <typeparam name="TOutput">What a successful execution returns.</typeparam>
/// <remarks>Each execution has a machine of its own, so that what one test uses up (the first of several replies) no other test lacks.</remarks>
public sealed class MachineTest<TInput, TOutput>
{
    private readonly Func<IServiceProvider?, LocalOptions, LocalStateMachine<TInput, TOutput>> _create;
    private IServiceProvider? _services;

    internal MachineTest(Func<IServiceProvider?, LocalOptions, LocalStateMachine<TInput, TOutput>> create, LocalOptions? options)
    {
        _create = create;
        Options = options ?? new LocalOptions { TimeProvider = new VirtualTimeProvider(), Seed = 1 };
    }

    /// <summary>How the machine runs: with virtual time and seeded chance, unless the test was begun with options of its own.</summary>
    public LocalOptions Options { get; }

    /// <summary>Takes the constructor parameters of handlers from these services.</summary>
    public MachineTest<TInput, TOutput> WithServices(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
        return this;
    }

    /// <inheritdoc cref="LocalOptions.Mock{TState}(Reply[])"/>
    public MachineTest<TInput, TOutput> Mock<TState>(params Reply[] replies)
        where TState : IState
    {
        Options.Mock<TState>(replies);
        return this;
    }

    /// <inheritdoc cref="LocalOptions.Mock(string, Reply[])"/>
    public MachineTest<TInput, TOutput> Mock(string state, params Reply[] replies)
    {
        Options.Mock(state, replies);
        return this;
    }

    /// <inheritdoc cref="LocalOptions.MockJson(string)"/>
    public MachineTest<TInput, TOutput> MockJson(string mocks)
    {
        Options.MockJson(mocks);
        return this;
    }

    /// <summary>Counts what the test reaches of the machine.</summary>
    public MachineTest<TInput, TOutput> WithCoverage(StateMachineCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        Options.Coverage = coverage;
        return this;
    }

    /// <summary>Runs an execution to its end. Errors of the machine are in the result, not thrown.</summary>
    /// <inheritdoc cref="LocalStateMachine{TInput, TOutput}.ExecuteAsync(TInput, CancellationToken)"/>
    /// <exception cref="DefinitionException">The definition breaks a rule of ASL for which AWS would refuse it.</exception>
    public async Task<ExecutionResult<TOutput>> ExecuteAsync(TInput input, CancellationToken cancellationToken = default)
    {
        LocalStateMachine<TInput, TOutput> machine = _create(_services, Options);
        await using (machine.ConfigureAwait(false))
        {
            return await machine.ExecuteAsync(input, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="LocalStateMachine{TInput, TOutput}.TestStateAsync{TState}(string, StateTestOptions, CancellationToken)"/>
    /// <exception cref="DefinitionException">The definition breaks a rule of ASL for which AWS would refuse it.</exception>
    public async Task<StateTestResult> TestStateAsync<TState>(string input, StateTestOptions? options = null, CancellationToken cancellationToken = default)
        where TState : IState
    {
        LocalStateMachine<TInput, TOutput> machine = _create(_services, Options);
        await using (machine.ConfigureAwait(false))
        {
            return await machine.TestStateAsync<TState>(input, options, cancellationToken).ConfigureAwait(false);
        }
    }
}
