using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

// Where a state goes. Targets are types, so renaming, navigation and find-references work.

/// <summary>The state that its machine starts with (ASL field <c>StartAt</c>).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StartAtAttribute : Attribute;

/// <summary>The state that comes next (ASL field <c>Next</c>).</summary>
/// <typeparam name="TState">A state of the same machine.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NextAttribute<TState> : Attribute;

/// <summary>The state ends the execution (ASL field <c>End</c>).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EndAttribute : Attribute;

/// <summary>The state that follows a Choice when no rule matches (ASL field <c>Default</c>).</summary>
/// <typeparam name="TState">A state of the same machine.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DefaultAttribute<TState> : Attribute;

/// <summary>A rule of a Choice, written as JSON (an entry of the ASL field <c>Choices</c>). Rules are tried in the order in which they are written.</summary>
/// <typeparam name="TState">The state to go to when the rule matches: a state of the same machine.</typeparam>
/// <param name="rule">The rule as a JSON object without <c>Next</c>, such as <c>{ "Variable": "$.total", "NumericLessThan": 1000 }</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class WhenAttribute<TState>([StringSyntax(StringSyntaxAttribute.Json)] string rule) : Attribute
{
    /// <summary>The rule as JSON.</summary>
    public string Rule { get; } = rule;
}
