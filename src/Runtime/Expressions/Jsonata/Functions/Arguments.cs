using System.Diagnostics.CodeAnalysis;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Arguments by type. The signature has seen to it that they have it, if they are there at all.</summary>
internal static class Arguments
{
    public static bool TryGetText(this JsonValue?[] arguments, int index, [NotNullWhen(true)] out string? text)
    {
        text = (arguments[index] as JsonString)?.Value;
        return text is not null;
    }

    public static bool TryGetNumber(this JsonValue?[] arguments, int index, out double number)
    {
        number = arguments.Number(index) ?? 0;
        return arguments[index] is JsonNumber;
    }

    public static string? Text(this JsonValue?[] arguments, int index) => (arguments[index] as JsonString)?.Value;

    public static double? Number(this JsonValue?[] arguments, int index) => (arguments[index] as JsonNumber)?.Finite();
}
