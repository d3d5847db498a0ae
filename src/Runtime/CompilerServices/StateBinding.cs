using System;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;

namespace StateMachineGen.CompilerServices;

/// <summary>What generated code tells the runtime of a state. Not for use by hand.</summary>
/// <param name="name">The state's name in the definition.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class StateBinding(string name)
{
    /// <summary>The state's name in the definition.</summary>
    public string Name { get; } = name;

    /// <summary>The state's <c>OnEntered</c>, or null when the state's class does not implement it.</summary>
    public Action<StateEntered>? Entered { get; init; }

    /// <summary>The state's <c>OnExited</c>, or null when the state's class does not implement it.</summary>
    public Action<StateExited>? Exited { get; init; }

    /// <summary>The state's <c>OnFailed</c>, or null when the state's class does not implement it.</summary>
    public Action<StateFailed>? Failed { get; init; }

    /// <summary>The state's <c>OnRetried</c>, or null when the state's class does not implement it.</summary>
    public Action<StateRetried>? Retried { get; init; }

    internal virtual bool HasHandler => false;

    /// <summary>The binding of a state class.</summary>
    public static StateBinding Of<TState>()
        where TState : IState => TState.Binding;

    /// <summary>The bindings of the states of another machine, whose states a branch or a Map runs.</summary>
    public static ImmutableArray<StateBinding> OfMachine<TMachine, TInput, TOutput>()
        where TMachine : IStateMachine<TMachine, TInput, TOutput> => TMachine.Binding.States;

    /// <summary>Makes a handler, runs it and disposes of it. Its exceptions are the caller's.</summary>
    internal virtual Task<JsonValue> InvokeAsync(IServiceProvider services, JsonValue input, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"State '{Name}' has no handler.");
}

/// <summary>What generated code tells the runtime of a Task state with a handler. Not for use by hand.</summary>
/// <typeparam name="TInput">What the handler takes.</typeparam>
/// <typeparam name="TOutput">What the handler returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TaskBinding<TInput, TOutput> : StateBinding
{
    /// <summary>A state of a machine without a serializer context.</summary>
    /// <param name="name">The state's name in the definition.</param>
    /// <param name="create">Makes a handler; its constructor's parameters come from the given services (<see cref="HandlerServices"/>).</param>
    /// <exception cref="InvalidOperationException">The program has reflection-based serialization switched off.</exception>
    public TaskBinding(string name, Func<IServiceProvider, ITask<TInput, TOutput>> create)
        : this(name, create, JsonContract.For<TInput>(), JsonContract.For<TOutput>())
    {
    }

    /// <summary>A state of a machine that names a serializer context (<see cref="StateMachineAttribute.Json"/>).</summary>
    /// <param name="name">The state's name in the definition.</param>
    /// <param name="create">Makes a handler; its constructor's parameters come from the given services (<see cref="HandlerServices"/>).</param>
    /// <param name="json">The context.</param>
    /// <exception cref="InvalidOperationException">The context does not know one of the types.</exception>
    public TaskBinding(string name, Func<IServiceProvider, ITask<TInput, TOutput>> create, JsonSerializerContext json)
        : this(name, create, JsonContract.For<TInput>(json), JsonContract.For<TOutput>(json))
    {
    }

    private TaskBinding(string name, Func<IServiceProvider, ITask<TInput, TOutput>> create, JsonTypeInfo<TInput> input, JsonTypeInfo<TOutput> output)
        : base(name)
    {
        Create = create;
        Input = input;
        Output = output;
    }

    /// <summary>Makes a handler.</summary>
    public Func<IServiceProvider, ITask<TInput, TOutput>> Create { get; }

    /// <summary>How the handler's input is read.</summary>
    public JsonTypeInfo<TInput> Input { get; }

    /// <summary>How the handler's result is written.</summary>
    public JsonTypeInfo<TOutput> Output { get; }

    internal override bool HasHandler => true;

    internal override async Task<JsonValue> InvokeAsync(IServiceProvider services, JsonValue input, CancellationToken cancellationToken)
    {
        TInput typed = input.ToTyped(Input)!;
        ITask<TInput, TOutput> handler = Create(services);
        try
        {
            TOutput result = await handler.ExecuteAsync(typed, cancellationToken).ConfigureAwait(false);
            return JsonConversion.FromTyped(result, Output);
        }
        finally
        {
            if (handler is IAsyncDisposable asyncDisposable)
            {
                await asyncDisposable.DisposeAsync().ConfigureAwait(false);
            }
            else
            {
                (handler as IDisposable)?.Dispose();
            }
        }
    }
}
