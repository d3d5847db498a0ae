using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

// Where a state goes. Targets are types, so renaming, navigation and find-references work.

/// <summary>The state that its machine, branch or item processor starts with (ASL field <c>StartAt</c>).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StartAtAttribute : Attribute;

/// <summary>The state that comes next (ASL field <c>Next</c>).</summary>
/// <typeparam name="TState">A state of the same scope.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NextAttribute<TState> : Attribute;

/// <summary>The state ends its scope: the execution, the branch or the iteration (ASL field <c>End</c>).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EndAttribute : Attribute;

/// <summary>The state that follows a Choice when no rule matches (ASL field <c>Default</c>).</summary>
/// <typeparam name="TState">A state of the same scope.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DefaultAttribute<TState> : Attribute;

/// <summary>
/// A rule of a Choice (an entry of the ASL field <c>Choices</c>). On a static property of type <see cref="Condition"/> in the class of the Choice the
/// property says when the rule matches; on that class itself the rule is written as JSON, or as a JSONata expression. Rules are tried in the order in
/// which they are written.
/// </summary>
/// <typeparam name="TState">The state to go to when the rule matches: a state of the same scope.</typeparam>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false, AllowMultiple = true)]
public sealed class WhenAttribute<TState> : Attribute
{
    /// <summary>A rule whose condition is the property that carries the attribute.</summary>
    public WhenAttribute()
    {
    }

    /// <summary>A rule that is written out.</summary>
    /// <param name="rule">
    /// A JSON object without <c>Next</c>, such as <c>{ "Variable": "$.total", "NumericLessThan": 1000 }</c>, or a JSONata expression such as
    /// <c>{% $states.input.total &lt; 1000 %}</c>, which becomes the rule's <c>Condition</c>.
    /// </param>
    public WhenAttribute([StringSyntax(StringSyntaxAttribute.Json)] string rule) => Rule = rule;

    /// <summary>The rule as it is written out, or null.</summary>
    public string? Rule { get; }

    /// <summary>Variables to set when the rule matches, as a JSON object (ASL field <c>Assign</c>).</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Assign { get; set; }

    /// <summary>What the next state gets when the rule matches, as JSON or a JSONata expression (ASL field <c>Output</c>).</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Output { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>).</summary>
    public string? Comment { get; set; }
}
