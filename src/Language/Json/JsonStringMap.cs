using System;

namespace StateMachineGen.Language.Json;

/// <summary>Finds the characters of a JSON text that characters of a string's value were written as: an escape is one character of the value.</summary>
public static class JsonStringMap
{
    /// <summary>The place of a part of a string's value in the text that the string was read from.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="literal">Where the string stands in it, with its quotes.</param>
    /// <param name="within">The part, counted in the unescaped value.</param>
    public static TextRange Locate(string text, TextRange literal, TextRange within)
    {
        int end = Math.Min(literal.End, text.Length) - 1;
        int position = literal.Start + 1;
        int start = Skip(text, ref position, end, within.Start);
        int last = Skip(text, ref position, end, within.Length);
        return new TextRange(start, last - start);
    }

    private static int Skip(string text, ref int position, int end, int count)
    {
        for (int i = 0; i < count && position < end; i++)
        {
            position += text[position] != '\\' ? 1 : position + 1 < end && text[position + 1] == 'u' ? 6 : 2;
        }

        position = Math.Min(position, Math.Max(end, 0));
        return position;
    }
}
