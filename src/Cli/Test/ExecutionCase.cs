using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Storage;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Cli.Test;

/// <summary>A case that runs a whole execution, in virtual time and with a fixed seed.</summary>
internal static class ExecutionCase
{
    /// <summary>The account that recordings tell of.</summary>
    private const string AccountId = "111111111111";

    private const string MachineName = "StateMachine";

    /// <summary>Runs the case, and gives the execution too.</summary>
    /// <exception cref="JsonException">The case has another form.</exception>
    /// <exception cref="ArgumentException">The input is too large, or a mock is none of a Task state.</exception>
    /// <exception cref="DefinitionException">The definition cannot be run.</exception>
    public static async Task<(CaseOutcome Outcome, ExecutionResult<JsonElement> Execution)> ExecuteAsync(
        JsonElement @case, CaseCoverage? coverage, TraceReport? report, CancellationToken cancellationToken)
    {
        LocalOptions options = CreateOptions(coverage, StoredObjects.Read(@case), report);
        ImmutableArray<RecordedCalls> calls = AddMocks(options, @case);
        await using var machine = LocalStateMachine.FromDefinition(ReadDefinition(@case), options, MachineName, ReadType(@case));
        string input = @case.TryGetProperty("input", out JsonElement given) ? given.GetRawText() : "{}";
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync(input, cancellationToken: cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = new CaseOutcome(run.Status.ToApiName(), run.OutputJson, run.Error, run.Cause, [.. run.History.Select(each => each.Type.ToString())])
        {
            CallDifference = calls.Select(each => each.Difference).FirstOrDefault(difference => difference is not null),
        };
        return (outcome, run);
    }

    /// <summary>What makes every run of a case the same.</summary>
    public static LocalOptions CreateOptions(CaseCoverage? coverage, IObjectStore? objects = null, TraceReport? report = null) => new()
    {
        TimeProvider = new VirtualTimeProvider(),
        Seed = 1,
        AccountId = AccountId,
        S3 = objects,
        Report = report,
        Coverage = coverage?.Counts,
        DefinitionPlace = coverage?.Place,
    };

    /// <summary>The definition: JSON, or its text.</summary>
    public static string ReadDefinition(JsonElement @case) =>
        CaseMember.Find(@case, "definition") switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString()!,
            { ValueKind: JsonValueKind.Object } definition => definition.GetRawText(),
            _ => throw new JsonException("The case must have a \"definition\": an object, or its text."),
        };

    private static MachineType ReadType(JsonElement @case) => Enum.Parse<MachineType>(CaseMember.Choose(@case, "type", "STANDARD", "EXPRESS"), ignoreCase: true);

    /// <summary>Adds the mocks; the result is the calls, where they are given as they were recorded.</summary>
    private static ImmutableArray<RecordedCalls> AddMocks(LocalOptions options, JsonElement @case)
    {
        if (CaseMember.Find(@case, "mocks") is not { } mocks)
        {
            return [];
        }

        if (mocks.ValueKind == JsonValueKind.Array)
        {
            return RecordedCalls.Mock(options, mocks, @case);
        }

        options.MockJson(mocks.GetRawText());
        return [];
    }
}
