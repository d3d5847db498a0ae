using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace StateMachineGen.CompilerServices;

/// <summary>What generated code tells the runtime of a machine. Not for use by hand.</summary>
/// <typeparam name="TInput">What an execution is started with.</typeparam>
/// <typeparam name="TOutput">What a successful execution returns.</typeparam>
/// <param name="Name">The machine's name.</param>
/// <param name="Type">The kind of machine.</param>
/// <param name="Definition">The ASL text, or null when the C# source has faults that let no definition be built.</param>
/// <param name="Input">How an execution's input is written as JSON.</param>
/// <param name="Output">How an execution's output is read.</param>
/// <param name="States">What is generated for each state, in the order of the source.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record MachineBinding<TInput, TOutput>(
    string Name,
    MachineType Type,
    string? Definition,
    JsonTypeInfo<TInput> Input,
    JsonTypeInfo<TOutput> Output,
    ImmutableArray<StateBinding> States);
