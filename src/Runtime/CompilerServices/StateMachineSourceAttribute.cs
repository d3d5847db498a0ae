using System;
using System.ComponentModel;

namespace StateMachineGen.CompilerServices;

/// <summary>
/// Where a machine stands in the C# source, as generated code writes it on the machine's class, so that what is told of an execution can name lines. Not for
/// use by hand.
/// </summary>
/// <param name="root">The folder of the project, which the files are relative to; it ends with its separator. Empty when nobody knows it.</param>
/// <param name="map">
/// Lines, with <c>\n</c> between them: first each file as <c>F path</c>, then each place as the number of its file, its line from 1, and the JSON Pointer of what
/// stands there.
/// </param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StateMachineSourceAttribute(string root, string map) : Attribute
{
    /// <summary>The folder of the project.</summary>
    public string Root { get; } = root;

    /// <summary>The files and the places.</summary>
    public string Map { get; } = map;
}
