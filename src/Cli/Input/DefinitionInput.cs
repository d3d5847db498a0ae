using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Input;

/// <summary>A definition that was read.</summary>
/// <param name="Name">The machine's name: an assembly tells it; of a text it is the file's name.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Text">The text of the definition.</param>
/// <param name="Machine">The definition.</param>
/// <param name="Type">The machine's type, which an assembly tells and a text does not.</param>
internal sealed record NamedDefinition(string Name, string File, string Text, StateMachine Machine, StateMachineType? Type = null);

/// <summary>A text that is no JSON object.</summary>
/// <param name="Text">The text.</param>
/// <param name="Error">Why.</param>
internal sealed record BrokenText(string Text, JsonError Error);

/// <summary>What is in an input.</summary>
/// <param name="Definitions">The definitions: one of a text, any number of an assembly.</param>
/// <param name="Problems">What is wrong with the input, or with single machines of an assembly.</param>
/// <param name="IsAssembly">Whether the input is an assembly.</param>
/// <param name="HasCanonicalEncoding">Whether the input is a text in UTF-8 without byte order mark.</param>
internal sealed record DefinitionInput(
    ImmutableArray<NamedDefinition> Definitions, ImmutableArray<Problem> Problems, bool IsAssembly = false, bool HasCanonicalEncoding = false)
{
    /// <summary>The text, when it could be read but is no JSON object; that is the one problem then.</summary>
    public BrokenText? Broken { get; private init; }

    /// <summary>The machine of a name, or the only one when no name is given.</summary>
    /// <param name="file">The input, as the user named it.</param>
    /// <param name="name">The name, or null.</param>
    /// <param name="several">What to do when there are several and no name is given.</param>
    /// <param name="problem">Why there is none, when the input itself is fine.</param>
    public NamedDefinition? Choose(string file, string? name, string several, out Problem? problem)
    {
        NamedDefinition[] fitting = [.. Definitions.Where(definition => name is null || definition.Name == name)];
        string names = string.Join(", ", Definitions.Select(definition => definition.Name));
        problem = Definitions.Length == 0 ? null
            : fitting.Length == 0 ? Problem.Of(file, $"There is no state machine '{name}'. Those of this file are: {names}")
            : fitting.Length > 1 ? Problem.Of(file, $"This assembly holds several state machines. {several}: {names}")
            : null;
        return fitting.Length == 1 ? fitting[0] : null;
    }

    public static DefinitionInput Failed(Problem problem) => new([], [problem]);

    public static DefinitionInput FailedAsJson(string file, string text, JsonError error) =>
        Failed(Problem.At(file, text, error.Range.Start, error.Message + ".")) with { Broken = new BrokenText(text, error) };
}
