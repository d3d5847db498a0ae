using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Compares with what was recorded on AWS: texts that differ from run to run were replaced by tokens there.</summary>
internal sealed class Recording
{
    private static readonly string[] s_tokens = ["date", "timestamp", "datetime", "snf_role_arn"];

    private readonly HashSet<string> _words;

    public Recording(JsonElement @case)
    {
        _words = [.. s_tokens];
        if (@case.TryGetProperty("wildcard_tokens", out JsonElement words))
        {
            _words.UnionWith(words.EnumerateArray().Select(word => word.GetString()!));
        }
    }

    /// <summary>Whether an actual value is the expected one.</summary>
    public bool Matches(JsonElement expected, JsonElement actual)
    {
        if (expected.ValueKind == JsonValueKind.String)
        {
            return MatchesText(expected.GetString()!, actual);
        }

        if (expected.ValueKind != actual.ValueKind)
        {
            return false;
        }

        return expected.ValueKind switch
        {
            JsonValueKind.Object => expected.EnumerateObject().Count() == actual.EnumerateObject().Count()
                && expected.EnumerateObject().All(each => actual.TryGetProperty(each.Name, out JsonElement value) && Matches(each.Value, value)),
            JsonValueKind.Array => expected.GetArrayLength() == actual.GetArrayLength()
                && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(pair => Matches(pair.First, pair.Second)),
            JsonValueKind.Number => expected.GetDouble().Equals(actual.GetDouble()),
            _ => true,
        };
    }

    private bool MatchesText(string expected, JsonElement actual)
    {
        // A token may stand for a value of any type: a timestamp that was a number, a whole input.
        if (_words.Contains(expected) || Regex.IsMatch(expected, "^<[^<>]+>$"))
        {
            return true;
        }

        if (actual.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        string pattern = Regex.Replace(Regex.Escape(expected), "<[^<>]+>", ".*");
        foreach (string word in _words)
        {
            pattern = Regex.Replace(pattern, $@"(?<!\w){Regex.Escape(Regex.Escape(word))}(?!\w)", ".*");
        }

        return Regex.IsMatch(actual.GetString()!, $"^{pattern}$", RegexOptions.Singleline);
    }
}
