using System;

namespace StateMachineGen;

/// <summary>What every state machine class can do: <c>MyMachine.CreateLocal(…)</c>, <c>MyMachine.Definition</c>.</summary>
public static class StateMachineExtensions
{
    extension<TSelf, TInput, TOutput>(IStateMachine<TSelf, TInput, TOutput>)
        where TSelf : IStateMachine<TSelf, TInput, TOutput>
    {
        /// <summary>The ASL text that the build emits.</summary>
        /// <exception cref="InvalidOperationException">The machine's source has faults that let no definition be built.</exception>
        public static string Definition => TSelf.Binding.Definition
            ?? throw new InvalidOperationException($"No definition could be built for {typeof(TSelf)}: see the compiler's SMG errors.");
    }
}
