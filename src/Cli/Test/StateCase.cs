using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Test;

/// <summary>A case that runs one state with the arguments of AWS's TestState.</summary>
internal static class StateCase
{
    private const string Validation = "ValidationException";

    private static readonly string[] s_arguments =
        ["definition", "input", "inspectionLevel", "revealSecrets", "roleArn", "stateName", "mock", "context", "variables", "stateConfiguration"];

    private static readonly string[] s_mock = ["result", "errorOutput", "fieldValidationMode"];

    private static readonly string[] s_configuration = ["retrierRetryCount", "mapIterationFailureCount"];

    /// <summary>An argument that has no effect, in a sentence; null when there is none.</summary>
    public static string? FindUnused(JsonElement args) =>
        FindUnused(args, s_arguments, "args")
        ?? FindUnused(CaseMember.Find(args, "mock", JsonValueKind.Object), s_mock, "mock")
        ?? FindUnused(CaseMember.Find(args, "stateConfiguration", JsonValueKind.Object), s_configuration, "stateConfiguration");

    /// <summary>Runs the case. What TestState would refuse is an outcome too.</summary>
    /// <exception cref="JsonException">The case has another form.</exception>
    /// <exception cref="System.ArgumentException">The machine has no such state, or the input is too large.</exception>
    /// <exception cref="DefinitionException">The definition cannot be run.</exception>
    public static async Task<CaseOutcome> RunAsync(JsonElement @case, JsonElement args, CaseCoverage? coverage, CancellationToken cancellationToken)
    {
        try
        {
            return Describe(await TestAsync(@case, args, coverage, cancellationToken), Text(args, "inspectionLevel"));
        }
        catch (StateTestException e)
        {
            return new CaseOutcome(null, null, null, null, []) { State = new StateOutcome(null, null, e) };
        }
    }

    private static async Task<StateTestResult> TestAsync(JsonElement @case, JsonElement args, CaseCoverage? coverage, CancellationToken cancellationToken)
    {
        string definition = ExecutionCase.ReadDefinition(@case);
        StateTestOptions options = ReadOptions(args);
        string input = Text(args, "input") ?? (@case.TryGetProperty("input", out JsonElement given) && given.ValueKind != JsonValueKind.Null ? given.GetRawText() : "{}");
        LocalOptions local = ExecutionCase.CreateOptions(coverage);
        CheckRole(definition, args, options);
        if (Text(args, "stateName") is not { } state)
        {
            return await LocalStateMachine.TestStateAsync(definition, input, options, local, cancellationToken);
        }

        await using var machine = LocalStateMachine.FromDefinition(definition, local);
        return await machine.TestStateAsync(state, input, options, cancellationToken);
    }

    /// <summary>A task that is not mocked is called with a role.</summary>
    private static void CheckRole(string definition, JsonElement args, StateTestOptions options)
    {
        if (options.Mock is not null || options.RoleArn is not null)
        {
            return;
        }

        using var document = JsonDocument.Parse(definition, CaseMember.DocumentOptions);
        JsonElement? state = document.RootElement;
        if (Text(args, "stateName") is { } name)
        {
            state = Find(Find(state, "States"), name);
        }

        if (state is { ValueKind: JsonValueKind.Object } && Text(state.Value, "Type") == "Task")
        {
            throw new StateTestException(Validation, "RoleArn must be specified when testing a Task state");
        }
    }

    private static string? FindUnused(JsonElement? value, string[] known, string place) =>
        value?.EnumerateObject().Select(static each => each.Name).FirstOrDefault(name => !known.Contains(name)) is { } unused
            ? $"\"{unused}\" in \"{place}\" has no effect here."
            : null;

    private static StateTestOptions ReadOptions(JsonElement args)
    {
        JsonElement? configuration = CaseMember.Find(args, "stateConfiguration", JsonValueKind.Object);
        return new StateTestOptions
        {
            Mock = ReadMock(args),
            Context = Text(args, "context"),
            Variables = Text(args, "variables"),
            RoleArn = Text(args, "roleArn"),
            RetrierRetryCount = Number(configuration, "retrierRetryCount") ?? 0,
            MapIterationFailureCount = Number(configuration, "mapIterationFailureCount"),
        };
    }

    private static Reply? ReadMock(JsonElement args)
    {
        if (CaseMember.Find(args, "mock", JsonValueKind.Object) is not { } mock)
        {
            return null;
        }

        string? result = Text(mock, "result");
        JsonElement? error = CaseMember.Find(mock, "errorOutput", JsonValueKind.Object);
        if (result is not null && error is not null)
        {
            throw new StateTestException(Validation, "A test mock should have only one of the following fields: [result, errorOutput].");
        }

        if (Find(args, "revealSecrets") is { ValueKind: JsonValueKind.True })
        {
            throw new StateTestException(Validation, "TestState does not support RevealSecrets when a mock is specified.");
        }

        if (error is { } failure)
        {
            return Reply.Fail(Text(failure, "error"), Text(failure, "cause"));
        }

        try
        {
            return Reply.ReturnJson(result ?? "null");
        }
        catch (JsonException)
        {
            throw new StateTestException(Validation, "Mocked result must be valid JSON");
        }
    }

    private static CaseOutcome Describe(StateTestResult result, string? level) =>
        new(result.Status.ToApiName(), result.OutputJson, result.Error, result.Cause, [])
        {
            State = new StateOutcome(result.NextState, level is "DEBUG" or "TRACE" ? result.Inspection.ToJson() : null),
        };

    private static JsonElement? Find(JsonElement? parent, string member) =>
        parent is { ValueKind: JsonValueKind.Object } && parent.Value.TryGetProperty(member, out JsonElement value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text; AWS's API takes JSON as text, and cases may hold it as it is.</summary>
    private static string? Text(JsonElement parent, string member) =>
        Find(parent, member) is { } value ? value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText() : null;

    private static int? Number(JsonElement? parent, string member) => Find(parent, member) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= 0 ? number
        : throw new JsonException($"\"{member}\" must be a whole number of at least 0.");
}
