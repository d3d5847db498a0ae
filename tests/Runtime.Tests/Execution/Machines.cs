using System;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Machines and handlers by hand, as the generator would bind them.</summary>
internal static class Machines
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static LocalOptions Virtual(int seed = 1) => new() { TimeProvider = new VirtualTimeProvider(Start), Seed = seed };

    public static LocalStateMachine<TInput, TOutput> Create<TInput, TOutput>(
        string asl, LocalOptions? options = null, IServiceProvider? services = null, params StateBinding[] states) =>
        Create<TInput, TOutput>("Machine", asl, options, services, states);

    public static LocalStateMachine<TInput, TOutput> Create<TInput, TOutput>(
        string name, string asl, LocalOptions? options, IServiceProvider? services, params StateBinding[] states) =>
        LocalStateMachine.Create(
            new MachineBinding<TInput, TOutput>(
                name, MachineType.Standard, asl, JsonContract.For<TInput>(), JsonContract.For<TOutput>(), ImmutableArray.Create(states)),
            services,
            options ?? Virtual());

    public static TaskBinding<TInput, TOutput> Task<TInput, TOutput>(string state, Func<TInput, CancellationToken, Task<TOutput>> work) =>
        new(state, _ => new DelegateTask<TInput, TOutput>(work));

    /// <summary>One Task state called Work that ends the machine; <paramref name="fields"/> are added to it, and can lead to the states Caught and Other.</summary>
    public static string OneTask(string fields = "") =>
        """{ "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true"""
        + (fields.Length == 0 ? "" : ", " + fields) + " }"
        + Target(fields, "Caught") + Target(fields, "Other") + " } }";

    /// <summary>A state that ends the machine, when something leads to it.</summary>
    public static string Target(string fields, string name) =>
        fields.Contains($"\"{name}\"", StringComparison.Ordinal) ? $$""", "{{name}}": { "Type": "Succeed" }""" : "";

    public static Task<ExecutionResult<System.Text.Json.JsonElement>> RunAsync(string asl, string input = "{}", LocalOptions? options = null) =>
        LocalStateMachine.FromDefinition(asl, options ?? Virtual()).ExecuteJsonAsync(input);

    private sealed class DelegateTask<TInput, TOutput>(Func<TInput, CancellationToken, Task<TOutput>> work) : ITask<TInput, TOutput>
    {
        public Task<TOutput> ExecuteAsync(TInput input, CancellationToken cancellationToken) => work(input, cancellationToken);
    }
}
