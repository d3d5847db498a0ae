using System.Collections.Immutable;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Completion;

/// <summary>How a text stands for a part of a definition.</summary>
public enum CompletionText
{
    /// <summary>As the name of a field.</summary>
    FieldName,

    /// <summary>As JSON or, where the query language is JSONata, as one expression.</summary>
    Json,

    /// <summary>As a string.</summary>
    String,
}

/// <summary>Where in a definition a text stands that is being written.</summary>
/// <param name="Machine">The machine; what is being written need not be in it.</param>
/// <param name="Part">The part that the field belongs to: the machine, a branch of it or a state.</param>
/// <param name="Field">The way from the part to what the text is: names of fields, and <see cref="Element"/> for an element of an array.</param>
/// <param name="Text">How the text stands for it.</param>
/// <param name="IsExpress">Whether the machine is to be created as an Express one.</param>
/// <param name="Data">What C# knows of the data.</param>
/// <param name="Errors">Error names that are known besides those of the language and of the machine.</param>
public sealed record CompletionPlace(
    StateMachine Machine, DocumentPart Part, ImmutableArray<string> Field, CompletionText Text, bool IsExpress, KnownData Data, ImmutableArray<Suggestion> Errors)
{
    /// <summary>The step from an array to an element of it.</summary>
    public const string Element = "[]";
}
