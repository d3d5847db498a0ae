namespace StateMachineGen.Data;

/// <summary>Cuts text to the lengths that services allow.</summary>
internal static class Truncation
{
    /// <summary>The text, cut to so many UTF-16 characters; one fewer where the cut would leave half a surrogate pair.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    /// <summary>The text, cut to so many characters; what was cut ends in an ellipsis.</summary>
    public static string Ellipsize(string text, int length) => text.Length <= length ? text : Cut(text, length - 1) + "…";
}
