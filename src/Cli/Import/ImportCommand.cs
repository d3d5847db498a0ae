using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Import;

/// <summary><c>stategen import</c>: definitions as annotated C#.</summary>
internal sealed class ImportCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string[]> _files = CommonOptions.Files("FILE", "The ASL files; '-' is the standard input.");

    private readonly Option<string> _namespace = new("--namespace", "-n")
    {
        Description = "The namespace of the classes.",
        HelpName = "N",
        DefaultValueFactory = static _ => ImportOptions.DefaultNamespace,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The folder that gets the C# files.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Write over files that exist and hold something else.",
    };

    private readonly Option<string> _format = CommonOptions.TextOrJson("How to tell what was imported and what is wrong.");

    public ImportCommand(CommandContext context)
        : base("import", "Turns definitions into annotated C# that emits the same definitions again.")
    {
        _context = context;
        Add(_files);
        Add(_namespace);
        Add(_output);
        Add(_force);
        Add(_format);
        Validators.Add(Validate);
        SetAction(RunAsync);
    }

    public override string Notes =>
        """
        Each file gives one C# file with one class, which is named after it, as is the definition that
        the build emits: order-flow.asl.json becomes OrderFlow.cs, and asl/order-flow.asl.json again.
        A definition that AWS would refuse is imported as far as it can be, and all that is wrong with
        it is told. What has no form in C# is told as an error and is never left out in silence.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen import order.asl.json", "Writes Order.cs beside you."),
        ("stategen import asl/*.asl.json --namespace Shop.Workflows --output src/Workflows", "Imports all definitions of a folder."),
        ("stategen import order.asl.json --format json", "Tells for a program what was written and what is wrong."),
    ];

    private void Validate(CommandResult result)
    {
        CheckFiles(result, result.GetValue(_files) ?? []);
        if (result.GetValue(_namespace) is { } name && !ImportSession.IsNamespace(name))
        {
            result.AddError($"'{name}' cannot be a namespace. Give names of letters and digits with dots between them, such as Shop.Workflows.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var session = new ImportSession(parsed.GetRequiredValue(_namespace));
        var report = new ImportReport();
        foreach (string file in parsed.GetRequiredValue(_files))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ImportAsync(file, session, parsed, report, cancellationToken);
        }

        if (parsed.GetValue(_format) == "json")
        {
            await _context.Output.WriteAsync(report.ToJson().AsMemory(), cancellationToken);
        }

        return report.ExitCode;
    }

    private async Task ImportAsync(string file, ImportSession session, ParseResult parsed, ImportReport report, CancellationToken cancellationToken)
    {
        bool isText = parsed.GetValue(_format) != "json";
        DefinitionInput input = await DefinitionReader.ReadAsync(file, _context.Input, cancellationToken);
        if (input.IsAssembly)
        {
            Fail(Problem.Of(file, "This is an assembly. Name a file of ASL."));
            return;
        }

        foreach (Problem problem in input.Problems)
        {
            Fail(problem);
        }

        foreach (NamedDefinition definition in input.Definitions)
        {
            ImportedFile imported = session.Add(definition.File == "<stdin>" ? definition.Name : definition.File, definition.Text, definition.Machine);
            foreach (ImportProblem problem in imported.Problems)
            {
                (int line, int column) = imported.Lines.Locate(problem.Range.Start);
                var place = new Problem(definition.File, line, column, problem.Message);
                report.Add(place, problem);
                if (isText)
                {
                    _context.Messages.Report(place, problem.Severity, problem.RuleId);
                }
            }

            if (imported.Output is { } output)
            {
                await WriteAsync(definition.File, output);
            }
        }

        void Fail(Problem problem)
        {
            report.AddFailure(problem);
            if (isText)
            {
                _context.Messages.Error(problem);
            }
        }

        async Task WriteAsync(string source, ImportedSource output)
        {
            string target = Path.Combine(parsed.GetRequiredValue(_output), output.FileName);
            if (Check(target, output.Source, parsed.GetValue(_force)) is { } obstacle || (obstacle = TextFile.Write(target, output.Source, cancellationToken)) is not null)
            {
                Fail(obstacle);
                return;
            }

            report.AddFile(source, target, output);
            if (isText)
            {
                await _context.Output.WriteAsync($"{target}\n".AsMemory(), cancellationToken);
            }
        }
    }

    /// <summary>A class that was imported before and then worked on must not be lost.</summary>
    private static Problem? Check(string target, string source, bool isForced)
    {
        try
        {
            return isForced || !File.Exists(target) || File.ReadAllText(target) == source
                ? null
                : Problem.Of(target, "This file exists and holds something else. Add --force to write over it, or name another folder with --output.");
        }
        catch (Exception e) when (TextFile.IsAccessFault(e))
        {
            return Problem.Of(target, $"This file exists and cannot be read: {e.Message}");
        }
    }
}
