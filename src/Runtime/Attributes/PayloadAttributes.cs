using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

// The payloads of states. Each is JSON, best written as a raw string; in JSONata a whole payload may also be one expression, {% … %}.

/// <summary>What all payloads have in common.</summary>
/// <param name="json">The payload: JSON, or one JSONata expression as <c>{% … %}</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class PayloadAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : Attribute
{
    /// <summary>The payload.</summary>
    public string Json { get; } = json;
}

/// <summary>
/// What a Task, Pass, Parallel or Map works on, in JSONPath (ASL field <c>Parameters</c>): a payload template, whose members that end in <c>.$</c> are paths
/// or intrinsic functions.
/// </summary>
/// <param name="json">The template, a JSON object.</param>
public sealed class ParametersAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>What a Task or Parallel works on, in JSONata (ASL field <c>Arguments</c>). Not set: the state's input.</summary>
/// <param name="json">JSON whose strings <c>{% … %}</c> are expressions, or one expression.</param>
public sealed class ArgumentsAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>The result of a Pass, taken literally (ASL field <c>Result</c>).</summary>
/// <param name="json">Any JSON.</param>
public sealed class ResultAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>Shapes the result of a Task, Parallel or Map before it goes into the input, in JSONPath (ASL field <c>ResultSelector</c>).</summary>
/// <param name="json">A payload template over the result.</param>
public sealed class ResultSelectorAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>Variables to set when the state is left (ASL field <c>Assign</c>); on a Choice, when no rule matches.</summary>
/// <param name="json">A JSON object whose members are the variables; in JSONPath a payload template.</param>
public sealed class AssignAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>What the state passes on, in JSONata (ASL field <c>Output</c>). Not set: the result or, where there is none, the input.</summary>
/// <param name="json">JSON whose strings <c>{% … %}</c> are expressions, or one expression.</param>
public sealed class OutputAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>The role that a Task calls its resource with, for calls into other accounts (ASL field <c>Credentials</c>).</summary>
/// <param name="json">A JSON object with <c>RoleArn</c> or, in JSONPath, <c>RoleArn.$</c>.</param>
public sealed class CredentialsAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>The items of a Map, in JSONata (ASL field <c>Items</c>). Not set: what the ItemReader gives, else the state's input.</summary>
/// <param name="json">A JSON array, or one expression.</param>
public sealed class ItemsAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);

/// <summary>Shapes each item of a Map (ASL field <c>ItemSelector</c>): <c>$$.Map.Item.Value</c>, or <c>$states.context.Map.Item.Value</c> in JSONata, is the item.</summary>
/// <param name="json">A payload template; in JSONata any JSON, or one expression.</param>
public sealed class ItemSelectorAttribute([StringSyntax(StringSyntaxAttribute.Json)] string json) : PayloadAttribute(json);
