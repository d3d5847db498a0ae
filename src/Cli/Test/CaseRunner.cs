using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Cli.Test;

/// <summary>Runs cases. A case that is broken fails as others do; nothing is thrown for it.</summary>
internal static class CaseRunner
{
    /// <summary>Runs the case in a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="counts">Counts what the case reaches; null when nobody asks.</param>
    /// <param name="report">Shows the execution; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public static async Task<CaseResult> RunAsync(CaseLine line, StateMachineCoverage? counts, TraceReport? report, CancellationToken cancellationToken)
    {
        string id = line.Name;
        CaseCoverage? coverage = counts is null ? null : new CaseCoverage(counts, new DefinitionPlace(line.File, line.Number));
        try
        {
            JsonElement @case = line.Parse();
            id = CaseMember.Find(@case, "id", JsonValueKind.String)?.GetString() ?? id;
            var expectation = new Expectation(@case);
            JsonElement? args = CaseMember.Find(@case, "args", JsonValueKind.Object);
            ExecutionResult<JsonElement>? execution = null;
            CaseOutcome outcome;
            if (args is { } given)
            {
                outcome = await StateCase.RunAsync(@case, given, coverage, cancellationToken);
            }
            else
            {
                (outcome, execution) = await ExecutionCase.ExecuteAsync(@case, coverage, report, cancellationToken);
            }

            string? difference = expectation.Compare(outcome);
            if (execution is not null)
            {
                report?.SetTest(execution, id, difference);
            }
            else if (difference is not null)
            {
                report?.AddFailedTest(id, difference);
            }

            return new CaseResult(id, outcome, difference)
            {
                Unused = expectation.Unknown is { } unknown
                    ? $"\"{unknown}\" in \"expect\" is not compared: there is no such member."
                    : args is null ? null : StateCase.FindUnused(args.Value),
            };
        }
        catch (DefinitionException e)
        {
            return Broken(e.Message);
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            return Broken($"The case cannot be run: {e.Message}");
        }
        catch (InvalidOperationException) when (line.Text.Contains("\\ud", StringComparison.OrdinalIgnoreCase))
        {
            return Broken("The case cannot be run: a string of it has half of a surrogate pair (\\uD800 to \\uDFFF), which is no character.");
        }
#pragma warning disable CA1031 // Whatever goes wrong with one case, the others are run and told.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return Broken($"This should not have happened: {e.GetType().Name}: {e.Message} Please report it together with the case.");
        }

        CaseResult Broken(string fault)
        {
            string failure = line.Explain(fault);
            report?.AddFailedTest(id, failure);
            return new CaseResult(id, null, failure);
        }
    }
}
