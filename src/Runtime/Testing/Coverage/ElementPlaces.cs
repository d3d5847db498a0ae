using StateMachineGen.Language.Json;

namespace StateMachineGen.Testing.Coverage;

/// <summary>Finds the file and line of each element of a definition: in the C# source, or else in the text of the definition.</summary>
/// <param name="name">The machine's name.</param>
/// <param name="asl">The text.</param>
/// <param name="place">Where the text stands; null when nobody told.</param>
/// <param name="source">The places in the C# source; null when there is none, or nobody knows.</param>
internal sealed class ElementPlaces(string name, string asl, DefinitionPlace? place, SourceMap? source)
{
    private readonly LineMap _lines = new(asl);

    public (string File, int Line) Find(string pointer, JsonSyntax node) =>
        source?.Find(pointer) ?? (place?.File ?? name + ".asl.json", place?.Line ?? _lines.Locate(node.Range.Start).Line);
}
