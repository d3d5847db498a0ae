using System.Collections.Immutable;

namespace StateMachineGen.Cli.Import;

/// <summary>A definition as C#.</summary>
/// <param name="Source">The whole C# file, with <c>\n</c> as newline.</param>
/// <param name="Problems">What is wrong with the definition, in the order of its text.</param>
public sealed record ImportResult(string Source, ImmutableArray<ImportProblem> Problems);
