using System;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Cli.Test;

/// <summary>Runs cases. A case that is broken fails as others do; nothing is thrown for it.</summary>
internal static class CaseRunner
{
    /// <summary>Runs the case in a line.</summary>
    public static async Task<CaseResult> RunAsync(string text, int line, CancellationToken cancellationToken)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"line {line}");
        try
        {
            JsonElement @case = CaseReader.Parse(text);
            id = @case.TryGetProperty("id", out JsonElement name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : id;
            return await RunAsync(id, @case, cancellationToken);
        }
        catch (JsonException e)
        {
            return new CaseResult(id, null, $"The case cannot be read: {e.Message}");
        }
    }

    private static async Task<CaseResult> RunAsync(string id, JsonElement @case, CancellationToken cancellationToken)
    {
        var expectation = new Expectation(@case);
        try
        {
            CaseOutcome outcome = @case.TryGetProperty("args", out JsonElement args) && args.ValueKind != JsonValueKind.Null
                ? await StateCase.RunAsync(@case, args, cancellationToken)
                : await ExecutionCase.RunAsync(@case, cancellationToken);
            return new CaseResult(id, outcome, expectation.Compare(outcome));
        }
        catch (DefinitionException e)
        {
            return new CaseResult(id, null, e.Message);
        }
        catch (Exception e) when (e is ArgumentException or JsonException)
        {
            return new CaseResult(id, null, $"The case cannot be run: {e.Message}");
        }
#pragma warning disable CA1031 // Whatever goes wrong with one case, the others are run and told.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return new CaseResult(id, null, $"This should not have happened: {e.GetType().Name}: {e.Message} Please report it together with the case.");
        }
    }
}
