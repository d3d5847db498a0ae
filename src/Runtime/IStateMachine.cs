using System.ComponentModel;
using StateMachineGen.CompilerServices;

namespace StateMachineGen;

/// <summary>
/// A class that carries <see cref="StateMachineAttribute"/>. The generator implements it explicitly, so that nothing it
/// adds can collide with the name of a state; what users call are the extensions in <see cref="StateMachineExtensions"/>.
/// </summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
/// <typeparam name="TInput">What an execution is started with.</typeparam>
/// <typeparam name="TOutput">What a successful execution returns.</typeparam>
public interface IStateMachine<TSelf, TInput, TOutput>
    where TSelf : IStateMachine<TSelf, TInput, TOutput>
{
    /// <summary>What the runtime needs to know of the machine.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract MachineBinding<TInput, TOutput> Binding { get; }
}

/// <summary>A class that is a state. The generator implements it explicitly.</summary>
public interface IState
{
    /// <summary>What the runtime needs to know of the state.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract StateBinding Binding { get; }
}
