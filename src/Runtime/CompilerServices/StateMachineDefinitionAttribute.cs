using System;
using System.ComponentModel;

namespace StateMachineGen.CompilerServices;

/// <summary>
/// The definition of a machine, as generated code writes it on the machine's class, so that machines of other assemblies can take its states as a branch or
/// for a Map. Not for use by hand.
/// </summary>
/// <param name="definition">The ASL text.</param>
/// <param name="manifest">What is to be known besides the definition.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineDefinitionAttribute(string definition, string manifest) : Attribute
{
    /// <summary>The ASL text.</summary>
    public string Definition { get; } = definition;

    /// <summary>What is to be known besides the definition.</summary>
    public string Manifest { get; } = manifest;
}
