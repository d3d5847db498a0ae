namespace StateMachineGen.Language.Completion;

/// <summary>What a suggestion is.</summary>
public enum SuggestionKind
{
    /// <summary>The name of a field.</summary>
    Field,

    /// <summary>A value that a field takes.</summary>
    Value,

    /// <summary>The name of a state.</summary>
    State,

    /// <summary>The name of an error.</summary>
    Error,

    /// <summary>A resource that a task can call.</summary>
    Resource,

    /// <summary>A part of the data that flows: a path, or a member on the way.</summary>
    Data,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A function.</summary>
    Function,
}

/// <summary>Something that can be written at a place.</summary>
/// <param name="Text">What is meant, as people read it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">In a few characters: a function's parameters, a value's type; or "".</param>
/// <param name="Description">What it means, as a part of a sentence; or "".</param>
public sealed record Suggestion(string Text, SuggestionKind Kind, string Detail = "", string Description = "")
{
    /// <summary>What is written in the text: <see cref="Text"/> with the escapes and quotes that the place needs.</summary>
    public string Insertion { get; init; } = Text;
}
