using System.Collections.Generic;
using System.CommandLine;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Coverage;

/// <summary><c>stategen coverage merge</c>: one report of several.</summary>
internal sealed class MergeCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly CoverageOptions _coverage;

    private readonly Argument<string[]> _files = CommonOptions.Files("FILES", "Reports of coverage in JSON; '-' is the standard input.");

    public MergeCommand(CommandContext context)
        : base("merge", "Puts reports of coverage together, as those of several test projects.")
    {
        _context = context;
        Add(_files);
        _coverage = new CoverageOptions(
            this,
            new Option<string?>("--format", "-f") { Description = "How to write the coverage: text, json or cobertura. Without it the name of the output file tells, else it is text." },
            ["--output", "-o"],
            "--threshold");
        Validators.Add(result => CheckFiles(result, result.GetValue(_files) ?? []));
        SetAction(RunAsync);
    }

    public override string Notes =>
        """
        The counts of a machine that is in several reports are added up: machines are the same when
        their name and their definition are. The result goes to the standard output, or into the
        file of --output.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen coverage merge a/coverage.json b/coverage.json", "Shows what two test projects cover together."),
        ("stategen coverage merge */coverage.json --output coverage.cobertura.xml --threshold 90", "Writes Cobertura's XML, and fails below 90 percent."),
    ];

    public override string ProblemsFound => "The coverage is below the threshold.";

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reports = new List<CoverageReport>();
        bool isUnusable = false;
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            (CoverageReport? report, Problem? problem) = await ReadAsync(file, cancellationToken);
            if (report is not null)
            {
                reports.Add(report);
                continue;
            }

            isUnusable = true;
            _context.Messages.Error(problem!);
        }

        if (isUnusable)
        {
            return ExitCodes.Unusable;
        }

        return _coverage.Finish(parsed, CoverageReport.Merge(reports), _context.Output, _context.Messages, cancellationToken);
    }

    private async Task<(CoverageReport? Report, Problem? Problem)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        (string? text, Problem? problem) = await InputFile.ReadTextAsync(file, _context.Input, cancellationToken);
        try
        {
            return (text is null ? null : CoverageReport.Parse(text), problem);
        }
        catch (JsonException e)
        {
            return (null, Problem.Of(InputFile.Shown(file), e.Message));
        }
    }
}
