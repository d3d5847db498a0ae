using System.Globalization;
using System.Text.Json;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>A line of a file of cases.</summary>
/// <param name="File">The file, as messages call it.</param>
/// <param name="Number">The line, from 1.</param>
/// <param name="Text">What is in it.</param>
internal sealed record CaseLine(string File, int Number, string Text)
{
    /// <summary>What the case is called unless it says so itself.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"line {Number}");

    /// <summary>Says of the line why it is no case.</summary>
    public string Explain(string fault) => string.Create(CultureInfo.InvariantCulture, $"{File}:{Number}: {fault}");

    /// <summary>Reads the case.</summary>
    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public JsonElement Parse()
    {
        try
        {
            using var document = JsonDocument.Parse(Text, CaseMember.DocumentOptions);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new JsonException("A case is a JSON object, in one line.");
        }
        catch (JsonException) when (JsonParser.Parse(Text).Error is { } error)
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"{error.Message}, at character {error.Range.Start + 1} of the line. A case is a JSON object, in one line."));
        }
    }
}
