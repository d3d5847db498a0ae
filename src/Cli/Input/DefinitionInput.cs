using System.Collections.Immutable;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Cli.Input;

/// <summary>A definition that was read.</summary>
/// <param name="Name">The machine's name: an assembly tells it; of a text it is the file's name.</param>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Text">The text of the definition.</param>
/// <param name="Machine">The definition.</param>
internal sealed record NamedDefinition(string Name, string File, string Text, StateMachine Machine);

/// <summary>What is in an input.</summary>
/// <param name="Definitions">The definitions: one of a text, any number of an assembly.</param>
/// <param name="Problems">What is wrong with the input, or with single machines of an assembly.</param>
/// <param name="IsAssembly">Whether the input is an assembly.</param>
/// <param name="HasCanonicalEncoding">Whether the input is a text in UTF-8 without byte order mark.</param>
internal sealed record DefinitionInput(
    ImmutableArray<NamedDefinition> Definitions, ImmutableArray<Problem> Problems, bool IsAssembly = false, bool HasCanonicalEncoding = false)
{
    public static DefinitionInput Failed(Problem problem) => new([], [problem]);
}
