using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Eval;

/// <summary><c>stategen eval</c>: what an expression gives.</summary>
internal sealed class EvalCommand : DocumentedCommand
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 1024 };

    private readonly CommandContext _context;

    private readonly Argument<string?> _expression = new("EXPRESSION")
    {
        Description = "The expression.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _language = new("--language", "-l")
    {
        Description = "The language of the expression, or of the cases that do not say theirs (jsonata when not given).",
        HelpName = EvalLanguages.Names,
    };

    private readonly Option<string?> _input = CommonOptions.File("The file that holds the input; '-' is the standard input.", "--input", "-i");

    private readonly Option<string?> _bindings = CommonOptions.File("The file that holds the variables, an object of their values by name.", "--bindings", "-b");

    private readonly Option<string?> _contextObject = CommonOptions.File("The file that holds the context object.", "--context", "-c");

    private readonly Option<string?> _cases = CommonOptions.File("Evaluate the cases of this file instead, one in each line.", "--cases");

    public EvalCommand(CommandContext context)
        : base("eval", "Evaluates an expression as the states of a machine do.")
    {
        _context = context;
        Add(_expression);
        Add(_language);
        Add(_input);
        Add(_bindings);
        Add(_contextObject);
        Add(_cases);
        Validators.Add(Validate);
        SetAction(RunAsync);
    }

    public override string Notes =>
        """
        In jsonata the input is $ and $states.input, the context object is $states.context, and
        variables are known by their names. In jsonpath the expression is what a field whose name ends
        with .$ may hold: a path from $ (the input), $$ (the context object) or $name (a variable), or a
        call of an intrinsic function. The value goes to the standard output as JSON. When there is
        none, the reason is told and the exit code is 1.

        A line of --cases is {"id","language","expression","input","context","bindings"}; each gives a
        line {"id","result"}, {"id","undefined":true} or {"id","error","message"}. A line that is no
        case is an error like others, and the exit code is 0 when the file could be read.
        """;

    public override (string CommandLine, string Meaning)[] Examples =>
    [
        ("stategen eval '$sum($states.input.items.price)' --language jsonata --input order.json", "Evaluates a JSONata expression."),
        ("stategen eval '$.items[?(@.price > 5)].name' --language jsonpath --input order.json", "Shows what a path selects."),
        ("stategen eval \"States.Format('{} of {}', $.n, $total)\" -l jsonpath -i order.json -b variables.json", "Calls a function with the input and a variable."),
        ("stategen eval --cases cases.jsonl > results.jsonl", "Evaluates many expressions."),
    ];

    private void Validate(CommandResult result)
    {
        string?[] files = [result.GetValue(_input), result.GetValue(_bindings), result.GetValue(_contextObject), result.GetValue(_cases)];
        bool hasCases = result.GetValue(_cases) is not null;
        if (hasCases == result.GetValue(_expression) is not null)
        {
            result.AddError("Give an expression, or --cases.");
        }
        else if (hasCases && files.Count(static file => file is not null) > 1)
        {
            result.AddError("The lines of --cases hold the input and the rest. Leave the other files out.");
        }
        else if (result.GetValue(_language) is { } language ? EvalLanguages.Find(language) is null : !hasCases)
        {
            result.AddError($"--language must say what the expression is written in: {EvalLanguages.Names}.");
        }

        CheckFiles(result, files);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(_cases) is { } cases
            ? await RunCasesAsync(cases, EvalLanguages.Find(parsed.GetValue(_language) ?? "") ?? QueryLanguage.JSONata, cancellationToken)
            : await RunOneAsync(parsed, cancellationToken);

    private async Task<int> RunCasesAsync(string file, QueryLanguage usual, CancellationToken cancellationToken)
    {
        (string? text, Problem? problem) = await InputFile.ReadTextAsync(file, _context.Input, cancellationToken);
        if (text is null)
        {
            _context.Messages.Error(problem!);
            return ExitCodes.Unusable;
        }

        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            cancellationToken.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(line))
            {
                await _context.Output.WriteAsync(EvalCase.Read(line, number, usual).Run().AsMemory(), cancellationToken);
            }
        }

        return ExitCodes.Done;
    }

    private async Task<int> RunOneAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Dictionary<Option<string?>, string?> texts = [];
        foreach (Option<string?> option in (Option<string?>[])[_input, _bindings, _contextObject])
        {
            if (parsed.GetValue(option) is not { } file)
            {
                continue;
            }

            (string? text, Problem? problem) = await InputFile.ReadJsonAsync(file, _context.Input, cancellationToken);
            if (problem is not null)
            {
                _context.Messages.Error(problem);
                return ExitCodes.Unusable;
            }

            if (option == _bindings && !text!.TrimStart().StartsWith('{'))
            {
                _context.Messages.Error(InputFile.Shown(file), "The variables must be an object, of their values by name.");
                return ExitCodes.Unusable;
            }

            texts[option] = text;
        }

        ExpressionResult result = EvalLanguages.Evaluate(
            EvalLanguages.Find(parsed.GetRequiredValue(_language)!)!.Value,
            parsed.GetRequiredValue(_expression)!,
            new ExpressionScope
            {
                Input = texts.GetValueOrDefault(_input),
                Context = texts.GetValueOrDefault(_contextObject),
                Variables = ReadVariables(texts.GetValueOrDefault(_bindings)),
            });
        if (result.Value is { } value)
        {
            await _context.Output.WriteAsync((value + "\n").AsMemory(), cancellationToken);
            return ExitCodes.Done;
        }

        _context.Messages.Error("stategen", result.IsUndefined ? "The expression gives nothing (undefined)." : result.ToString());
        return ExitCodes.ProblemsFound;
    }

    private static IReadOnlyDictionary<string, string> ReadVariables(string? text)
    {
        if (text is null)
        {
            return new Dictionary<string, string>();
        }

        using JsonDocument document = JsonDocument.Parse(text, s_options);
        return EvalCase.ReadVariables(document.RootElement);
    }
}
