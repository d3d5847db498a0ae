using System;
using System.Text.Json;
using StateMachineGen.Data;

namespace StateMachineGen.Tracing;

/// <summary>JSON inside a page: nothing in it can end the element that holds it.</summary>
internal static class ScriptData
{
    /// <summary>Adds a block of data.</summary>
    /// <param name="html">The page.</param>
    /// <param name="id">The element's id.</param>
    /// <param name="write">Writes the JSON.</param>
    public static void Add(HtmlText html, string id, Action<Utf8JsonWriter> write)
    {
        using JsonBuffer buffer = JsonBuffer.Rent();
        write(buffer.Writer);
        html.Add($"<script type=\"application/json\" id=\"{id}\">").AddRaw(Escape(buffer.GetText())).AddRaw("</script>\n");
    }

    /// <summary>Outside of strings JSON has none of these characters, and inside each may be written by its number.</summary>
    public static string Escape(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);
}
