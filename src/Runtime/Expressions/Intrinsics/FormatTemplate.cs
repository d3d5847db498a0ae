using System;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The template of <c>States.Format</c>: text with a place <c>{}</c> for each value, and backslashes before what is meant as it is.</summary>
internal static class FormatTemplate
{
    /// <summary>The function that has templates.</summary>
    public const string Function = "States.Format";

    private const string Escapable = "'{}\\";

    public static IntrinsicResult Fill(string template, ReadOnlySpan<JsonValue> values)
    {
        var text = new StringBuilder(template.Length);
        int places = 0;
        for (int i = 0; i < template.Length; i++)
        {
            char next = i + 1 < template.Length ? template[i + 1] : '\0';
            switch (template[i])
            {
                case '\\' when Escapable.Contains(next):
                    text.Append(next);
                    i++;
                    break;
                case '{' when next == '}':
                    if (places < values.Length)
                    {
                        JavaText.Append(text, values[places]);
                    }

                    places++;
                    i++;
                    break;
                case '{':
                    return IntrinsicResult.Fail("Invalid template in States.Format: matching '}' not found for '{'.");
                case '}':
                    return IntrinsicResult.Fail("Invalid template in States.Format: matching '{' not found for '}'.");
                case var other:
                    text.Append(other);
                    break;
            }
        }

        return places == values.Length
            ? new JsonString(text.ToString())
            : IntrinsicResult.Fail("Invalid arguments in States.Format: number of arguments do not match the occurrences of {}.");
    }
}
