using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>
/// Arguments matched with the signature of a function, as JSONata matches them: it makes a regular expression of the signature and a letter
/// of each argument. Arguments that are no literals match every parameter.
/// </summary>
internal readonly record struct JsonataArgumentMatch(string? Fault, JsonataSyntax? Argument)
{
    private const char Unknown = '?';

    public static JsonataArgumentMatch Of(JsonataFunction function, JsonataFunctionCall call)
    {
        ImmutableArray<JsonataParameterType> parameters = new JsonataSignature(function.Signature).Parameters;
        int count = call.PipedArguments + call.Call.Arguments.Count;
        char[] types = new char[count];
        for (int i = 0; i < count; i++)
        {
            types[i] = i < call.PipedArguments ? Unknown : TypeOf(call.Call.Arguments[i - call.PipedArguments]);
        }

        int furthest = 0;
        if (Matches(parameters, 0, types, 0, call.HasContext, call.Call.IsPartial, ref furthest))
        {
            return FindFaultyElement(parameters, call);
        }

        int ignored = 0;
        char[] unknown = [.. types.Select(_ => Unknown)];
        if (!Matches(parameters, 0, unknown, 0, call.HasContext, call.Call.IsPartial, ref ignored))
        {
            string given = count == 1 ? "1 argument" : count.ToString(CultureInfo.InvariantCulture) + " arguments";
            return new JsonataArgumentMatch($"and cannot be called with {given} here", null);
        }

        int index = Math.Min(furthest, count - 1) - call.PipedArguments;
        return new JsonataArgumentMatch(
            $"and {Describe(types[index + call.PipedArguments])} cannot be its argument {index + 1 + call.PipedArguments}", call.Call.Arguments[index]);
    }

    private static bool Matches(
        ImmutableArray<JsonataParameterType> parameters, int parameter, char[] types, int argument, bool hasContext, bool isPartial, ref int furthest)
    {
        furthest = Math.Max(furthest, argument);
        if (parameter == parameters.Length)
        {
            return argument == types.Length;
        }

        JsonataParameterType type = parameters[parameter];
        if (argument < types.Length && Takes(type, types[argument]))
        {
            if (Matches(parameters, parameter + 1, types, argument + 1, hasContext, isPartial, ref furthest)
                || (type.IsRepeated && Matches(parameters, parameter, types, argument + 1, hasContext, isPartial, ref furthest)))
            {
                return true;
            }
        }

        bool canBeMissing = type.IsOptional || (type.UsesContext && hasContext) || (isPartial && argument == types.Length);
        return canBeMissing && Matches(parameters, parameter + 1, types, argument, hasContext, isPartial, ref furthest);
    }

    /// <summary>An array takes any single value but a function, as an array of it; whatever has no value is taken by all.</summary>
    private static bool Takes(JsonataParameterType parameter, char type) => type == Unknown || parameter.Types switch
    {
        "x" => true,
        "j" => type != 'f',
        "a" => true,
        { } types => types.IndexOf(type) >= 0,
    };

    /// <summary>The element of an array of literals that the parameter's type of elements excludes.</summary>
    private static JsonataArgumentMatch FindFaultyElement(ImmutableArray<JsonataParameterType> parameters, JsonataFunctionCall call)
    {
        if (parameters.Length == 0 || parameters[0] is not { Types: "a", ElementType: { Length: 1 } element } || call.PipedArguments > 0 || call.Call.Arguments.Count == 0)
        {
            return default;
        }

        JsonataSyntax argument = call.Call.Arguments[0];
        IEnumerable<JsonataSyntax> items = argument is JsonataArray array ? array.Items : [argument];
        foreach (JsonataSyntax item in items)
        {
            char type = TypeOf(item);
            if (type != Unknown && type != element[0])
            {
                return new JsonataArgumentMatch($"and {Describe(type)} cannot be an element of its array", item);
            }
        }

        return default;
    }

    private static char TypeOf(JsonataSyntax argument) => argument switch
    {
        JsonataString => 's',
        JsonataNumber => 'n',
        JsonataNegation { Operand: JsonataNumber } => 'n',
        JsonataBoolean => 'b',
        JsonataNull => 'l',
        JsonataArray => 'a',
        JsonataObject => 'o',
        JsonataRegex or JsonataLambda => 'f',
        _ => Unknown,
    };

    private static string Describe(char type) => type switch
    {
        's' => "a string",
        'n' => "a number",
        'b' => "a boolean",
        'l' => "null",
        'a' => "an array",
        'o' => "an object",
        _ => "a function",
    };
}
