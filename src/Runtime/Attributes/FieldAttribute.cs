using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

/// <summary>Sets a field of a state, or of the machine, that no other attribute sets, so that nothing of ASL is out of reach.</summary>
/// <param name="name">The field's name.</param>
/// <param name="json">The field's value as JSON.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class FieldAttribute(string name, [StringSyntax(StringSyntaxAttribute.Json)] string json) : Attribute
{
    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>The field's value as JSON.</summary>
    public string Json { get; } = json;
}
