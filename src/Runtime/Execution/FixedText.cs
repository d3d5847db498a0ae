namespace StateMachineGen.Execution;

/// <summary>A text in a cause that no data goes into: it comes from the definition, or from this program.</summary>
internal readonly record struct FixedText(string Text);

/// <summary>Marks texts in causes.</summary>
internal static class FixedTextExtensions
{
    /// <summary>The text as one that no data goes into.</summary>
    public static FixedText Fixed(this string text) => new(text);
}
