using System;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution.Tasks;

namespace StateMachineGen;

/// <summary>What a mocked task answers (<see cref="LocalOptions.Mock{TState}"/>).</summary>
public sealed class Reply
{
    private readonly Func<JsonSerializerOptions?, ResolvedReply> _resolve;
    private readonly TimeSpan _delay;

    private Reply(Func<JsonSerializerOptions?, ResolvedReply> resolve, TimeSpan delay = default)
    {
        _resolve = resolve;
        _delay = delay;
    }

    private Reply(ResolvedReply reply)
        : this(_ => reply)
    {
    }

    /// <summary>The task returns a value.</summary>
    /// <param name="value">The result, before <c>ResultSelector</c>.</param>
    /// <param name="contract">How it is written as JSON; not given, as the machine writes values of this type.</param>
    public static Reply Return<T>(T value, JsonTypeInfo<T>? contract = null) =>
        new(options => ResolvedReply.Return(JsonConversion.FromTyped(value, contract ?? JsonContract.For<T>(options))));

    /// <summary>The task returns a value that is given as JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Reply ReturnJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new Reply(ResolvedReply.Return(JsonConversion.Parse(json)));
    }

    /// <summary>The task fails.</summary>
    /// <param name="error">The error's name, which Retry and Catch match; null for a callback that fails without one, which <c>States.ALL</c> matches.</param>
    /// <param name="cause">What happened.</param>
    public static Reply Fail(string? error, string? cause = null) => new(ResolvedReply.Fail(new Execution.Failure(error, cause)));

    /// <summary>The task fails as a handler does that throws this exception.</summary>
    public static Reply Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new Reply(ResolvedReply.Fail(HandlerError.ToFailure(exception)));
    }

    /// <summary>The task fails as a handler does that throws an exception of this type, which need not be made for it.</summary>
    /// <typeparam name="TException">The exception's type; its name is the error's.</typeparam>
    /// <param name="message">The exception's message.</param>
    public static Reply Fail<TException>(string message = "")
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(message);
        return new Reply(ResolvedReply.Fail(HandlerError.ToFailure(typeof(TException), message)));
    }

    /// <summary>
    /// The answer depends on what the task is called with. A function that throws makes the task fail as a handler does that throws.
    /// </summary>
    /// <typeparam name="TInput">What the task takes: its input after <c>Parameters</c> or <c>Arguments</c>.</typeparam>
    /// <param name="answer">Gives the answer to a call. It runs in the execution and must not block.</param>
    /// <param name="contract">How the input is read from JSON; not given, as the machine reads values of this type.</param>
    public static Reply From<TInput>(Func<TInput, Reply> answer, JsonTypeInfo<TInput>? contract = null)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new Reply(options =>
        {
            JsonTypeInfo<TInput> read = contract ?? JsonContract.For<TInput>(options);
            return ResolvedReply.From(payload =>
                (answer(payload.ToTyped(read)!) ?? throw new InvalidOperationException("The function gave no answer.")).Resolve(options));
        });
    }

    /// <summary>
    /// The task never answers: it fails with <c>States.Timeout</c> when the state's <c>TimeoutSeconds</c> (or <c>HeartbeatSeconds</c>) have passed on the
    /// execution's clock. A state that sets no limit has AWS's, 99,999,999 seconds, unless the execution times out before.
    /// </summary>
    public static Reply Timeout() => new(ResolvedReply.None);

    /// <summary>The same answer after a time on the execution's clock.</summary>
    public Reply After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new Reply(_resolve, delay);
    }

    internal ResolvedReply Resolve(JsonSerializerOptions? options) => _resolve(options).After(_delay);
}
