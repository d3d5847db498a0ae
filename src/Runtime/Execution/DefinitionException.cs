using System;
using System.Collections.Immutable;

namespace StateMachineGen;

/// <summary>A definition cannot be run: it is no valid ASL, or uses what a local run does not do yet.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Creates the exception for what a local run does not do.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="path">Where in the definition, as AWS writes it: <c>/States/A/Catch[0]</c>; empty for the text as a whole.</param>
    public DefinitionException(string message, string path)
        : base(path.Length == 0 ? message : $"{path}: {message}") => Path = path;

    /// <summary>Creates the exception for a definition that AWS would refuse.</summary>
    /// <param name="findings">The rules that it breaks; at least one.</param>
    public DefinitionException(ImmutableArray<DefinitionFinding> findings)
        : base("AWS would refuse this definition:\n" + string.Join('\n', findings))
    {
        Findings = findings;
        Path = findings[0].Path;
    }

    /// <summary>Where in the definition, as AWS writes it: <c>/States/A/Catch[0]</c>; empty for the text as a whole.</summary>
    public string Path { get; }

    /// <summary>The rules that the definition breaks, in the order of its text; empty when it breaks none and uses what is not run locally yet.</summary>
    public ImmutableArray<DefinitionFinding> Findings { get; } = [];
}
