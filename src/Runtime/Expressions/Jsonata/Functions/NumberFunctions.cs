using System;
using System.Collections.Generic;
using System.Numerics;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Pictures;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("number", static (a, _) => ToNumber(a[0]));
        bodies.Add("abs", static (a, _) => Map(a, Math.Abs));
        bodies.Add("floor", static (a, _) => Map(a, Math.Floor));
        bodies.Add("ceil", static (a, _) => Map(a, Math.Ceiling));
        bodies.Add("round", static (a, _) => a.TryGetNumber(0, out double number)
            ? Numbers.Of(Rounding.HalfToEven(number, a.Number(1) ?? 0))
            : null);
        bodies.Add("power", Power);
        bodies.Add("sqrt", SquareRoot);
        bodies.Add("formatBase", FormatBase);
        bodies.Add("formatNumber", FormatNumber);
        bodies.Add("formatInteger", static (a, _) => a.TryGetNumber(0, out double number)
            ? new JsonString(IntegerPicture.Parse(a.Text(1) ?? "").Format(Math.Floor(number)))
            : null);
        bodies.Add("parseInteger", static (a, _) => a.TryGetText(0, out string? text)
            ? IntegerPicture.Parse(a.Text(1) ?? "").Read(text) is { } number ? Numbers.Of(number) : (JsonValue)JsonNull.Instance
            : null);
        bodies.Add("sum", static (a, c) => Fold(a, c, 0, static (sum, number) => sum + number) is { } sum ? Numbers.Of(sum) : null);
        bodies.Add("max", static (a, c) => FoldAny(a, c, double.NegativeInfinity, Math.Max));
        bodies.Add("min", static (a, c) => FoldAny(a, c, double.PositiveInfinity, Math.Min));
        bodies.Add("average", static (a, c) => a[0] is JsonArray { Items: { Length: > 0 } items }
            ? Numbers.Of(Fold(a, c, 0, static (sum, number) => sum + number)!.Value / items.Length)
            : null);
    }

    private static JsonNumber? Map(JsonValue?[] arguments, Func<double, double> map) =>
        arguments.TryGetNumber(0, out double number) ? JsonNumber.Of(map(number)) : null;

    private static JsonValue? ToNumber(JsonValue? value)
    {
        switch (value)
        {
            case null or JsonNumber:
                return value;
            case JsonBoolean boolean:
                return JsonNumber.Of(boolean.Value ? 1.0 : 0.0);
            case JsonString { Value: string text } when NumberReading.Read(text) is { } number && double.IsFinite(number):
                return JsonNumber.Of(number);
            default:
                throw new JsonataFailure("D3030", $"Unable to cast value to a number: {Failures.Show(value)}");
        }
    }

    private static JsonNumber? Power(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetNumber(0, out double number))
        {
            return null;
        }

        double exponent = arguments.Number(1) ?? double.NaN;
        double result = Math.Pow(number, exponent);
        return double.IsFinite(result)
            ? JsonNumber.Of(result)
            : throw new JsonataFailure(
                "D3061",
                $"The power function has resulted in a value that cannot be represented as a JSON number: " +
                $"base={Failures.Show(number)}, exponent={Failures.Show(exponent)}");
    }

    private static JsonNumber? SquareRoot(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetNumber(0, out double number))
        {
            return null;
        }

        return number >= 0
            ? JsonNumber.Of(Math.Sqrt(number))
            : throw new JsonataFailure("D3060", $"The sqrt function cannot be applied to a negative number: {Failures.Show(number)}");
    }

    private static JsonString? FormatBase(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetNumber(0, out double number))
        {
            return null;
        }

        double radix = Rounding.HalfToEven(arguments.Number(1) ?? 10, 0);
        if (radix is < 2 or > 36)
        {
            throw new JsonataFailure(
                "D3100", $"The radix of the formatBase function must be between 2 and 36.  It was given {Failures.Show(radix)}");
        }

        number = Rounding.HalfToEven(number, 0);
        if (radix == 10)
        {
            return new JsonString(NumberText.Format(number));
        }

        var digits = new StringBuilder();
        var rest = new BigInteger(Math.Abs(number));
        do
        {
            rest = BigInteger.DivRem(rest, (int)radix, out BigInteger digit);
            digits.Insert(0, Digits[(int)digit]);
        }
        while (!rest.IsZero);

        return new JsonString((number < 0 ? "-" : "") + digits);
    }

    private static JsonString? FormatNumber(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetNumber(0, out double number))
        {
            return null;
        }

        DecimalSymbols symbols = arguments[2] is JsonObject options ? DecimalSymbols.Read(options) : DecimalSymbols.Default;
        return new JsonString(DecimalPicture.Parse(arguments.Text(1) ?? "", symbols).Format(number));
    }

    private static double? Fold(JsonValue?[] arguments, Caller caller, double start, Func<double, double, double> fold)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        caller.Run.Spend(array.Items.Length);
        foreach (JsonValue item in array.Items)
        {
            start = fold(start, ((JsonNumber)item).Finite());
        }

        return start;
    }

    private static JsonNumber? FoldAny(JsonValue?[] arguments, Caller caller, double start, Func<double, double, double> fold) =>
        arguments[0] is JsonArray { Items.Length: > 0 } ? Numbers.Of(Fold(arguments, caller, start, fold)!.Value) : null;
}
