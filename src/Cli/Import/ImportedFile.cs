using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>An ASL file that was imported, or could not be.</summary>
/// <param name="Path">The ASL file.</param>
/// <param name="Lines">Turns the ranges of the problems into lines and columns.</param>
/// <param name="Output">The C# file, or null when the text is no JSON object.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
public sealed record ImportedFile(string Path, LineMap Lines, ImportedSource? Output, ImmutableArray<ImportProblem> Problems);

/// <summary>A C# file to write.</summary>
/// <param name="FileName">Its name, unique in the run even where case does not count.</param>
/// <param name="ClassName">The class of the machine.</param>
/// <param name="MachineName">The machine's name, which names the file that the build emits.</param>
/// <param name="Source">The text, with <c>\n</c> as newline.</param>
public sealed record ImportedSource(string FileName, string ClassName, string MachineName, string Source);
