using System;

namespace StateMachineGen;

/// <summary>A definition cannot be run: it is no valid ASL, or uses what a local run does not do yet.</summary>
public sealed class DefinitionException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="path">Where in the definition, as AWS writes it: <c>/States/A/Catch[0]</c>; empty for the text as a whole.</param>
    public DefinitionException(string message, string path)
        : base(path.Length == 0 ? message : $"{path}: {message}") => Path = path;

    /// <summary>Where in the definition, as AWS writes it: <c>/States/A/Catch[0]</c>; empty for the text as a whole.</summary>
    public string Path { get; }
}
