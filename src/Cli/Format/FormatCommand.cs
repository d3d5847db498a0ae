using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Cli.Format;

/// <summary><c>stategen format</c>: definitions in canonical text.</summary>
internal sealed class FormatCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _files = CommonOptions.Files("FILE", "The ASL files; '-' is the standard input.");

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing, and end with 1 when a file is not canonical.",
    };

    private readonly Option<bool> _write = new("--write", "-w")
    {
        Description = "Write each file anew, in place, unless it is canonical.",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write the text into this file instead of the standard output.",
        HelpName = "FILE",
    };

    public FormatCommand(CommandContext context)
        : base("format", "Writes definitions in canonical text, the same for everyone who edits them.")
    {
        _context = context;
        Add(_files);
        Add(_check);
        Add(_write);
        Add(_output);
        Validators.Add(Validate);
        SetAction(RunAsync);
    }

    public override string Notes =>
        """
        Canonical text is UTF-8 without byte order mark, two blanks for each level, each member and
        element in a line of its own, '\n' newlines and one at the end. Fields and states stay in their
        order, which is the author's. Only what JSON demands is escaped. Numbers stay as written.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen format order.asl.json", "Shows the canonical text."),
        ("stategen format --write asl/*.asl.json", "Formats the files in place."),
        ("stategen format --check asl/*.asl.json", "For the build server: ends with 1 when a file is not formatted."),
        ("aws stepfunctions describe-state-machine … --query definition --output text | stategen format -", "Formats what another program writes."),
    ];

    private void Validate(CommandResult result)
    {
        string[] files = result.GetValue(_files) ?? [];
        CheckFiles(result, files);
        bool check = result.GetValue(_check);
        bool write = result.GetValue(_write);
        bool hasOutput = result.GetResult(_output) is not null;
        if ((check ? 1 : 0) + (write ? 1 : 0) + (hasOutput ? 1 : 0) > 1)
        {
            result.AddError("--check, --write and --output exclude each other. Give one of them.");
        }
        else if (files.Length > 1 && !check && !write)
        {
            result.AddError("Several files have no common text. Add --write to format them in place, or --check.");
        }

        if (write && files.Contains(DefinitionReader.StandardInput))
        {
            result.AddError("The standard input cannot be written in place. Leave --write out.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        int exitCode = ExitCodes.Done;
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            exitCode = Math.Max(exitCode, await FormatAsync(file, parsed, cancellationToken));
        }

        return exitCode;
    }

    private async Task<int> FormatAsync(string file, ParseResult parsed, CancellationToken cancellationToken)
    {
        DefinitionInput input = await DefinitionReader.ReadAsync(file, _context.Input, cancellationToken);
        if (input.IsAssembly)
        {
            _context.Messages.Error(Problem.Of(file, "This is an assembly; its definitions are canonical already. Name a file of ASL."));
            return ExitCodes.Unusable;
        }

        if (input.Problems.Length > 0)
        {
            _context.Messages.Error(input.Problems[0]);
            return ExitCodes.Unusable;
        }

        NamedDefinition definition = input.Definitions[0];
        string canonical = Definition.Write(definition.Machine);
        bool isCanonical = definition.Text == canonical && input.HasCanonicalEncoding;
        if (parsed.GetValue(_check))
        {
            return isCanonical ? ExitCodes.Done : ReportDifference(definition, canonical);
        }

        string? target = parsed.GetValue(_write) ? file : parsed.GetValue(_output);
        if (target is null)
        {
            await _context.Output.WriteAsync(canonical.AsMemory(), cancellationToken);
            return ExitCodes.Done;
        }

        if ((isCanonical && target == file) || TextFile.Write(target, canonical, cancellationToken) is not { } problem)
        {
            return ExitCodes.Done;
        }

        _context.Messages.Error(problem);
        return ExitCodes.Unusable;
    }

    private int ReportDifference(NamedDefinition definition, string canonical)
    {
        string text = definition.Text;
        int offset = text.AsSpan().CommonPrefixLength(canonical);
        string reason = text == canonical
            ? "This is not UTF-8 without byte order mark, as canonical text is."
            : "From here on this is not canonical text.";
        string advice = definition.File == "<stdin>" ? "" : $" Format it with: stategen format --write {definition.File}";
        _context.Messages.Error(Problem.At(definition.File, text, text == canonical ? 0 : offset, reason + advice));
        return ExitCodes.ProblemsFound;
    }
}
