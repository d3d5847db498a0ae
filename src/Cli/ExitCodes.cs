namespace StateMachineGen.Cli;

/// <summary>What a command ends with. Scripts rely on these numbers: they are told by <c>--help</c> and never change their meaning.</summary>
internal static class ExitCodes
{
    /// <summary>The command did what it was asked.</summary>
    public const int Done = 0;

    /// <summary>An input was read, and something is wrong with it: with a definition, or with a case that was run.</summary>
    public const int ProblemsFound = 1;

    /// <summary>The command was not understood, an input cannot be read, or an output cannot be written.</summary>
    public const int Unusable = 2;

    /// <summary>Ctrl+C: 128 and the signal's number, as shells have it.</summary>
    public const int Interrupted = 130;
}
