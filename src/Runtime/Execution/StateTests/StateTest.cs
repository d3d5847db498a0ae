using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Language.Document;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution.StateTests;

/// <summary>The run of one state alone, with the checks that AWS's TestState makes before it.</summary>
internal static class StateTest
{
    private const string Validation = "ValidationException";
    private const string InvalidDefinition = "InvalidDefinition";

    /// <summary>Runs a state.</summary>
    /// <exception cref="StateTestException">AWS's TestState would refuse to run it so.</exception>
    public static async Task<StateTestResult> RunAsync(
        LocalMachine machine, PlanState state, JsonValue input, StateTestOptions options, JsonSerializerOptions? json, CancellationToken cancellationToken)
    {
        ResolvedReply? answer = options.Mock?.Resolve(json);
        CheckMock(state, answer);
        JsonObject? context = ReadObject(options.Context, nameof(options.Context));
        CheckContext(state, context);
        var probe = new StateProbe(state, answer, options.RetrierRetryCount, options.MapIterationFailureCount)
        {
            Context = context,
            RoleArn = options.RoleArn,
            Variables = ReadObject(options.Variables, nameof(options.Variables)) ?? JsonObject.Empty,
        };
        ExecutionRun run = await machine.NewRun(input, null, probe, cancellationToken).ExecuteAsync(static run => run).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return new StateTestResult(probe, run);
    }

    private static void CheckMock(PlanState state, ResolvedReply? answer)
    {
        if (answer is null)
        {
            if (state.Type is StateType.Map or StateType.Parallel)
            {
                throw new StateTestException(
                    InvalidDefinition,
                    "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]");
            }

            return;
        }

        if (state is not RetryingPlan)
        {
            throw new StateTestException(Validation, $"State type '{state.Type}' is not supported when a mock is specified");
        }

        if (answer.Result is { } result && state.CheckMock(result) is { } fault)
        {
            throw new StateTestException(Validation, fault);
        }
    }

    private static void CheckContext(PlanState state, JsonObject? context)
    {
        if (context?["Task"] is not null && state is not TaskPlan { Resource.IsSubmitted: true })
        {
            throw new StateTestException(
                Validation,
                "Invalid Context object provided: Context object contains 'Task' when state is not a Task state with a '.sync' or "
                + "'.waitForTaskToken' service integration pattern");
        }
    }

    private static JsonObject? ReadObject(string? json, string option) => json is null ? null
        : JsonConversion.Parse(json) as JsonObject ?? throw new JsonException($"{option} must be a JSON object.");
}
