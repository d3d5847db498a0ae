using System.Linq;

namespace StateMachineGen.Data;

/// <summary>Text of users for a terminal, to which names and causes must not send commands.</summary>
internal static class PrintableText
{
    /// <summary>The text with a replacement character in place of each control character.</summary>
    public static string Of(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(static c => char.IsControl(c) ? '\uFFFD' : c)) : text;
}
