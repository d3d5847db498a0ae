using System;
using System.Globalization;

namespace StateMachineGen.Data;

/// <summary>The first place at which a value is not what was expected.</summary>
/// <param name="Path">The place, as a Reference Path: <c>$.orders[2].id</c>.</param>
/// <param name="Expected">What was expected there; null when nothing was.</param>
/// <param name="Actual">What is there; null when nothing is.</param>
internal sealed record JsonDifference(string Path, JsonValue? Expected, JsonValue? Actual)
{
    private const int LongestQuote = 200;

    /// <summary>The first difference; null when the values are equal as JSON.</summary>
    public static JsonDifference? Find(JsonValue expected, JsonValue actual) =>
        JsonEquality.AreEqual(expected, actual) ? null : FindBelow("$", expected, actual);

    public override string ToString() => $"at {Path}: expected {Quote(Expected)}, was {Quote(Actual)}";

    private static JsonDifference? FindBelow(string path, JsonValue expected, JsonValue actual)
    {
        switch (expected, actual)
        {
            case (JsonObject left, JsonObject right):
                for (int i = 0; i < left.Count; i++)
                {
                    string name = left.Names[i];
                    if (FindAt(Member(path, name), left.Values[i], right[name]) is { } difference)
                    {
                        return difference;
                    }
                }

                for (int i = 0; i < right.Count; i++)
                {
                    if (left[right.Names[i]] is null)
                    {
                        return new JsonDifference(Member(path, right.Names[i]), null, right.Values[i]);
                    }
                }

                return null;
            case (JsonArray left, JsonArray right):
                for (int i = 0; i < Math.Max(left.Items.Length, right.Items.Length); i++)
                {
                    string place = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                    if (FindAt(place, i < left.Items.Length ? left.Items[i] : null, i < right.Items.Length ? right.Items[i] : null) is { } difference)
                    {
                        return difference;
                    }
                }

                return null;
            default:
                return JsonEquality.AreEqual(expected, actual) ? null : new JsonDifference(path, expected, actual);
        }
    }

    private static JsonDifference? FindAt(string path, JsonValue? expected, JsonValue? actual) =>
        expected is null || actual is null ? new JsonDifference(path, expected, actual) : FindBelow(path, expected, actual);

    private static string Member(string path, string name) => name.Length > 0 && Array.TrueForAll(name.ToCharArray(), char.IsAsciiLetterOrDigit)
        ? $"{path}.{name}"
        : $"{path}['{name.Replace("'", "\\'", StringComparison.Ordinal)}']";

    private static string Quote(JsonValue? value)
    {
        if (value is null)
        {
            return "nothing";
        }

        string text = value.ToString();
        return text.Length <= LongestQuote ? text : Truncation.Cut(text, LongestQuote) + "…";
    }
}
