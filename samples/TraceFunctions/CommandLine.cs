using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace Tutorial;

/// <summary>The options of the program, and what happens when they are wrong.</summary>
internal static class CommandLine
{
    private const int UsageError = 2;
    private const int MaxExecutions = 1000;

    private static readonly Option<int> s_seed = new("--seed")
    {
        Description = "Seeds the functions' luck: the same seed gives the same table.",
        HelpName = "N",
        CustomParser = result => WholeNumber(result, int.MinValue, int.MaxValue),
        DefaultValueFactory = _ => 8,
    };

    private static readonly Option<int> s_executions = new("--executions")
    {
        Description = $"How many executions to run, from 1 to {MaxExecutions}.",
        HelpName = "N",
        CustomParser = result => WholeNumber(result, 1, MaxExecutions),
        DefaultValueFactory = _ => 20,
    };

    private static readonly Option<bool> s_realTime = new("--real-time")
    {
        Description = "Really sleep; otherwise virtual time jumps over all waiting.",
    };

    private static readonly Option<bool> s_lambdaParity = new("--lambda-parity")
    {
        Description = "Count thrown exceptions as errors (yellow), as Lambda's own console does, and not as faults (red).",
    };

    private static readonly Option<DirectoryInfo> s_output = new("--output")
    {
        Description = "The folder for the ASL and trace files.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(AppContext.BaseDirectory),
    };

    private static readonly Option<FileInfo?> s_report = new("--report")
    {
        Description = "Also write a report to look at: an HTML file with the service map and the timelines (report.html in the folder of --output).",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Runs the program.</summary>
    /// <returns>0, or 2 after a usage error.</returns>
    public static async Task<int> InvokeAsync(string[] args, Func<Options, Task<int>> run)
    {
        RootCommand command = CreateCommand(run);
        ParseResult parsed = command.Parse(args);
        if (parsed.Errors.Count == 0)
        {
            // Signals and exceptions are the program's own business: see Interruption and Program.
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false });
        }

        foreach (ParseError error in parsed.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        await Console.Error.WriteLineAsync();
        await command.Parse("--help").InvokeAsync(new InvocationConfiguration { Output = Console.Error });
        return UsageError;
    }

    private static RootCommand CreateCommand(Func<Options, Task<int>> run)
    {
        var command = new RootCommand("Runs the state machine of AWS's tutorial on X-Ray traces in process, and shows its traces.")
        {
            s_seed, s_executions, s_realTime, s_lambdaParity, s_output, s_report,
        };
        s_output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && File.Exists(result.Tokens[0].Value))
            {
                result.AddError($"--output is '{result.Tokens[0].Value}', which is a file; name a folder.");
            }
        });
        command.SetAction((parsed, _) => run(
            new Options(
                parsed.GetValue(s_seed),
                parsed.GetValue(s_executions),
                parsed.GetValue(s_realTime),
                parsed.GetValue(s_lambdaParity),
                parsed.GetRequiredValue(s_output),
                ReportFile(parsed))));
        return command;
    }

    private static FileInfo? ReportFile(ParseResult parsed) => parsed.GetResult(s_report) is null
        ? null
        : parsed.GetValue(s_report) ?? new FileInfo(Path.Combine(parsed.GetRequiredValue(s_output).FullName, "report.html"));

    private static int WholeNumber(ArgumentResult result, int least, int greatest)
    {
        string text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= greatest)
        {
            return number;
        }

        result.AddError($"'{text}' is no whole number from {least} to {greatest} ({((OptionResult)result.Parent!).IdentifierToken?.Value}).");
        return least;
    }
}
