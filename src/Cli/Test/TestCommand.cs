using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Coverage;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Rules;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Cli.Test;

/// <summary><c>stategen test</c>: runs cases and tells which of them do not end as they should.</summary>
internal sealed class TestCommand : DocumentedCommand
{
    private readonly CommandContext _context;
    private readonly CoverageOptions _coverage;

    private readonly Argument<string[]> _files = CommonOptions.Files("CASES", "Files of cases, one JSON object a line; '-' is the standard input.");

    private readonly Option<string> _format = CommonOptions.TextOrJson("How to tell the results: text for people, or json, an object a line.");

    private readonly Option<string?> _report = ReportFile.CreateOption();

    public TestCommand(CommandContext context)
        : base("test", "Runs cases in process and compares how they end with what they expect.")
    {
        _context = context;
        Add(_files);
        Add(_format);
        _coverage = new CoverageOptions(
            this,
            new Option<string?>("--coverage")
            {
                Description = "Tells which states, transitions, catchers and choice rules the cases reach, as text, json or cobertura.",
                HelpName = "cobertura|json|text",
                Arity = ArgumentArity.ZeroOrOne,
            },
            ["--coverage-output"],
            "--coverage-threshold");
        Add(_report);
        Validators.Add(result => CheckFiles(result, result.GetValue(_files) ?? []));
        SetAction(RunAsync);
    }

    public override string Notes =>
        """
        A case is {"id","definition","type","input","mocks","expect"}. "mocks" gives the answers to the
        calls of each Task state by their numbers:
          {"Ship": {"0": {"Throw": {"Error": "Busy", "Cause": "…"}}, "1-2": {"Return": {"ok": true}},
                    "3": {"NoAnswer": true}}}
        and the last answer repeats. "expect" holds what is compared of status, output, error and
        cause. Time is virtual and chance has a fixed seed, so that waits take no time and every run
        is the same. Texts such as <id:1> in "expect" stand for any text, the same throughout a case.

        "mocks" may also list calls as AWS recorded them, {"state","parameters","event","output"}, one
        for each. The calls must be those, with these parameters. "events" in "expect" is compared by
        types, with "events_order": "exact", or "parallel-sorted" when the order within branches does
        not count.

        The coverage goes to the file of --coverage-output, or else to the error output behind the
        summary. Lines in Cobertura's XML are those of the cases where a definition first stands.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen test cases.jsonl", "Runs the cases of a file."),
        ("stategen test cases.jsonl --coverage", "Tells what the cases reach of the machines, and what they do not."),
        ("stategen test cases.jsonl --coverage-output coverage.xml --coverage-threshold 90", "Writes Cobertura's XML, and fails below 90 percent."),
        ("stategen test --format json cases/*.jsonl > results.jsonl", "Gives a result a line, for programs."),
        ("stategen test cases.jsonl --report", "Writes report.html, to look at the executions; those of failed cases first."),
    ];

    public override string ProblemsFound => "A case failed, or the coverage is below the threshold.";

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        bool isJson = parsed.GetRequiredValue(_format) == "json";
        int run = 0;
        int failed = 0;
        bool isUnusable = false;
        StateMachineCoverage? coverage = _coverage.IsAsked(parsed) ? new StateMachineCoverage() : null;
        using TraceReport? report = ReportFile.Create(parsed, _report, _context);
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            if (await ReadAsync(file, cancellationToken) is not { } lines)
            {
                isUnusable = true;
                continue;
            }

            var known = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (CaseLine line in lines)
            {
                CaseResult result = await CaseRunner.RunAsync(line, coverage, report, cancellationToken);
                run++;
                failed += result.IsPassed ? 0 : 1;
                Warn(result, line, known);
                await _context.Output.WriteAsync((isJson ? result.ToJson() : result.ToText()).AsMemory(), cancellationToken);
            }
        }

        isUnusable |= !ReportFile.Write(report, _context.Messages, cancellationToken);
        _context.Messages.Say(FormattableString.Invariant($"{run} {(run == 1 ? "case" : "cases")}: {run - failed} passed, {failed} failed."));
        int exitCode = isUnusable ? ExitCodes.Unusable : failed > 0 ? ExitCodes.ProblemsFound : ExitCodes.Done;
        TextWriter? shown = _coverage.HasFormat(parsed) ? _context.Messages.Writer : null;
        return coverage is null ? exitCode : int.Max(exitCode, _coverage.Finish(parsed, coverage.ToReport(), shown, _context.Messages, cancellationToken));
    }

    /// <summary>The cases of a file, or null after an error. A file without any would pass for one whose cases all do.</summary>
    private async Task<IReadOnlyList<CaseLine>?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        (string? text, Problem? problem) = await InputFile.ReadTextAsync(file, _context.Input, cancellationToken);
        string shown = InputFile.Shown(file);
        CaseLine[] lines = [.. (text ?? "").Split('\n').Select((line, index) => new CaseLine(shown, index + 1, line)).Where(line => !string.IsNullOrWhiteSpace(line.Text))];
        if (problem is null && lines.Length == 0)
        {
            problem = Problem.Of(shown, "There is no case in this file. Write one in each line, as 'stategen test --help' shows.");
        }

        if (problem is not null)
        {
            _context.Messages.Error(problem);
            return null;
        }

        return lines;
    }

    /// <summary>Says what is no fault of a case, and yet hardly what was meant.</summary>
    private void Warn(CaseResult result, CaseLine line, Dictionary<string, int> known)
    {
        if (result.Unused is not null)
        {
            _context.Messages.Report(new Problem(line.File, line.Number, 1, result.Unused), RuleSeverity.Warning, null);
        }

        if (!known.TryAdd(result.Id, line.Number))
        {
            string message = FormattableString.Invariant($"The id '{result.Id}' is that of line {known[result.Id]} too, so the results cannot be told apart.");
            _context.Messages.Report(new Problem(line.File, line.Number, 1, message), RuleSeverity.Warning, null);
        }
    }
}
