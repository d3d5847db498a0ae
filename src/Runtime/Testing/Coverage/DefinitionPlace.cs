namespace StateMachineGen.Testing;

/// <summary>Where the text of a definition stands.</summary>
/// <param name="File">The path of the file.</param>
/// <param name="Line">The line that holds the whole definition, from 1; null when the file is the definition.</param>
public sealed record DefinitionPlace(string File, int? Line = null);
