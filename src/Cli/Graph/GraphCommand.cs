using System;
using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Build;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Cli.Graph;

/// <summary><c>stategen graph</c>: pictures of definitions.</summary>
internal sealed class GraphCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string> _file = CommonOptions.Definition();

    private readonly Option<string?> _format = new("--format", "-f")
    {
        Description = "The language of the picture. Without it the name of the output file tells, else it is mermaid.",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The file to write, or a folder for one file of each machine; a folder that does not exist yet ends with '/'.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _machine = CommonOptions.Machine("draw");

    private readonly Option<string?> _execution = new("--execution", "-x")
    {
        Description = "A history to draw over the definition: what 'stategen run --format json' or 'aws stepfunctions get-execution-history' wrote.",
        HelpName = "FILE",
    };

    public GraphCommand(CommandContext context)
        : base("graph", "Draws state machines.")
    {
        _context = context;
        _format.AcceptOnlyFromAmong([.. GraphFormat.All.Select(format => format.Name)]);
        Add(_file);
        Add(_format);
        Add(_output);
        Add(_machine);
        Add(_execution);
        Validators.Add(Validate);
        SetAction(RunAsync);
    }

    private void Validate(CommandResult result)
    {
        CheckFiles(result, result.GetValue(_file), result.GetValue(_execution));
        string? output = result.GetValue(_output);
        if (result.GetResult(_format) is null && !IsFolder(output))
        {
            GraphFormat.CheckFile(result, output, "one with --format, or ");
        }
    }

    public override string Notes =>
        """
        mermaid is for Markdown, dot for Graphviz; svg is laid out by the tool itself, needs nothing
        else, and follows the reader's choice of light or dark. A definition is drawn as it is: states
        that nothing leads to and targets that do not exist are marked. Definitions in assemblies
        are read from their metadata; no code of theirs runs. With --execution the states that it
        visited are coloured as in the console of Step Functions, with how often, how long and by
        which errors; others are faded, and the transitions that it took are stressed.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen graph order.asl.json --output order.svg", "Draws a definition."),
        ("stategen graph order.asl.json --format mermaid", "Shows the text to paste into Markdown."),
        ("stategen graph bin/Release/net10.0/MyApp.dll --format svg --output pictures/", "Draws all machines of an assembly, one file each."),
        ("stategen graph order.asl.json --execution history.json --output run.svg", "Draws what an execution did, also one of AWS's."),
        ("stategen graph MyApp.dll --machine Orders --format dot | dot -Tpng -o orders.png", "Draws one of them with Graphviz."),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string file = parsed.GetRequiredValue(_file);
        string? output = parsed.GetValue(_output);
        DefinitionInput input = await DefinitionReader.ReadAsync(file, _context.Input, cancellationToken);
        foreach (Problem problem in input.Problems)
        {
            _context.Messages.Error(problem);
        }

        ImmutableArray<NamedDefinition> chosen = Choose(input, file, parsed.GetValue(_machine), IsFolder(output) && parsed.GetValue(_execution) is null);
        GraphFormat format = GraphFormat.All.FirstOrDefault(each => each.Name == parsed.GetValue(_format)) ?? GraphFormat.OfFile(output) ?? GraphFormat.Mermaid;
        int exitCode = chosen.Length == 0 || input.Problems.Length > 0 ? ExitCodes.Unusable : ExitCodes.Done;
        if (IsFolder(output) && !CheckFileNames(chosen, file))
        {
            return ExitCodes.Unusable;
        }

        foreach (NamedDefinition definition in chosen)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ExecutionMarks? marks = null;
            if (parsed.GetValue(_execution) is { } execution)
            {
                (marks, Problem? problem) = await RecordedExecution.ReadAsync(execution, definition, _context.Input, cancellationToken);
                if (problem is not null)
                {
                    _context.Messages.Error(problem);
                    return ExitCodes.Unusable;
                }
            }

            exitCode = Math.Max(exitCode, Draw(definition, marks, format, output, cancellationToken));
        }

        return exitCode;
    }

    /// <summary>The machines to draw; none after an error.</summary>
    private ImmutableArray<NamedDefinition> Choose(DefinitionInput input, string file, string? name, bool takesSeveral)
    {
        if (name is null && takesSeveral)
        {
            return input.Definitions;
        }

        NamedDefinition? chosen = input.Choose(file, name, "Choose one with --machine, or draw all into a folder with --output", out Problem? problem);
        if (problem is not null)
        {
            _context.Messages.Error(problem);
        }

        return chosen is null ? [] : [chosen];
    }

    private bool CheckFileNames(ImmutableArray<NamedDefinition> definitions, string file)
    {
        bool isFine = true;
        foreach (BuildFault fault in FileNames.Check([.. definitions.Select(each => new MachineDefinition(each.Name, each.Name, each.Text))], file))
        {
            _context.Messages.Error(Problem.Of(file, fault.Message));
            isFine = false;
        }

        return isFine;
    }

    private int Draw(NamedDefinition definition, ExecutionMarks? marks, GraphFormat format, string? output, CancellationToken cancellationToken)
    {
        StateGraph graph = StateGraph.Create(definition.Machine, definition.Name);
        if (definition.Machine.States.Length == 0)
        {
            _context.Messages.Error(Problem.At(
                definition.File, definition.Text, definition.Machine.Syntax.Range.Start, $"There is nothing to draw of '{definition.Name}': a state machine has an object 'States' with at least one state."));
            return ExitCodes.ProblemsFound;
        }

        string text = format.Write(graph, marks);
        if (output is null)
        {
            _context.Output.Write(text);
            return ExitCodes.Done;
        }

        string path = IsFolder(output) ? Path.Combine(output, definition.Name + format.Extension) : output;
        if (TextFile.Write(path, text, cancellationToken) is { } problem)
        {
            _context.Messages.Error(problem);
            return ExitCodes.Unusable;
        }

        return ExitCodes.Done;
    }

    private static bool IsFolder(string? path) => path is not null && (Path.EndsInDirectorySeparator(path) || Directory.Exists(path));
}
