using System;
using System.Collections.Generic;

namespace StateMachineGen.Testing;

/// <summary>What an expression sees when it is evaluated alone. All values are JSON text.</summary>
public sealed class ExpressionScope
{
    /// <summary>
    /// The input. In JSONPath it is <c>$</c>, and an empty object when it is not given, as of an execution that is started without one. In JSONata it is
    /// <c>$</c> and <c>$states.input</c>, and nothing when it is not given.
    /// </summary>
    public string? Input { get; init; }

    /// <summary>The context object, <c>$$</c> in JSONPath and <c>$states.context</c> in JSONata; an empty object when it is not given.</summary>
    public string? Context { get; init; }

    /// <summary>The variables by name, without <c>$</c>.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Makes random numbers and ids repeatable.</summary>
    public int? Seed { get; init; }

    /// <summary>The clock; the system's when not set.</summary>
#pragma warning disable RS0030 // The default of a public option.
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
#pragma warning restore RS0030
}
