using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Threading;
using StateMachineGen.Cli.Output;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Coverage;

/// <summary>What a command is asked to do with the coverage of state machines: how to write it, where to, and what is too little.</summary>
internal sealed class CoverageOptions
{
    public const string Text = "text";
    public const string Json = "json";
    public const string Cobertura = "cobertura";

    private readonly Option<string?> _format;
    private readonly Option<string?> _output;
    private readonly Option<string?> _threshold;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="format">The option that gives the format.</param>
    /// <param name="output">The name of the option that gives the file.</param>
    /// <param name="threshold">The name of the option that gives the threshold.</param>
    public CoverageOptions(Command command, Option<string?> format, string[] output, string threshold)
    {
        _format = format;
        _format.AcceptOnlyFromAmong(Text, Json, Cobertura);
        _output = new Option<string?>(output[0], output[1..])
        {
            Description = "The file to write the coverage to. Without a format its name tells: .json, .xml (cobertura), or else text.",
            HelpName = "FILE",
        };
        _threshold = new Option<string?>(threshold)
        {
            Description = "The least coverage, in percent: of each kind (90), or by kind (states=100,transitions=90,catchers=80,choiceRules=90).",
            HelpName = "N",
        };
        command.Add(_format);
        command.Add(_output);
        command.Add(_threshold);
        command.Validators.Add(Validate);
    }

    /// <summary>Whether coverage is asked for in any way.</summary>
    public bool IsAsked(ParseResult parsed) =>
        HasFormat(parsed) || parsed.GetResult(_output) is not null || parsed.GetResult(_threshold) is not null;

    /// <summary>Whether the format is named.</summary>
    public bool HasFormat(ParseResult parsed) => parsed.GetResult(_format) is { Implicit: false };

    /// <summary>Writes a report into the file that is asked for, or shows it, and checks the threshold.</summary>
    /// <param name="parsed">What is asked for.</param>
    /// <param name="report">The report.</param>
    /// <param name="shown">Takes the report when no file does; null to show nothing then.</param>
    /// <param name="messages">Takes what is wrong.</param>
    /// <param name="cancellationToken">Keeps the file from being begun.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public int Finish(ParseResult parsed, CoverageReport report, TextWriter? shown, Messages messages, CancellationToken cancellationToken)
    {
        string? file = parsed.GetValue(_output);
        if (file is null)
        {
            shown?.Write(Write(parsed, report));
        }
        else if (TextFile.Write(file, Write(parsed, report), cancellationToken) is { } problem)
        {
            messages.Error(problem);
            return ExitCodes.Unusable;
        }

        return Check(parsed, report, messages) ? ExitCodes.Done : ExitCodes.ProblemsFound;
    }

    private string Write(ParseResult parsed, CoverageReport report) => report.Write((parsed.GetValue(_format) ?? FormatOf(parsed.GetValue(_output))) switch
    {
        Json => CoverageFormat.Json,
        Cobertura => CoverageFormat.Cobertura,
        _ => CoverageFormat.Text,
    });

    private bool Check(ParseResult parsed, CoverageReport report, Messages messages)
    {
        if (parsed.GetValue(_threshold) is not { } threshold)
        {
            return true;
        }

        try
        {
            report.Require(ThresholdText.Parse(threshold)!);
            return true;
        }
        catch (CoverageException e)
        {
            string[] lines = e.Message.Split('\n');
            messages.Error("coverage", lines[0]);
            foreach (string line in lines[1..])
            {
                messages.Say(line);
            }

            return false;
        }
    }

    private static string FormatOf(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".json" => Json,
        ".xml" => Cobertura,
        _ => Text,
    };

    private void Validate(CommandResult result)
    {
        if (result.GetValue(_threshold) is { } threshold && ThresholdText.Parse(threshold) is null)
        {
            result.AddError(
                $"'{threshold}' is no threshold. Give a percentage from 0 to 100 for all kinds, or one for some: states=100,transitions=90,catchers=80,choiceRules=90.");
        }
    }
}
