using System;
using System.Collections.Generic;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Import;

/// <summary>What an import did, for programs: the files that were written, and everything that is wrong.</summary>
internal sealed class ImportReport
{
    private readonly List<(string Source, string Target, ImportedSource Output)> _files = [];
    private readonly List<(Problem Place, RuleSeverity Severity, string? Rule, string? Path)> _problems = [];

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; private set; } = ExitCodes.Done;

    /// <summary>Adds a file that was written.</summary>
    public void AddFile(string source, string target, ImportedSource output) => _files.Add((source, target, output));

    /// <summary>Adds something that is wrong with a definition that was imported.</summary>
    public void Add(Problem place, ImportProblem problem)
    {
        _problems.Add((place, problem.Severity, problem.RuleId, problem.Path));
        if (problem.Severity == RuleSeverity.Error)
        {
            ExitCode = Math.Max(ExitCode, ExitCodes.ProblemsFound);
        }
    }

    /// <summary>Adds why a file could not be read or written.</summary>
    public void AddFailure(Problem problem)
    {
        _problems.Add((problem, RuleSeverity.Error, null, null));
        ExitCode = ExitCodes.Unusable;
    }

    /// <summary>The report: <c>{ "files": […], "problems": […] }</c>.</summary>
    public string ToJson() => JsonText.Write(isIndented: true, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("files");
        foreach ((string source, string target, ImportedSource output) in _files)
        {
            json.WriteStartObject();
            json.WriteString("file", source);
            json.WriteString("output", target);
            json.WriteString("class", output.ClassName);
            json.WriteString("machine", output.MachineName);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach ((Problem place, RuleSeverity severity, string? rule, string? path) in _problems)
        {
            json.WriteStartObject();
            json.WriteString("file", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteNumber("column", place.Column);
            json.WriteString("rule", rule);
            json.WriteString("severity", Messages.Word(severity));
            json.WriteString("message", place.Message);
            json.WriteString("path", path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
