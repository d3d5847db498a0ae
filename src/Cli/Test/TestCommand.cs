using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Test;

/// <summary><c>stategen test</c>: runs cases and tells which of them do not end as they should.</summary>
internal sealed class TestCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _files = new("CASES")
    {
        Description = "Files of cases, one JSON object a line; '-' is the standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format", "-f")
    {
        Description = "How to tell the results: text for people, or json, an object a line.",
        DefaultValueFactory = static _ => "text",
    };

    public TestCommand(CommandContext context)
        : base("test", "Runs cases in process and compares how they end with what they expect.")
    {
        _context = context;
        _format.AcceptOnlyFromAmong("text", "json");
        Add(_files);
        Add(_format);
        Validators.Add(Validate);
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
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen test cases.jsonl", "Runs the cases of a file."),
        ("stategen test --format json cases/*.jsonl > results.jsonl", "Gives a result a line, for programs."),
    ];

    public override string ProblemsFound => "A case failed.";

    private void Validate(CommandResult result)
    {
        string[] files = result.GetValue(_files) ?? [];
        CheckFiles(result, files);
        if (files.Count(static file => file == DefinitionReader.StandardInput) > 1)
        {
            result.AddError("The standard input can be read once. Give '-' once.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        bool isJson = parsed.GetRequiredValue(_format) == "json";
        int run = 0;
        int failed = 0;
        bool isUnusable = false;
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            try
            {
                using StreamReader reader = Open(file);
                await foreach ((int line, string text) in CaseReader.ReadLinesAsync(reader, cancellationToken))
                {
                    CaseResult result = await CaseRunner.RunAsync(text, line, cancellationToken);
                    run++;
                    failed += result.IsPassed ? 0 : 1;
                    await _context.Output.WriteAsync((isJson ? result.ToJson() : result.ToText()).AsMemory(), cancellationToken);
                }
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                isUnusable = true;
                _context.Messages.Error(file, "There is no such file. Check the path.");
            }
            catch (Exception e) when (TextFile.IsAccessFault(e))
            {
                isUnusable = true;
                _context.Messages.Error(file, $"This file cannot be read: {e.Message}");
            }
        }

        _context.Messages.Say(FormattableString.Invariant($"{run} {(run == 1 ? "case" : "cases")}: {run - failed} passed, {failed} failed."));
        return isUnusable ? ExitCodes.Unusable : failed > 0 ? ExitCodes.ProblemsFound : ExitCodes.Done;
    }

    private StreamReader Open(string file) =>
        file == DefinitionReader.StandardInput ? new StreamReader(_context.Input, leaveOpen: true) : new StreamReader(file);
}
