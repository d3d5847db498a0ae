using System;
using System.CommandLine;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary><c>stategen validate</c>: what is wrong with definitions.</summary>
internal sealed class ValidateCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _files = CommonOptions.Files("FILE", "ASL files and assemblies built with StateMachineGen; '-' is the standard input.");

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "How to tell what is wrong.",
        DefaultValueFactory = static _ => ReportFormat.Text.Name,
    };

    private readonly Option<StateMachineType> _type = CommonOptions.MachineType("The type that the machines are to be created as. Assemblies tell that of theirs.");

    private readonly Option<string?> _severity = new("--severity", "-s")
    {
        Description = "The least severity to tell. Without it that is warning in text, info in json and sarif, and error in aws.",
        HelpName = "error|warning|info",
    };

    public ValidateCommand(CommandContext context)
        : base("validate", "Finds what is wrong with definitions: what AWS refuses, and what would fail when it runs.")
    {
        _context = context;
        _format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(format => format.Name)]);
        _severity.AcceptOnlyFromAmong("error", "warning", "info", "ERROR", "WARNING", "INFO");
        Add(_files);
        Add(_format);
        Add(_type);
        Add(_severity);
        Validators.Add(result => CheckFiles(result, result.GetValue(_files) ?? []));
        SetAction(RunAsync);
    }

    public override string Notes =>
        """
        text is a line for each finding: file:line:column: severity rule: message [path]. json is one
        array for all files, sarif is SARIF 2.1.0, and aws is what ValidateStateMachineDefinition
        returns, a line for each definition. Only errors, which are what AWS refuses, make the exit
        code 1; warnings and advice are told and change nothing. A text that is no JSON object is an
        error like others.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen validate asl/*.asl.json", "Tells what is wrong with the definitions of a folder."),
        ("stategen validate --severity error --type EXPRESS order.asl.json", "Tells only what AWS would refuse of an Express machine."),
        ("stategen validate --format sarif bin/Release/net10.0/MyApp.dll > results.sarif", "Checks the machines of an assembly for a build server."),
        ("aws stepfunctions describe-state-machine … --query definition --output text | stategen validate -", "Checks what another program writes."),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        ReportFormat format = ReportFormat.All.Single(each => each.Name == parsed.GetRequiredValue(_format));
        StateMachineType type = parsed.GetRequiredValue(_type);
        RuleSeverity least = parsed.GetValue(_severity) is { } severity ? Enum.Parse<RuleSeverity>(severity, ignoreCase: true) : format.Least;
        var report = new ValidationReport(least);
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Add(await DefinitionReader.ReadAsync(file, _context.Input, cancellationToken), file, type);
        }

        await _context.Output.WriteAsync(format.Write(report).AsMemory(), cancellationToken);
        foreach (Problem failure in report.Failures)
        {
            _context.Messages.Error(failure);
        }

        if (format == ReportFormat.Text)
        {
            _context.Messages.Say(report.Summary);
        }

        return report.ExitCode;
    }
}
