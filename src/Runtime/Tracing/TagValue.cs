using System;
using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace StateMachineGen.Tracing;

/// <summary>
/// Copies the value of a tag, which may be any object of the user's, into what JSON can say: null, text, a boolean, a
/// number (<see cref="long"/>, <see cref="decimal"/> or <see cref="double"/>) or an array of these.
/// </summary>
internal static class TagValue
{
    /// <summary>How many elements of a tag are kept, in all its arrays: a collection of the user's may have no end, or contain itself.</summary>
    private const int MaxElements = 1000;
    private const int MaxDepth = 4;

    /// <summary>The copy. What throws when it is read becomes null.</summary>
    public static object? Copy(object? value)
    {
        int left = MaxElements;
        return Copy(value, 0, ref left);
    }

    /// <summary>Writes a copied value; a number that JSON cannot say becomes its name.</summary>
    public static void Write(Utf8JsonWriter json, object? copy)
    {
        switch (copy)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double number:
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case ImmutableArray<object?> elements:
                json.WriteStartArray();
                foreach (object? element in elements)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static object? Copy(object? value, int depth, ref int left)
    {
        try
        {
            return Convert(value, depth, ref left);
        }
#pragma warning disable CA1031 // Whatever the user's object throws; the span must not suffer for it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private static object? Convert(object? value, int depth, ref int left) => value switch
    {
        null or string or bool or long or decimal => value,
        sbyte or byte or short or ushort or int or uint => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => (decimal)number,
        // Written as it reads: 0.1f is 0.1 and not 0.10000000149.
        float number when float.IsFinite(number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        float number => (double)number,
        double => value,
        IEnumerable elements when depth < MaxDepth => CopyElements(elements, depth + 1, ref left),
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static ImmutableArray<object?> CopyElements(IEnumerable elements, int depth, ref int left)
    {
        ImmutableArray<object?>.Builder copies = ImmutableArray.CreateBuilder<object?>();
        foreach (object? element in elements)
        {
            if (left == 0)
            {
                break;
            }

            left--;
            copies.Add(Copy(element, depth, ref left));
        }

        return copies.ToImmutable();
    }
}
