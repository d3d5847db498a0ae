using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StateMachineGen.Data;

namespace StateMachineGen.CompilerServices;

/// <summary>Finds how a type is read from and written as JSON. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonContract
{
    private static readonly JsonSerializerOptions? s_reflection = JsonSerializer.IsReflectionEnabledByDefault ? CreateReflectionOptions() : null;

    /// <summary>The contract of a type in a machine that names a serializer context (<see cref="StateMachineAttribute.Json"/>).</summary>
    /// <exception cref="InvalidOperationException">The context does not know the type.</exception>
    public static JsonTypeInfo<T> For<T>(JsonSerializerContext context) =>
        context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? For<T>(
            context.Options,
            $"{context.GetType()} does not know {typeof(T)}. Add [JsonSerializable(typeof({typeof(T).Name}))] to it.");

    /// <summary>The contract of a type in a machine without a serializer context: reflection with camelCase names.</summary>
    /// <exception cref="InvalidOperationException">The program has reflection-based serialization switched off.</exception>
    public static JsonTypeInfo<T> For<T>() => For<T>(
        s_reflection ?? new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine() },
        $"{typeof(T)} cannot be serialized by reflection in this program. Set Json = typeof(YourJsonSerializerContext) on [StateMachine].");

    /// <summary>The contract of a type in a machine with these options; null for a machine without a class.</summary>
    /// <exception cref="InvalidOperationException">The options do not know the type.</exception>
    internal static JsonTypeInfo<T> For<T>(JsonSerializerOptions? options) => options is null
        ? For<T>()
        : For<T>(options, $"The machine's serializer context does not know {typeof(T)}. Add [JsonSerializable(typeof({typeof(T).Name}))] to it, or give a contract.");

    private static JsonTypeInfo<T> For<T>(JsonSerializerOptions options, string advice)
    {
        if (typeof(T) == typeof(JsonElement))
        {
            return (JsonTypeInfo<T>)(object)JsonMetadataServices.CreateValueInfo<JsonElement>(options, JsonMetadataServices.JsonElementConverter);
        }

        try
        {
            return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException(advice, e);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Only called where the program keeps reflection-based serialization; trimmed programs switch it off.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only called where the program keeps reflection-based serialization; native programs switch it off.")]
    private static JsonSerializerOptions CreateReflectionOptions() =>
        new(JsonSerializerOptions.Default)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            PropertyNameCaseInsensitive = true,
            MaxDepth = JsonValue.MaxDepth,
        };
}
