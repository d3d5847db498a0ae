using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Cli.Import;

/// <summary>Gathers what is wrong with a definition: broken rules, doubled names, and what has no form in C#.</summary>
internal sealed class ProblemCollector
{
    private readonly List<ImportProblem> _problems = [];

    /// <summary>Where <see cref="AddDoubles"/> is; joined only when there is something to report.</summary>
    private readonly List<string> _path = [];

    /// <summary>Adds something that the C# does not emit as the definition has it.</summary>
    public void AddLoss(string message, string path, JsonSyntax place) =>
        _problems.Add(new ImportProblem(null, RuleSeverity.Error, message, path, place.Range, IsLoss: true));

    /// <summary>Adds what the rules of the language find, but for advice, which the analyzers give once it is C#, and for doubles, which are more than that here.</summary>
    public void AddFindings(StateMachine machine, string machineName, string text) =>
        _problems.AddRange(DefinitionChecker.Check(machine, new CreationTarget(machineName))
            .Where(static finding => finding.Rule.Severity != RuleSeverity.Info && finding.Rule != FieldRules.DuplicateKey)
            .Select(finding => new ImportProblem(finding.Rule.Id, finding.Rule.Severity, finding.Message, finding.Path, finding.Locate(text))));

    /// <summary>Adds the names that occur twice in one object, at any depth.</summary>
    public void AddDoubles(JsonSyntax value)
    {
        switch (value)
        {
            case JsonObjectSyntax @object:
                HashSet<string> names = new(StringComparer.Ordinal);
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    _path.Add("/" + member.Name);
                    if (!names.Add(member.Name))
                    {
                        _problems.Add(new ImportProblem(
                            null, RuleSeverity.Error, $"'{member.Name}' occurs twice in one object; readers of JSON take the last one", string.Concat(_path), member.Range));
                    }

                    AddDoubles(member.Value);
                    _path.RemoveAt(_path.Count - 1);
                }

                break;
            case JsonArraySyntax array:
                for (int i = 0; i < array.Items.Length; i++)
                {
                    _path.Add(string.Create(CultureInfo.InvariantCulture, $"[{i}]"));
                    AddDoubles(array.Items[i]);
                    _path.RemoveAt(_path.Count - 1);
                }

                break;
        }
    }

    public ImmutableArray<ImportProblem> ToImmutable() => [.. _problems.OrderBy(static problem => problem.Range.Start)];
}
