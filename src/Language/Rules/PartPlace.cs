using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>Where an object within a definition stands. The path is put together only when something is found.</summary>
/// <param name="Part">The nearest part around it, or the part itself.</param>
/// <param name="Suffix">The rest of the way: <c>/ItemReader/ReaderConfig</c>; empty for the part itself.</param>
internal readonly record struct PartPlace(DocumentPart Part, string Suffix)
{
    public static implicit operator PartPlace(DocumentPart part) => new(part, "");

    public string Path => Part.Path + Suffix;

    public string PathOf(string field) => Part.Path + Suffix + "/" + field;

    public PartPlace In(string field) => new(Part, Suffix + "/" + field);
}
