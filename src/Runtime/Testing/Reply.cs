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
    private readonly Func<JsonSerializerOptions?, JsonValue>? _result;
    private readonly Execution.Failure? _failure;
    private readonly TimeSpan _delay;

    private Reply(Func<JsonSerializerOptions?, JsonValue>? result, Execution.Failure? failure, TimeSpan delay = default)
    {
        _result = result;
        _failure = failure;
        _delay = delay;
    }

    /// <summary>The task returns a value.</summary>
    /// <param name="value">The result, before <c>ResultSelector</c>.</param>
    /// <param name="contract">How it is written as JSON; not given, as the machine writes values of this type.</param>
    public static Reply Return<T>(T value, JsonTypeInfo<T>? contract = null) => new(
        options => JsonConversion.FromTyped(value, contract ?? FindContract<T>(options)),
        null);

    /// <summary>The task returns a value that is given as JSON text.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Reply ReturnJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonValue value = JsonConversion.Parse(json);
        return new Reply(_ => value, null);
    }

    /// <summary>The task fails.</summary>
    /// <param name="error">The error's name, which Retry and Catch match; null for a callback that fails without one, which <c>States.ALL</c> matches.</param>
    /// <param name="cause">What happened.</param>
    public static Reply Fail(string? error, string? cause = null) => new(null, new Execution.Failure(error, cause));

    /// <summary>The task fails as a handler does that throws this exception.</summary>
    public static Reply Fail(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new Reply(null, HandlerError.ToFailure(exception));
    }

    /// <summary>
    /// The task never answers: it fails with <c>States.Timeout</c> when the state's <c>TimeoutSeconds</c> have passed on the execution's
    /// clock, or at once when the state sets no limit.
    /// </summary>
    public static Reply Timeout() => new(null, null);

    /// <summary>The same answer after a time on the execution's clock.</summary>
    public Reply After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        return new Reply(_result, _failure, delay);
    }

    internal ResolvedReply Resolve(JsonSerializerOptions? options) => new(_result?.Invoke(options), _failure, _delay);

    private static JsonTypeInfo<T> FindContract<T>(JsonSerializerOptions? options)
    {
        if (options is null || typeof(T) == typeof(JsonElement))
        {
            return JsonContract.For<T>();
        }

        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException(
                $"The machine's serializer context does not know {typeof(T)}. Add [JsonSerializable(typeof({typeof(T).Name}))] to it, or give Reply.Return a contract.", e);
        }
    }
}
