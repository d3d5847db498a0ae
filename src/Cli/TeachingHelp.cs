using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;

namespace StateMachineGen.Cli;

/// <summary>Writes the usual help, then notes, examples and exit codes.</summary>
internal sealed class TeachingHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int exitCode = usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is DocumentedCommand command)
        {
            Write(output, command.Notes);
            Write(output, "");
            Write(output, "Examples:");
            foreach ((string commandLine, string meaning) in command.Examples)
            {
                Write(output, $"  {commandLine}");
                Write(output, $"      {meaning}");
            }

            Write(output, "");
            Write(output, ExitCodeTable(command.ProblemsFound));
        }
        else
        {
            Write(output, "Each command has a help with examples: stategen format --help");
            Write(output, "");
            Write(output, ExitCodeTable("An input was read, and something is wrong with it."));
        }

        return exitCode;
    }

    private static string ExitCodeTable(string problemsFound) =>
        $"""
        Exit codes:
          0  Done.
          1  {problemsFound}
          2  The command was not understood, or a file cannot be read or written.
        """;

    private static void Write(TextWriter output, string text)
    {
        output.Write(text);
        output.Write('\n');
    }
}
