using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Storage;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen;

/// <summary>How a machine runs in process.</summary>
public sealed class LocalOptions
{
    private readonly Dictionary<string, Reply[]> _mocks = new(StringComparer.Ordinal);

    /// <summary>The clock; the system's when not set. <see cref="VirtualTimeProvider"/> lets waits take no time.</summary>
#pragma warning disable RS0030 // The default of a public option.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>
    /// Makes jitter and generated ids repeatable: with one seed, the first execution of a machine is always the same, and so is the second,
    /// whether it is traced or not.
    /// </summary>
    public int? Seed { get; init; }

    /// <summary>
    /// Names executions that are started without a name; random UUIDs when not set, or when it gives null. The name must be one by AWS's
    /// rules (StartExecution, <c>name</c>), or <c>ExecuteAsync</c> fails with an <see cref="InvalidOperationException"/>.
    /// </summary>
    public Func<string?>? NewExecutionName { get; init; }

    /// <summary>How much an execution may take; as much as on AWS when not set.</summary>
    public ExecutionLimits Limits { get; init; } = ExecutionLimits.Aws;

    /// <summary>The account in ARNs.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>
    /// Whether an error of a Lambda function's code is traced as an error of the caller (yellow), as Lambda's own console shows it, and not as a fault
    /// (red), as the X-Ray SDK for .NET records it: an exception of a handler, and an error that a mock gives by name. The errors of Step Functions and
    /// of Lambda itself (<c>States.…</c>, <c>Lambda.…</c>) stay what they are.
    /// </summary>
    public bool LambdaParity { get; init; }

    /// <summary>
    /// Has the spans of states and calls carry their input and output. Not set, no span carries data, which may be large, and secret: also the
    /// causes of errors are told without what they quote of it.
    /// </summary>
    public PayloadTracing? TracePayloads { get; init; }

    /// <summary>
    /// Where callbacks and activities wait for their answers. Not set, a callback or activity needs a mock, or a handler that does the
    /// activity.
    /// </summary>
    public LocalTasks? Tasks { get; init; }

    /// <summary>
    /// What stands for S3 where Distributed Maps read their items and write their results: a <see cref="FolderObjectStore"/>, a
    /// <see cref="MemoryObjectStore"/>, or a store of your own.
    /// </summary>
    public IObjectStore? S3 { get; init; }

    /// <summary>
    /// Counts what the executions of the machine go through, and what tests of single states do; nothing is counted when not set. Many machines can
    /// share one. Machines that tasks start are counted when their own options say so.
    /// </summary>
    public StateMachineCoverage? Coverage { get; set; }

    /// <summary>Where the text of the definition stands, for reports of coverage; not known when not set. The source of a class goes before it.</summary>
    public DefinitionPlace? DefinitionPlace { get; init; }

    /// <summary>The report that executions are shown in, also those that they start in other machines. Not set, there is none.</summary>
    public TraceReport? Report { get; init; }

    internal IReadOnlyDictionary<string, Reply[]> Mocks => _mocks;

    internal LocalFunctions Functions { get; } = new();

    internal LocalMachines Machines { get; } = new();

    /// <summary>Whether runs may make spans and measurements. A switch for tests that measure what tracing costs.</summary>
    internal bool HasTelemetry { get; init; } = true;

    /// <summary>How much map runs may read and write. A switch for tests that get there.</summary>
    internal MapLimits MapLimits { get; init; } = MapLimits.Aws;

    /// <summary>
    /// Stands for a Lambda function in all states that call it and have no handler of their own, directly or through
    /// <c>arn:aws:states:::lambda:invoke</c>.
    /// </summary>
    /// <typeparam name="TInput">What the function takes.</typeparam>
    /// <typeparam name="TOutput">What the function returns.</typeparam>
    /// <param name="function">Its name or ARN.</param>
    /// <param name="work">What it does. Exceptions fail the task with the name of their type, or as a <see cref="TaskFailureException"/> says.</param>
    /// <param name="json">How the types are read and written; by reflection with camelCase names when not given.</param>
    /// <returns>These options.</returns>
    public LocalOptions Function<TInput, TOutput>(
        string function, Func<TInput, CancellationToken, Task<TOutput>> work, JsonSerializerContext? json = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(function);
        ArgumentNullException.ThrowIfNull(work);
        ITask<TInput, TOutput> task = new FunctionTask<TInput, TOutput>(work);
        Functions.Add(function, json is null ? new TaskBinding<TInput, TOutput>(function, _ => task) : new TaskBinding<TInput, TOutput>(function, _ => task, json));
        return this;
    }

    /// <summary>
    /// Lets tasks start executions of another machine: through <c>arn:aws:states:::states:startExecution</c> with any of its patterns, and
    /// through <c>aws-sdk:sfn</c>'s <c>startExecution</c> and <c>startSyncExecution</c>. They run on the clock of the execution that starts them.
    /// A machine finds itself without this.
    /// </summary>
    /// <param name="machine">The machine. It is not disposed of with the one that starts it.</param>
    /// <param name="arn">
    /// What <c>StateMachineArn</c> says in the definition; not given, the machine's own ARN (of any account and region, with or without version or alias), its name, or
    /// the placeholder <c>${&lt;name&gt;Arn}</c>.
    /// </param>
    /// <returns>These options.</returns>
    public LocalOptions Machine<TInput, TOutput>(LocalStateMachine<TInput, TOutput> machine, string? arn = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        Machines.Add(machine.Machine, arn);
        return this;
    }

    /// <summary>Answers in place of a Task state's handler or service.</summary>
    /// <typeparam name="TState">The state's class.</typeparam>
    /// <param name="replies">The answers to the state's calls in an execution, in order; the last one repeats.</param>
    /// <returns>These options.</returns>
    public LocalOptions Mock<TState>(params Reply[] replies)
        where TState : IState => Mock(StateBinding.Of<TState>().Name, replies);

    /// <summary>Answers in place of a Task state's handler or service.</summary>
    /// <param name="state">The state's name in the definition.</param>
    /// <param name="replies">The answers to the state's calls in an execution, in order; the last one repeats.</param>
    /// <returns>These options.</returns>
    public LocalOptions Mock(string state, params Reply[] replies)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        ArgumentNullException.ThrowIfNull(replies);
        if (replies.Length == 0)
        {
            throw new ArgumentException("A mock needs at least one reply.", nameof(replies));
        }

        _mocks[state] = [.. replies];
        return this;
    }

    /// <summary>Answers as a test case of AWS's <c>MockConfigFile.json</c> says.</summary>
    /// <param name="file">The file.</param>
    /// <param name="machine">The machine's name in the file.</param>
    /// <param name="testCase">The test case's name.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The file has no such machine or test case.</exception>
    public LocalOptions Mock(MockConfigFile file, string machine, string testCase)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(machine);
        ArgumentNullException.ThrowIfNull(testCase);
        foreach ((string state, Reply[] replies) in file.Find(machine, testCase))
        {
            Mock(state, replies);
        }

        return this;
    }

    /// <summary>
    /// Answers as JSON says: <c>{ "State": { "0": { "Return": … }, "1-2": { "Throw": { "Error": "…", "Cause": "…" } }, "3": { "NoAnswer": true } } }</c>.
    /// The numbers are those of the state's calls, retries counted; the last answer repeats.
    /// </summary>
    /// <param name="mocks">The answers, by the states' names in the definition.</param>
    /// <returns>These options.</returns>
    /// <exception cref="JsonException">The text is no JSON, or has another form.</exception>
    public LocalOptions MockJson(string mocks)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        using var document = JsonDocument.Parse(mocks, MockReader.DocumentOptions);
        foreach (JsonProperty state in MockReader.RequireObject(document.RootElement, "The text of mocks").EnumerateObject())
        {
            Mock(state.Name, MockReader.ReadReplies(state.Value, $"The mock of '{state.Name}'"));
        }

        return this;
    }
}

/// <summary>How one execution runs.</summary>
public sealed class ExecutionOptions
{
    /// <summary>The execution's name, by AWS's rules for names; made up when not set.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The trace that the execution belongs to, as StartExecution's <c>traceHeader</c>: <c>Root=1-…;Parent=…;Sampled=1</c>. Not set, it belongs to
    /// <see cref="System.Diagnostics.Activity.Current"/>, if there is one. With <c>Sampled=0</c> it is not recorded. A text that is no
    /// <see cref="XRayTraceHeader"/> is passed over: tracing fails no execution.
    /// </summary>
    public string? TraceHeader { get; init; }
}
