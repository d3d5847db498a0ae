using System;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Tracing;

/// <summary>
/// The texts that a report shows: inputs, outputs, causes. States pass the same value on and on, so each is held once, and the others
/// refer to it by its number.
/// </summary>
internal sealed class PayloadTable
{
    private readonly Dictionary<JsonValue, int> _byValue = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _byText = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The texts, by their numbers.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The number of a value's text; null for no value.</summary>
    public int? Add(JsonValue? value)
    {
        if (value is null)
        {
            return null;
        }

        if (!_byValue.TryGetValue(value, out int number))
        {
            number = Add(value.ToString())!.Value;
            _byValue.Add(value, number);
        }

        return number;
    }

    /// <summary>The number of a text; null for none.</summary>
    public int? Add(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!_byText.TryGetValue(text, out int number))
        {
            number = _texts.Count;
            _texts.Add(text);
            _byText.Add(text, number);
        }

        return number;
    }
}
