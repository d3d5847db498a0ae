using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Completion;

/// <summary>What of a JSON text the caret is in.</summary>
internal enum JsonCaretKind
{
    /// <summary>In the name of a member, or where one can begin.</summary>
    Name,

    /// <summary>In a value without members or elements, or where one can begin.</summary>
    Value,
}

/// <summary>The place of the caret in a JSON text that may be half written.</summary>
/// <param name="Kind">What the caret is in.</param>
/// <param name="Path">The way to it from the outermost value: the number of the member or element at each level. In a name it leads to the object.</param>
/// <param name="Range">The characters that are written there so far, without quotes.</param>
/// <param name="Text">The string that the caret is in; null when there are no quotes.</param>
internal sealed record JsonCaret(JsonCaretKind Kind, ImmutableArray<int> Path, TextRange Range, UnescapedText? Text)
{
    /// <summary>Whether the quotes are there already.</summary>
    public bool IsQuoted => Text is not null;
}
