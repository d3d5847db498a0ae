using System.CommandLine;

namespace StateMachineGen.Cli;

/// <summary>A command whose help teaches: with examples to copy, and with what it does that its options do not tell.</summary>
internal abstract class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Pairs of a command line and what it does.</summary>
    public abstract (string CommandLine, string Meaning)[] Examples { get; }

    /// <summary>What there is to know, in lines that fit a terminal.</summary>
    public abstract string Notes { get; }
}
