using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>A change of some characters after which a definition no longer breaks a rule.</summary>
/// <param name="Place">The string in whose value the characters are, or the member in whose name they are.</param>
/// <param name="Within">The characters, counted in the value or name; none where text is only inserted.</param>
/// <param name="Text">What is to stand in their place.</param>
public sealed record Correction(JsonSyntax Place, TextRange Within, string Text)
{
    /// <summary>The characters as they are.</summary>
    public string Before => TextOf(Place)!.Substring(Within.Start, Within.Length);

    /// <summary>The new characters as they are written between the quotes of a JSON string.</summary>
    public string JsonText
    {
        get
        {
            var written = new StringBuilder();
            JsonWriter.WriteString(written, Text);
            return written.ToString(1, written.Length - 2);
        }
    }

    /// <summary>Where the characters stand in the text that the definition was read from.</summary>
    /// <param name="text">The text.</param>
    public TextRange Locate(string text) => JsonStringMap.Locate(text, Place.Range, Within);

    /// <summary>What of a node can be corrected; null when nothing can.</summary>
    internal static string? TextOf(JsonSyntax place) => place switch
    {
        JsonStringSyntax text => text.Value,
        JsonMemberSyntax member => member.Name,
        _ => null,
    };
}
