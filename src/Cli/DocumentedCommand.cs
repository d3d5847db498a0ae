using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

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

    /// <summary>Refuses what looks like an option that there is none of: taken for a file it would be missing, while the others are worked on as if it had not been asked for.</summary>
    protected static void CheckFiles(CommandResult result, params string[] files)
    {
        foreach (string file in files.Where(static file => file.Length > 1 && file[0] == '-'))
        {
            result.AddError($"There is no option '{file}'. A file that is called so is named as './{file}'.");
        }
    }
}
