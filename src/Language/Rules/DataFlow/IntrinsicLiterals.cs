using System;
using System.Collections.Generic;
using System.Globalization;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>An argument with which a call can only fail, and why.</summary>
internal sealed record IntrinsicFault(IntrinsicSyntax Argument, string Reason);

/// <summary>Looks at the arguments of calls whose type or value is known: literals, and calls of functions that give one type.</summary>
internal static class IntrinsicLiterals
{
    private const int MaxCharacters = 10_000;
    private const int MaxItems = 1_000;

    /// <summary>
    /// The types of parameters and value, a letter for each: <c>s</c> string, <c>n</c> number, <c>b</c> boolean, <c>a</c> array,
    /// <c>o</c> object, <c>x</c> any.
    /// </summary>
    private static readonly Dictionary<string, (string Parameters, char Value)> s_types = new(StringComparer.Ordinal)
    {
        ["States.Format"] = ("s", 's'),
        ["States.StringToJson"] = ("s", 'x'),
        ["States.JsonToString"] = ("x", 's'),
        ["States.Array"] = ("", 'a'),
        ["States.ArrayPartition"] = ("an", 'a'),
        ["States.ArrayContains"] = ("ax", 'b'),
        ["States.ArrayRange"] = ("nnn", 'a'),
        ["States.ArrayGetItem"] = ("an", 'x'),
        ["States.ArrayLength"] = ("a", 'n'),
        ["States.ArrayUnique"] = ("a", 'a'),
        ["States.Base64Encode"] = ("s", 's'),
        ["States.Base64Decode"] = ("s", 's'),
        ["States.Hash"] = ("xs", 's'),
        ["States.JsonMerge"] = ("oob", 'o'),
        ["States.MathRandom"] = ("nnn", 'n'),
        ["States.MathAdd"] = ("nn", 'n'),
        ["States.StringSplit"] = ("ss", 'a'),
        ["States.UUID"] = ("", 's'),
    };

    /// <summary>The first argument that lets a call fail whatever the data are, or null. The number of arguments is right.</summary>
    public static IntrinsicFault? FindFault(IntrinsicCall call)
    {
        string parameters = s_types[call.Name].Parameters;
        for (int i = 0; i < parameters.Length && i < call.Arguments.Count; i++)
        {
            char type = TypeOf(call.Arguments[i]);
            if (parameters[i] != 'x' && type != 'x' && type != parameters[i])
            {
                return new IntrinsicFault(call.Arguments[i], $"its argument {i + 1} must be {Describe(parameters[i])}, not {Describe(type)}");
            }
        }

        return FindFaultyValue(call);
    }

    private static IntrinsicFault? FindFaultyValue(IntrinsicCall call)
    {
        IntrinsicSyntax? first = call.Arguments.Count > 0 ? call.Arguments[0] : null;
        switch (call.Name)
        {
            case "States.StringToJson" when first is IntrinsicString { Value: { } text } && text.Trim().Length > 0 && JsonParser.Parse(text).Error is not null:
                return new IntrinsicFault(first, "the string is no JSON");
            case "States.ArrayPartition" when Round(call.Arguments[1]) <= 0:
                return new IntrinsicFault(call.Arguments[1], "the size of the parts must be greater than 0");
            case "States.ArrayGetItem" when Round(call.Arguments[1]) < 0:
                return new IntrinsicFault(call.Arguments[1], "an index is counted from 0");
            case "States.ArrayRange" when Round(call.Arguments[2]) == 0:
                return new IntrinsicFault(call.Arguments[2], "the step must not be 0");
            case "States.ArrayRange" when Round(call.Arguments[0]) is { } from && Round(call.Arguments[1]) is { } to && Round(call.Arguments[2]) is { } step:
                return Math.Floor((to - from) / step) + 1 > MaxItems
                    ? new IntrinsicFault(call, $"the range has more than {MaxItems.ToString("N0", CultureInfo.InvariantCulture)} items")
                    : null;
            case "States.Base64Encode" or "States.Base64Decode" or "States.Hash" when first is IntrinsicString { Value.Length: > MaxCharacters }:
                return new IntrinsicFault(first, $"the data has more than {MaxCharacters.ToString("N0", CultureInfo.InvariantCulture)} characters");
            case "States.Hash" when call.Arguments[1] is IntrinsicString { Value: not ("MD5" or "SHA-1" or "SHA-256" or "SHA-384" or "SHA-512") }:
                return new IntrinsicFault(call.Arguments[1], "the algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512");
            case "States.JsonMerge" when call.Arguments[2] is IntrinsicBoolean { Value: true }:
                return new IntrinsicFault(call.Arguments[2], "Step Functions has no deep merge, so the last argument must be false");
            default:
                return null;
        }
    }

    /// <summary>The type of an argument, as a letter; <c>x</c> when it depends on the data.</summary>
    public static char TypeOf(IntrinsicSyntax argument) => argument switch
    {
        IntrinsicString => 's',
        IntrinsicNumber => 'n',
        IntrinsicBoolean => 'b',
        IntrinsicNull => 'l',
        IntrinsicCall call when s_types.TryGetValue(call.Name, out (string Parameters, char Value) types) => types.Value,
        _ => 'x',
    };

    private static string Describe(char type) => type switch
    {
        's' => "a string",
        'n' => "a number",
        'b' => "a boolean",
        'a' => "an array",
        'o' => "an object",
        _ => "null",
    };

    /// <summary>The value of a literal number as functions take it, half a unit rounded up; null for what is no literal number.</summary>
    private static double? Round(IntrinsicSyntax argument) =>
        argument is IntrinsicNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? Math.Floor(value + 0.5)
            : null;
}
