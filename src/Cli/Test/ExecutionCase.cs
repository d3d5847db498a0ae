using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Output;
using StateMachineGen.Storage;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Test;

/// <summary>A case that runs a whole execution, in virtual time and with a fixed seed.</summary>
internal static class ExecutionCase
{
    /// <summary>The account that recordings tell of.</summary>
    private const string AccountId = "111111111111";

    private const string MachineName = "StateMachine";

    /// <summary>Runs the case.</summary>
    /// <exception cref="JsonException">The case has another form.</exception>
    /// <exception cref="ArgumentException">The input is too large, or a mock is none of a Task state.</exception>
    /// <exception cref="DefinitionException">The definition cannot be run.</exception>
    public static async Task<CaseOutcome> RunAsync(JsonElement @case, CancellationToken cancellationToken)
    {
        (CaseOutcome outcome, _) = await ExecuteAsync(@case, cancellationToken);
        return outcome;
    }

    /// <summary>Runs the case, and gives the execution too.</summary>
    public static async Task<(CaseOutcome Outcome, ExecutionResult<JsonElement> Execution)> ExecuteAsync(JsonElement @case, CancellationToken cancellationToken)
    {
        LocalOptions options = CreateOptions(ReadObjects(@case));
        ImmutableArray<RecordedCalls> calls = AddMocks(options, @case);
        await using var machine = LocalStateMachine.FromDefinition(ReadDefinition(@case), options, MachineName, ReadType(@case));
        string input = @case.TryGetProperty("input", out JsonElement given) ? given.GetRawText() : "{}";
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync(input, cancellationToken: cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var outcome = new CaseOutcome(StatusName.Of(run.Status), run.OutputJson, run.Error, run.Cause, [.. run.History.Select(each => each.Type.ToString())])
        {
            CallDifference = calls.Select(each => each.Difference).FirstOrDefault(difference => difference is not null),
        };
        return (outcome, run);
    }

    /// <summary>What makes every run of a case the same.</summary>
    public static LocalOptions CreateOptions(IObjectStore? objects = null) =>
        new() { TimeProvider = new VirtualTimeProvider(), Seed = 1, AccountId = AccountId, S3 = objects };

    /// <summary>The definition: JSON, or its text.</summary>
    public static string ReadDefinition(JsonElement @case) =>
        !@case.TryGetProperty("definition", out JsonElement definition) ? throw new JsonException("The case must have a \"definition\".")
        : definition.ValueKind == JsonValueKind.String ? definition.GetString()!
        : definition.GetRawText();

    private static MachineType ReadType(JsonElement @case) => !@case.TryGetProperty("type", out JsonElement type) || type.ValueKind == JsonValueKind.Null ? MachineType.Standard
        : IsText(type, "STANDARD") ? MachineType.Standard
        : IsText(type, "EXPRESS") ? MachineType.Express
        : throw new JsonException("\"type\" must be \"STANDARD\" or \"EXPRESS\".");

    private static bool IsText(JsonElement value, string text) => value.ValueKind == JsonValueKind.String && value.ValueEquals(text);

    /// <summary>What is in S3 when the execution starts.</summary>
    private static MemoryObjectStore ReadObjects(JsonElement @case)
    {
        var store = new MemoryObjectStore();
        if (@case.TryGetProperty("s3_objects", out JsonElement objects) && objects.ValueKind != JsonValueKind.Null)
        {
            foreach (JsonElement each in objects.EnumerateArray())
            {
                store.Put(each.GetProperty("Bucket").GetString()!, each.GetProperty("Key").GetString()!, each.GetProperty("Body").GetString()!);
            }
        }

        return store;
    }

    /// <summary>Adds the mocks; the result is the calls, where they are given as they were recorded.</summary>
    private static ImmutableArray<RecordedCalls> AddMocks(LocalOptions options, JsonElement @case)
    {
        if (!@case.TryGetProperty("mocks", out JsonElement mocks) || mocks.ValueKind == JsonValueKind.Null)
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
