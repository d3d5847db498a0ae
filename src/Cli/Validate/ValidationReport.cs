using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Validate;

/// <summary>What was checked and what was found.</summary>
/// <param name="least">The least severity that is told.</param>
internal sealed class ValidationReport(RuleSeverity least)
{
    private readonly List<ImmutableArray<ReportedFinding>> _definitions = [];
    private readonly List<Problem> _failures = [];

    /// <summary>The findings of each definition, in the order of the text.</summary>
    public IReadOnlyList<ImmutableArray<ReportedFinding>> Definitions => _definitions;

    /// <summary>All findings, in the order of the inputs.</summary>
    public IEnumerable<ReportedFinding> Findings => _definitions.SelectMany(static findings => findings);

    /// <summary>Why inputs could not be read.</summary>
    public IReadOnlyList<Problem> Failures => _failures;

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode =>
        _failures.Count > 0 ? ExitCodes.Unusable
        : Findings.Any(static finding => finding.Rule.Severity == RuleSeverity.Error) ? ExitCodes.ProblemsFound
        : ExitCodes.Done;

    /// <summary>What there is in a few words.</summary>
    public string Summary
    {
        get
        {
            ILookup<RuleSeverity, ReportedFinding> found = Findings.ToLookup(static finding => finding.Rule.Severity);
            string outcome = found.Count == 0
                ? "nothing found"
                : string.Join(", ", found.OrderByDescending(static each => each.Key).Select(static each => Count(each.Count(), Messages.Word(each.Key))));
            return $"{Count(_definitions.Count, "definition")} checked: {outcome}.";
        }
    }

    /// <summary>Adds an input: checks what it holds, or notes why it cannot be read.</summary>
    /// <param name="input">The input.</param>
    /// <param name="file">Its file, as the user named it.</param>
    /// <param name="type">The type of machines that do not tell theirs.</param>
    public void Add(DefinitionInput input, string file, StateMachineType type)
    {
        if (input.Broken is { } broken)
        {
            _definitions.Add([ReportedFinding.Of(input.Problems[0].File, broken.Text, broken.Error)]);
            return;
        }

        _failures.AddRange(input.Problems);
        foreach (NamedDefinition definition in input.Definitions)
        {
            // The name of a file need not be that of the machine; an assembly knows.
            CreationTarget target = input.IsAssembly ? new(definition.Name, definition.Type ?? type) : new(Type: type);
            Check(definition, input.IsAssembly ? $"{file}/{definition.Name}.asl.json" : definition.File, target);
        }
    }

    private void Check(NamedDefinition definition, string file, CreationTarget target)
    {
        ImmutableArray<Finding> findings = DefinitionChecker.Check(definition.Machine, target);
        if (findings.Length == 0)
        {
            _definitions.Add([]);
            return;
        }

        var lines = new LineMap(definition.Text);
        _definitions.Add(
        [
            .. findings
                .Where(finding => finding.Rule.Severity >= least)
                .Select(finding => (Finding: finding, Range: finding.Locate(definition.Text)))
                .OrderBy(static found => found.Range.Start)
                .ThenBy(static found => found.Finding.Rule.Id, StringComparer.Ordinal)
                .Select(found => ReportedFinding.Of(file, definition.Text, found.Finding, found.Range, lines)),
        ]);
    }

    private static string Count(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
