using System;
using System.IO;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli;

/// <summary>What a command meets outside: a terminal, pipes, or a test.</summary>
/// <param name="Input">What <c>-</c> reads.</param>
/// <param name="Output">Takes results and nothing else, so that they can be piped.</param>
/// <param name="Messages">Takes what is said to people.</param>
internal sealed record CommandContext(Stream Input, TextWriter Output, Messages Messages)
{
    /// <summary>What is still to be done when the program is interrupted; null for nothing.</summary>
    public Action? WhenInterrupted { get; set; }
}
