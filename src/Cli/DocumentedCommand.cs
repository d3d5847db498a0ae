using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using StateMachineGen.Cli.Input;

namespace StateMachineGen.Cli;

/// <summary>A command whose help teaches: with examples to copy, and with what it does that its options do not tell.</summary>
internal abstract class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Pairs of a command line and what it does.</summary>
    public abstract (string CommandLine, string Meaning)[] Examples { get; }

    /// <summary>What there is to know, in lines that fit a terminal.</summary>
    public abstract string Notes { get; }

    /// <summary>What <see cref="ExitCodes.ProblemsFound"/> tells of this command.</summary>
    public virtual string ProblemsFound => "A definition was read, and something is wrong with it.";

    /// <summary>Checks the files that are to be read; null stands for one that is not given.</summary>
    /// <remarks>
    /// What looks like an option that there is none of is refused: taken for a file it would be missing, while the others are worked on as if it had not
    /// been asked for.
    /// </remarks>
    protected static void CheckFiles(CommandResult result, params string?[] files)
    {
        foreach (string? file in files.Where(static file => file is { Length: > 1 } && file[0] == '-'))
        {
            result.AddError($"There is no option '{file}'. A file that is called so is named as './{file}'.");
        }

        if (files.Count(static file => file == InputFile.StandardInput) > 1)
        {
            result.AddError("The standard input can be read once. Give '-' once.");
        }
    }
}
