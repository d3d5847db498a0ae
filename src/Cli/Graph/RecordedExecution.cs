using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Input;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Cli.Graph;

/// <summary>Reads the file of an execution that is to be drawn over its definition.</summary>
internal static class RecordedExecution
{
    private const int MaxNamesTold = 5;

    /// <summary>Reads what the execution did.</summary>
    /// <param name="path">A path, or <see cref="DefinitionReader.StandardInput"/>.</param>
    /// <param name="definition">What was executed.</param>
    /// <param name="standardInput">The standard input.</param>
    /// <param name="cancellationToken">Ends the wait for an input that does not come.</param>
    /// <returns>The marks, or the reason why there are none.</returns>
    public static async Task<(ExecutionMarks? Marks, Problem? Problem)> ReadAsync(
        string path, NamedDefinition definition, Stream standardInput, CancellationToken cancellationToken)
    {
        (string? text, Problem? problem) = await InputFile.ReadTextAsync(path, standardInput, cancellationToken);
        if (text is null)
        {
            return (null, problem);
        }

        string file = InputFile.Shown(path);
        try
        {
            ExecutionMarks marks = ExecutionHistory.ReadMarks(text, definition.Machine);
            string[] unknown = [.. marks.States.Keys.Except(definition.Machine.DescendantStates.Select(state => state.Name)).Order(StringComparer.Ordinal)];
            return unknown.Length == 0 ? (marks, null) : (null, Problem.Of(file, OfAnotherMachine(unknown, definition.Name)));
        }
        catch (JsonException e)
        {
            return (null, e.LineNumber is { } line
                ? new Problem(file, (int)line + 1, (int)(e.BytePositionInLine ?? 0) + 1, "This is no JSON. An execution is told by what 'stategen run --format json' or GetExecutionHistory wrote.")
                : Problem.Of(file, $"This is no history of an execution. {e.Message}"));
        }
    }

    private static string OfAnotherMachine(string[] unknown, string machine)
    {
        string names = string.Join(", ", unknown.Take(MaxNamesTold).Select(name => $"'{name}'")) + (unknown.Length > MaxNamesTold ? ", …" : "");
        return $"The execution visited states that '{machine}' does not have: {names}. Is it one of another machine, or of another version of it?";
    }
}
