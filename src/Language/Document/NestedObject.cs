using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>An object in a field of a part that is no part of its own kind: an <c>ItemReader</c>, a <c>ReaderConfig</c>.</summary>
public sealed class NestedObject : DocumentPart
{
    internal NestedObject(JsonObjectSyntax syntax, DocumentPart parent, string name)
        : base(syntax, parent, "/" + name) => Name = name;

    /// <summary>The field that holds the object.</summary>
    public string Name { get; }
}
