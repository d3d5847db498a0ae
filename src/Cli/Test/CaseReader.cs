using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;

namespace StateMachineGen.Cli.Test;

/// <summary>Reads cases, one a line.</summary>
internal static class CaseReader
{
    /// <summary>A definition, or data, may be far deeper than JSON usually is.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = 1024 };

    /// <summary>Reads the lines of a file that are not empty, with their numbers from 1.</summary>
    public static async IAsyncEnumerable<(int Line, string Text)> ReadLinesAsync(TextReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int line = 1; await reader.ReadLineAsync(cancellationToken) is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return (line, text);
            }
        }
    }

    /// <summary>Reads a case.</summary>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text, DocumentOptions);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.Clone()
            : throw new JsonException("A case is a JSON object.");
    }
}
