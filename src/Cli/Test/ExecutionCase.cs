using System;
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
        ExecutionResult<JsonElement> run = await ExecuteAsync(@case, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return Describe(run);
    }

    /// <summary>What an execution came to.</summary>
    public static CaseOutcome Describe(ExecutionResult<JsonElement> run) =>
        new(StatusName.Of(run.Status), run.OutputJson, run.Error, run.Cause, [.. run.History.Select(each => each.Type.ToString())]);

    /// <summary>Runs the execution.</summary>
    public static async Task<ExecutionResult<JsonElement>> ExecuteAsync(JsonElement @case, CancellationToken cancellationToken)
    {
        LocalOptions options = CreateOptions(ReadObjects(@case));
        AddMocks(options, @case);
        await using var machine = LocalStateMachine.FromDefinition(ReadDefinition(@case), options, MachineName, ReadType(@case));
        return await machine.ExecuteJsonAsync(@case.TryGetProperty("input", out JsonElement input) ? input.GetRawText() : "{}", cancellationToken: cancellationToken);
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

    private static void AddMocks(LocalOptions options, JsonElement @case)
    {
        if (!@case.TryGetProperty("mocks", out JsonElement mocks) || mocks.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (mocks.ValueKind == JsonValueKind.Array)
        {
            RecordedCalls.Mock(options, mocks, @case);
        }
        else
        {
            options.MockJson(mocks.GetRawText());
        }
    }
}
