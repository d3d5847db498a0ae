using System;
using StateMachineGen.Testing;

namespace StateMachineGen;

/// <summary>What every state machine class can do: <c>MyMachine.CreateLocal(…)</c>, <c>MyMachine.Test()</c>, <c>MyMachine.Definition</c>.</summary>
public static class StateMachineExtensions
{
    extension<TSelf, TInput, TOutput>(IStateMachine<TSelf, TInput, TOutput>)
        where TSelf : IStateMachine<TSelf, TInput, TOutput>
    {
        /// <summary>The ASL text that the build emits.</summary>
        /// <exception cref="InvalidOperationException">The machine's source has faults that let no definition be built.</exception>
        public static string Definition => LocalStateMachine.GetDefinition(TSelf.Binding);

        /// <summary>Makes the machine ready to run in process, from the definition that the build emits.</summary>
        /// <param name="services">Where the constructor parameters of handlers come from; each attempt of a task has a scope of its own.</param>
        /// <param name="options">How it runs; the system's clock and no mocks when not given.</param>
        /// <exception cref="InvalidOperationException">The machine's source has faults that let no definition be built.</exception>
        /// <exception cref="DefinitionException">The definition breaks a rule of ASL for which AWS would refuse it, or uses what is not run locally yet.</exception>
        public static LocalStateMachine<TInput, TOutput> CreateLocal(IServiceProvider? services = null, LocalOptions? options = null) =>
            LocalStateMachine.Create<TSelf, TInput, TOutput>(services, options);

        /// <summary>Begins a unit test of the machine: virtual time, seeded chance, mocks.</summary>
        /// <param name="options">How it runs, instead of in virtual time and with seeded chance.</param>
        public static MachineTest<TInput, TOutput> Test(LocalOptions? options = null) => LocalStateMachine.Test<TSelf, TInput, TOutput>(options);
    }
}
