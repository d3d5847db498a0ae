using System;
using System.Collections.Immutable;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>The types of a function's parameters, held against the arguments of a call.</summary>
internal sealed class Signature
{
    private const char Missing = 'm';

    private readonly ImmutableArray<JsonataParameterType> _parameters;
    private readonly bool _hasRepeated;

    private Signature(ImmutableArray<JsonataParameterType> parameters)
    {
        _parameters = parameters;
        foreach (JsonataParameterType parameter in parameters)
        {
            _hasRepeated |= parameter.IsRepeated;
        }
    }

    /// <summary>The number of parameters.</summary>
    public int Count => _parameters.Length;

    /// <summary>Reads a signature that is known to be good, <c>&lt;s-n?:s></c> for example.</summary>
    public static Signature Parse(string text) => new(new JsonataSignature(text).Parameters);

    /// <summary>
    /// The arguments as the function takes them: at least one for each parameter, with the context value where one is missing for that, and
    /// single values as arrays where arrays are expected.
    /// </summary>
    public JsonValue?[] Validate(JsonValue?[] arguments, JsonValue? context)
    {
        if (!_hasRepeated && FitsFromLeft(arguments))
        {
            return Complete(arguments, context);
        }

        int[] counts = new int[_parameters.Length];
        bool[] failed = new bool[(_parameters.Length + 1) * (arguments.Length + 1)];
        return Match(arguments, 0, 0, counts, failed) ? Distribute(arguments, context, counts) : throw Mismatch(arguments);
    }

    /// <summary>Whether the arguments go to the first parameters one by one, and the others may be missing.</summary>
    private bool FitsFromLeft(JsonValue?[] arguments)
    {
        if (arguments.Length > _parameters.Length)
        {
            return false;
        }

        for (int i = 0; i < _parameters.Length; i++)
        {
            if (i < arguments.Length ? !Accepts(_parameters[i], SymbolOf(arguments[i])) : !MayBeMissing(_parameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    private JsonValue?[] Complete(JsonValue?[] arguments, JsonValue? context)
    {
        JsonValue?[] complete = arguments.Length == _parameters.Length ? arguments : new JsonValue?[_parameters.Length];
        for (int i = 0; i < complete.Length; i++)
        {
            complete[i] = i < arguments.Length
                ? Convert(_parameters[i], arguments[i], i)
                : _parameters[i].UsesContext ? TakeContext(_parameters[i], context, i) : null;
        }

        return complete;
    }

    /// <summary>
    /// Gives each parameter as many arguments as it can have, from the left, such that the rest still fits: as a regular expression over
    /// the types would.
    /// </summary>
    private bool Match(JsonValue?[] arguments, int parameter, int argument, int[] counts, bool[] failed)
    {
        if (parameter == _parameters.Length)
        {
            return argument == arguments.Length;
        }

        int place = (parameter * (arguments.Length + 1)) + argument;
        if (failed[place])
        {
            return false;
        }

        JsonataParameterType type = _parameters[parameter];
        int most = 0;
        int limit = type.IsRepeated ? arguments.Length : Math.Min(arguments.Length, argument + 1);
        while (argument + most < limit && Accepts(type, SymbolOf(arguments[argument + most])))
        {
            most++;
        }

        for (int count = most; count >= (MayBeMissing(type) ? 0 : 1); count--)
        {
            counts[parameter] = count;
            if (Match(arguments, parameter + 1, argument + count, counts, failed))
            {
                return true;
            }
        }

        failed[place] = true;
        return false;
    }

    private JsonValue?[] Distribute(JsonValue?[] arguments, JsonValue? context, int[] counts)
    {
        var complete = new JsonValue?[arguments.Length + _parameters.Length];
        int count = 0;
        int argument = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            JsonataParameterType type = _parameters[i];
            if (counts[i] == 0 && type.UsesContext)
            {
                complete[count++] = TakeContext(type, context, argument);
                continue;
            }

            // What JSONata itself does: for an argument that is missing before others, it takes the next one.
            for (int j = 0; j < Math.Max(1, counts[i]); j++, argument++)
            {
                JsonValue? next = argument < arguments.Length ? arguments[argument] : null;
                complete[count++] = counts[i] > 0 ? Convert(type, next, argument) : next;
            }
        }

        Array.Resize(ref complete, count);
        return complete;
    }

    private static JsonValue? TakeContext(JsonataParameterType type, JsonValue? context, int index) => Accepts(type, SymbolOf(context))
        ? context
        : throw new JsonataFailure(
            "T0411", $"Context value is not a compatible type with argument {index + 1} of function \"{JsonataFailure.FunctionName}\"");

    private static JsonValue? Convert(JsonataParameterType type, JsonValue? argument, int index)
    {
        if (type.Types != "a" || argument is null)
        {
            return argument;
        }

        if (!string.IsNullOrEmpty(type.ElementType) && !HasElements(argument, type.ElementType))
        {
            string elements = PluralOf(type.ElementType[0]);
            throw new JsonataFailure(
                "T0412", $"Argument {index + 1} of function \"{JsonataFailure.FunctionName}\" must be an array of \"{elements.Fixed()}\"");
        }

        return argument is JsonArray ? argument : new JsonArray([argument]);
    }

    private static bool HasElements(JsonValue argument, string type)
    {
        if (argument is not JsonArray array)
        {
            return type.Length == 1 && SymbolOf(argument) == type[0];
        }

        foreach (JsonValue item in array.Items)
        {
            if (SymbolOf(item) != type[0])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The failure of the first argument that no parameter takes.</summary>
    private JsonataFailure Mismatch(JsonValue?[] arguments)
    {
        int fits = 0;
        foreach (JsonataParameterType type in _parameters)
        {
            bool isTaken = fits < arguments.Length && Accepts(type, SymbolOf(arguments[fits]));
            if (!isTaken && !MayBeMissing(type))
            {
                break;
            }

            do
            {
                fits += isTaken ? 1 : 0;
                isTaken = type.IsRepeated && fits < arguments.Length && Accepts(type, SymbolOf(arguments[fits]));
            }
            while (isTaken);
        }

        return new JsonataFailure(
            "T0410", $"Argument {fits + 1} of function \"{JsonataFailure.FunctionName}\" does not match function signature");
    }

    private static bool MayBeMissing(JsonataParameterType type) => type.IsOptional || type.UsesContext;

    private static bool Accepts(JsonataParameterType type, char symbol) => type.Types switch
    {
        "x" or "a" => true,
        "j" => symbol != 'f',
        "f" => symbol == 'f',
        _ => symbol == Missing || type.Types.Contains(symbol, StringComparison.Ordinal),
    };

    private static char SymbolOf(JsonValue? value) => value?.Kind switch
    {
        null => Missing,
        JsonKind.String => 's',
        JsonKind.Number => 'n',
        JsonKind.Boolean => 'b',
        JsonKind.Null => 'l',
        JsonKind.Array => 'a',
        JsonKind.Object => 'o',
        _ => 'f',
    };

    private static string PluralOf(char symbol) => symbol switch
    {
        'a' => "arrays",
        'b' => "booleans",
        'f' => "functions",
        'n' => "numbers",
        'o' => "objects",
        's' => "strings",
        _ => "undefined",
    };
}
