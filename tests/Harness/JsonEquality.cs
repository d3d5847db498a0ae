using System;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Harness;

/// <summary>Compares JSON by its meaning: members in any order, numbers by their exact value, everything else as it is.</summary>
public static class JsonEquality
{
    /// <summary>The first difference, with its path; null when there is none.</summary>
    public static string? FindDifference(JsonSyntax expected, JsonSyntax actual, string path = "$")
    {
        switch (expected, actual)
        {
            case (JsonObjectSyntax one, JsonObjectSyntax other):
                string[] names = [.. one.Members.Concat(other.Members).Select(static member => member.Name).Distinct(StringComparer.Ordinal)];
                return names.Select(name => (one.Find(name)?.Value, other.Find(name)?.Value) switch
                {
                    (null, _) => $"{path}.{name}: added",
                    (_, null) => $"{path}.{name}: lost",
                    var (left, right) => FindDifference(left, right, path + "." + name),
                }).FirstOrDefault(static difference => difference is not null);
            case (JsonArraySyntax one, JsonArraySyntax other):
                return one.Items.Length != other.Items.Length
                    ? $"{path}: {one.Items.Length} elements became {other.Items.Length}"
                    : one.Items.Zip(other.Items).Select((pair, index) => FindDifference(pair.First, pair.Second, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")))
                        .FirstOrDefault(static difference => difference is not null);
            case (JsonNumberSyntax one, JsonNumberSyntax other):
                return Normalize(one.Text) == Normalize(other.Text) ? null : $"{path}: {one.Text} became {other.Text}";
            default:
                return JsonWriter.WriteCompact(expected) == JsonWriter.WriteCompact(actual) ? null : $"{path}: {JsonWriter.WriteCompact(expected)} became {JsonWriter.WriteCompact(actual)}";
        }
    }

    /// <summary>Sign, digits without zeros at the ends, and the power of ten.</summary>
    private static (bool IsNegative, string Digits, long Exponent) Normalize(string text)
    {
        bool isNegative = text[0] == '-';
        string[] parts = text.TrimStart('-').Split('e', 'E');
        long exponent = parts.Length > 1 ? long.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        string[] digits = parts[0].Split('.');
        string all = digits[0] + (digits.Length > 1 ? digits[1] : "");
        exponent -= digits.Length > 1 ? digits[1].Length : 0;
        string trimmed = all.TrimEnd('0');
        exponent += all.Length - trimmed.Length;
        trimmed = trimmed.TrimStart('0');
        return (isNegative, trimmed, trimmed.Length == 0 ? 0 : exponent);
    }
}
