using System;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Cli.Output;

/// <summary>Writes JSON for programs, in which names of states stay readable in whatever script they are written.</summary>
internal static class JsonText
{
    /// <summary>Writes one JSON text, with a newline at the end.</summary>
    /// <param name="isIndented">Whether people are to read it as well; otherwise it is one line.</param>
    /// <param name="write">Writes the value.</param>
    public static string Write(bool isIndented, Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            bytes, new JsonWriterOptions { Indented = isIndented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }
}
