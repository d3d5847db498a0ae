using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Graph;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;
using StateMachineGen.Storage;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Cli.Run;

/// <summary><c>stategen run</c>: an execution of a machine, with mocks in place of its tasks.</summary>
internal sealed class RunCommand : DocumentedCommand
{
    private readonly CommandContext _context;

    private readonly Argument<string> _file = CommonOptions.Definition();

    private readonly Option<string?> _machine = CommonOptions.Machine("run");

    private readonly Option<string?> _input = CommonOptions.File("A file with the execution's input; {} when not given.", "--input", "-i");

    private readonly Option<string?> _mocks =
        CommonOptions.File("A file with the answers to the calls of Task states: by state, or AWS's MockConfigFile.json.", "--mocks");

    private readonly Option<string?> _case = new("--case", "-c")
    {
        Description = "The test case of the MockConfigFile.json whose answers are given.",
        HelpName = "NAME",
    };

    private readonly Option<StateMachineType> _type = CommonOptions.MachineType("The type of the machine. An assembly tells that of its machines.");

    private readonly Option<DirectoryInfo?> _s3 = new("--s3")
    {
        Description = "A folder that stands for S3: a folder in it for each bucket, with the objects as files.",
        HelpName = "FOLDER",
    };

    private readonly Option<bool> _realTime = new("--real-time")
    {
        Description = "Waits as long as AWS would. Without it time jumps.",
    };

    private readonly Option<string> _format = CommonOptions.TextOrJson("text for people, or json, one object with the history of the execution.");

    private readonly Option<string?> _graph = new("--graph", "-g")
    {
        Description = "A file for a picture of what the execution did: .svg, .mmd for Mermaid, .dot for Graphviz.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _report = ReportFile.CreateOption();

    public RunCommand(CommandContext context)
        : base("run", "Runs an execution of a state machine in process, with mocks in place of its tasks.")
    {
        _context = context;
        Add(_file);
        Add(_machine);
        Add(_input);
        Add(_mocks);
        Add(_case);
        Add(_type);
        Add(_s3);
        Add(_realTime);
        Add(_format);
        Add(_graph);
        Add(_report);
        Validators.Add(Validate);
        SetAction(RunAsync);
    }

    public override string ProblemsFound => "The execution did not succeed, or the definition cannot be run.";

    public override string Notes =>
        """
        The handlers of an assembly are not run, nor any code of it: each Task state that is reached
        needs a mock. Mocks are JSON, by state and by the number of the call, the last one repeating:
          {"Ship": {"0": {"Throw": {"Error": "Busy", "Cause": "…"}}, "1-2": {"Return": {"ok": true}},
                    "3": {"NoAnswer": true}}}
        text tells the states that were visited, when, with their attempts and errors, and then the
        output, or the error with its cause.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen run order.asl.json --input order.json --mocks mocks.json", "Runs a definition."),
        ("stategen run MyApp.dll --machine Orders --mocks MockConfigFile.json --case HappyPath", "Runs a machine of an assembly as a test case says."),
        ("stategen run order.asl.json --mocks mocks.json --graph run.svg", "Draws what the execution did over the definition."),
        ("stategen run order.asl.json --mocks mocks.json --format json | jq .output", "Gives the output to another program."),
        ("stategen run order.asl.json --mocks mocks.json --report", "Writes report.html, to look at the execution."),
    ];

    private void Validate(CommandResult result)
    {
        CheckFiles(result, result.GetValue(_file), result.GetValue(_input), result.GetValue(_mocks));
        GraphFormat.CheckFile(result, result.GetValue(_graph), "");
        if (result.GetResult(_s3)?.Tokens is [var folder] && !Directory.Exists(folder.Value))
        {
            result.AddError($"There is no folder '{folder.Value}' to stand for S3 (--s3).");
        }

        if (result.GetResult(_case) is not null && result.GetResult(_mocks) is null)
        {
            result.AddError("A test case is one of a MockConfigFile.json. Name the file with --mocks.");
        }
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string file = parsed.GetRequiredValue(_file);
        DefinitionInput input = await DefinitionReader.ReadAsync(file, _context.Input, cancellationToken);
        foreach (Problem problem in input.Problems)
        {
            _context.Messages.Error(problem);
        }

        NamedDefinition? definition = input.Choose(file, parsed.GetValue(_machine), "Choose one with --machine", out Problem? ambiguity);
        if (ambiguity is not null)
        {
            _context.Messages.Error(ambiguity);
        }

        if (definition is null)
        {
            return ExitCodes.Unusable;
        }

        IObjectStore? store = parsed.GetValue(_s3) is { } folder ? new FolderObjectStore(folder.FullName) : null;
        using TraceReport? report = ReportFile.Create(parsed, _report, _context);
        LocalOptions options = parsed.GetValue(_realTime)
            ? new LocalOptions { Seed = 1, S3 = store, Report = report }
            : new LocalOptions { Seed = 1, S3 = store, Report = report, TimeProvider = new VirtualTimeProvider() };
        string? inputText = await ReadAsync(parsed.GetValue(_input), cancellationToken);
        if (inputText is null || !await AddMocksAsync(options, definition.Name, parsed, cancellationToken))
        {
            return ExitCodes.Unusable;
        }

        return await ExecuteAsync(definition, options, inputText, parsed, cancellationToken);
    }

    private async Task<int> ExecuteAsync(
        NamedDefinition definition, LocalOptions options, string input, ParseResult parsed, CancellationToken cancellationToken)
    {
        bool isExpress = (definition.Type ?? parsed.GetRequiredValue(_type)) == StateMachineType.Express;
        try
        {
            await using var machine = LocalStateMachine.FromDefinition(
                definition.Text, options, definition.Name, isExpress ? MachineType.Express : MachineType.Standard);
            ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync(input, cancellationToken: cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            string text = parsed.GetRequiredValue(_format) == "json" ? RunJson.Write(definition.Name, run) : run.ToString();
            await _context.Output.WriteAsync(text.AsMemory(), cancellationToken);
            if (parsed.GetValue(_graph) is { } picture && Draw(definition, run, picture, cancellationToken) is { } problem)
            {
                _context.Messages.Error(problem);
                return ExitCodes.Unusable;
            }

            return !ReportFile.Write(options.Report, _context.Messages, cancellationToken) ? ExitCodes.Unusable
                : run.IsSucceeded ? ExitCodes.Done
                : ExitCodes.ProblemsFound;
        }
        catch (DefinitionException e)
        {
            foreach (string line in e.Message.Split('\n'))
            {
                _context.Messages.Error(definition.File, line);
            }

            return ExitCodes.ProblemsFound;
        }
        catch (JsonException e)
        {
            _context.Messages.Error(parsed.GetValue(_input) ?? definition.File, e.Message);
            return ExitCodes.Unusable;
        }
        catch (ArgumentException e)
        {
            _context.Messages.Error(definition.File, e.Message);
            return ExitCodes.Unusable;
        }
    }

    private static Problem? Draw(NamedDefinition definition, ExecutionResult<JsonElement> run, string path, CancellationToken cancellationToken)
    {
        StateGraph graph = StateGraph.Create(definition.Machine, definition.Name);
        return TextFile.Write(path, (GraphFormat.OfFile(path) ?? GraphFormat.Svg).Write(graph, run.GetMarks()), cancellationToken);
    }

    /// <summary>Adds the mocks of the file that is named, if one is. False after an error.</summary>
    private async Task<bool> AddMocksAsync(LocalOptions options, string machine, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_mocks) is not { } path)
        {
            return true;
        }

        if (await ReadAsync(path, cancellationToken) is not { } text)
        {
            return false;
        }

        try
        {
            if (MockConfigFile.IsOne(text))
            {
                MockConfigFile file = MockConfigFile.Parse(text);
                string owner = file.Machines is [var only] ? only : machine;
                if (parsed.GetValue(_case) is not { } testCase)
                {
                    _context.Messages.Error(path, $"Choose a test case with --case: {string.Join(", ", file.TestCases(owner))}");
                    return false;
                }

                options.Mock(file, owner, testCase);
            }
            else
            {
                options.MockJson(text);
            }

            return true;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            _context.Messages.Error(path, e.Message);
            return false;
        }
    }

    /// <summary>The text of a file of JSON; an empty object for none, null after an error.</summary>
    private async Task<string?> ReadAsync(string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            return "{}";
        }

        (string? text, Problem? problem) = await InputFile.ReadJsonAsync(path, _context.Input, cancellationToken);
        if (problem is not null)
        {
            _context.Messages.Error(problem);
        }

        return text;
    }
}
