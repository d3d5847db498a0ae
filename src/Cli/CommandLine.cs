using System;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Coverage;
using StateMachineGen.Cli.Eval;
using StateMachineGen.Cli.Format;
using StateMachineGen.Cli.Graph;
using StateMachineGen.Cli.Import;
using StateMachineGen.Cli.Output;
using StateMachineGen.Cli.Run;
using StateMachineGen.Cli.Test;
using StateMachineGen.Cli.Validate;

namespace StateMachineGen.Cli;

/// <summary>The program: finds the command that is asked for, runs it, and turns whatever happens into messages and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            // '@file' is the name of a file here, as everything else that begins with a sign.
            ParseResult parsed = CreateRoot(context).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not TeachingHelp)
            {
                return ReportUsage(parsed, context);
            }

            // Commands compute without asking for cancellation; a command that is given up ends with the process, but for the file that it writes.
            int exitCode = await Task.Run(() => parsed.InvokeAsync(Configure(context), cancellationToken), cancellationToken).WaitAsync(cancellationToken);
            await context.Output.FlushAsync(cancellationToken);
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            TextFile.Settle();
            context.WhenInterrupted?.Invoke();
            context.Messages.Say("Interrupted.");
            return ExitCodes.Interrupted;
        }
        catch (IOException e)
        {
            // Files are looked after where they are read and written: what is left is the output, as on a full disk.
            context.Messages.Error("stategen", $"The output could not be written: {e.Message}");
            return ExitCodes.Unusable;
        }
        catch (Exception e)
        {
            context.Messages.Error("stategen", $"This should not have happened: {e.GetType().Name}: {e.Message} Please report it together with the command.");
            return ExitCodes.Unusable;
        }
    }

    /// <summary>All commands. Each is a class of its own in a folder of its own.</summary>
    private static RootCommand CreateRoot(CommandContext context)
    {
        var root = new RootCommand("Imports, validates, formats, draws, runs and tests state machines of AWS Step Functions, and evaluates their expressions.")
        {
            new ImportCommand(context),
            new ValidateCommand(context),
            new FormatCommand(context),
            new GraphCommand(context),
            new EvalCommand(context),
            new RunCommand(context),
            new TestCommand(context),
            new CoverageCommand(context),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
        {
            help.Action = new TeachingHelp((HelpAction)help.Action!);
        }

        return root;
    }

    private static InvocationConfiguration Configure(CommandContext context) => new()
    {
        Output = context.Output,
        Error = context.Messages.Writer,
        // Signals and exceptions are looked after here and in Program.
        ProcessTerminationTimeout = null,
        EnableDefaultExceptionHandler = false,
    };

    private static int ReportUsage(ParseResult parsed, CommandContext context)
    {
        foreach (ParseError error in parsed.Errors)
        {
            // Messages of the parser that list values have a line for each.
            context.Messages.Error("stategen", string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        context.Messages.Say($"See: {NameOf(parsed.CommandResult)} --help");
        return ExitCodes.Unusable;
    }

    private static string NameOf(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{NameOf(parent)} {result.Command.Name}" : "stategen";
}
