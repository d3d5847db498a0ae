using System;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Expressions;

/// <summary>What an expression sees where it stands.</summary>
internal abstract class EvaluationScope
{
    /// <summary>The name of the variable <c>$states</c>.</summary>
    public const string StatesName = "states";

    /// <summary>What <c>$</c> is in JSONPath.</summary>
    public JsonValue? Data { get; set; }

    /// <summary><c>$states.input</c>.</summary>
    public JsonValue? Input { get; set; }

    /// <summary><c>$states.result</c>, where there is one.</summary>
    public JsonValue? Result { get; set; }

    /// <summary><c>$states.errorOutput</c>, where there is one.</summary>
    public JsonValue? ErrorOutput { get; set; }

    /// <summary>The context object: <c>$$</c>, or <c>$states.context</c>.</summary>
    public abstract JsonObject Context { get; }

    /// <summary>What chance decides in an expression.</summary>
    public abstract Random Random { get; }

    /// <summary>What time it is; the same for the whole of an expression.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>How much an evaluation of JSONata may take.</summary>
    public virtual JsonataLimits Limits => JsonataLimits.Aws;

    /// <summary>A variable's value, or null when it has none.</summary>
    /// <param name="name">The name without <c>$</c>.</param>
    public abstract JsonValue? FindVariable(string name);

    /// <summary>Finds a member of <c>$states</c> without making the others, of which the context object is dear.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">Its value; null when there is none of this name.</param>
    /// <returns>Whether <c>$states</c> need not be asked.</returns>
    public virtual bool TryFindInStates(string name, out JsonValue? value)
    {
        value = null;
        return false;
    }

    /// <summary>A new UUID, version 4.</summary>
    public abstract string NewId();

    /// <summary>Says where something happened, as AWS begins such causes.</summary>
    public abstract CauseText Locate(CauseText cause);

    /// <summary>What a path starts from, or null when there is no such variable.</summary>
    /// <param name="root">The kind of root; never the current node, which only filters have.</param>
    /// <param name="variable">The variable's name when the root is one.</param>
    public JsonValue? Resolve(PathRoot root, string? variable) => root switch
    {
        PathRoot.Context => Context,
        PathRoot.Variable => FindVariable(variable!),
        _ => Data,
    };

    /// <summary>What a path selects, or null for nothing, also where it starts from a variable that has no value.</summary>
    public JsonValue? Select(JsonPathQuery path) => Resolve(path.Root, path.Variable) is { } root ? path.Select(root) : null;

    /// <summary>What a path selects that must select something, or null with a failure.</summary>
    public JsonValue? Require(JsonPathQuery path, out Failure? failure)
    {
        JsonValue? root = Resolve(path.Root, path.Variable);
        JsonValue? value = root is null ? null : path.Select(root);
        failure = value is not null ? null
            : Failure.Runtime(this, root is null ? $"Invalid path '{path.Text.Fixed()}' : the variable has no value" : path.DescribeMissing(root));
        return value;
    }
}
