using System;

namespace StateMachineGen;

/// <summary>The two kinds of state machines (CreateStateMachine, "type").</summary>
public enum MachineType
{
    /// <summary>Runs up to a year, exactly once, with a full history.</summary>
    Standard,

    /// <summary>Runs up to five minutes, at least once, with its history in logs only.</summary>
    Express,
}

/// <summary>The language of paths and expressions (ASL field <c>QueryLanguage</c>).</summary>
public enum QueryLanguage
{
    /// <summary>Paths, payload templates and intrinsic functions; what AWS assumes when nothing is said.</summary>
    JSONPath,

    /// <summary>JSONata expressions in <c>{% … %}</c>.</summary>
    JSONata,
}

/// <summary>
/// Makes a partial class a state machine that takes and returns any JSON. Its states are the classes nested in it that
/// carry <see cref="TaskAttribute"/>, <see cref="PassAttribute"/> and their kin.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public class StateMachineAttribute : Attribute
{
    /// <summary>The machine's name, which also names its ASL file; the class name when not set. AWS allows 1 to 80 characters and refuses blanks and most punctuation.</summary>
    public string? Name { get; set; }

    /// <summary>The kind of machine to deploy; it is no part of the definition.</summary>
    public MachineType Type { get; set; }

    /// <summary>How long an execution may run, in seconds, from 1 to 99,999,999 (ASL field <c>TimeoutSeconds</c>). Not set: no limit but AWS's own.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>).</summary>
    public string? Comment { get; set; }

    /// <summary>The version of the language (ASL field <c>Version</c>); "1.0" is the only one and may be left out.</summary>
    public string? Version { get; set; }

    /// <summary>The query language of all states that name none (ASL field <c>QueryLanguage</c>).</summary>
    public QueryLanguage QueryLanguage { get; set; }

    /// <summary>Whether the deployed machine has X-Ray tracing on (CreateStateMachine, "tracingConfiguration"); it is no part of the definition.</summary>
    public bool Tracing { get; set; }

    /// <summary>
    /// The <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that reads and writes inputs and outputs. Not
    /// set: reflection with camelCase names, which trimmed and native programs cannot use.
    /// </summary>
    public Type? Json { get; set; }
}

/// <summary>Makes a partial class a state machine with a declared contract.</summary>
/// <typeparam name="TInput">What an execution is started with.</typeparam>
/// <typeparam name="TOutput">What a successful execution returns.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineAttribute<TInput, TOutput> : StateMachineAttribute;
