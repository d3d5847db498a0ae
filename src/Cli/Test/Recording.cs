using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace StateMachineGen.Cli.Test;

/// <summary>
/// Compares values with what a case expects, in which texts that differ from run to run may be tokens: <c>&lt;name&gt;</c> and
/// <c>&lt;name:1&gt;</c> stand for one text in the whole case, bare words such as <c>date</c> for any.
/// </summary>
internal sealed class Recording
{
    private const string Token = @"<\w[\w.-]*(:\d+)?>";
    private static readonly string[] s_words = ["date", "timestamp", "datetime", "snf_role_arn"];

    private readonly Dictionary<string, string> _meanings = [];
    private readonly Regex _wildcard;

    public Recording(JsonElement @case)
    {
        IEnumerable<string> words = s_words;
        if (CaseMember.Find(@case, "wildcard_tokens", JsonValueKind.Array) is { } more)
        {
            words = words.Concat(more.EnumerateArray().Select(ReadWord));
        }

        // The longest word that stands somewhere is the one that is meant.
        string any = string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape));
        _wildcard = new Regex($@"(?<!\w)(?:{any})(?!\w)|(?<token>{Token})", RegexOptions.CultureInvariant);
    }

    /// <summary>Whether an actual value is the expected one. The order of members does not count, and numbers are equal by value.</summary>
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
            JsonValueKind.Object => expected.GetPropertyCount() == actual.GetPropertyCount() - CountAddedSince(expected, actual)
                && expected.EnumerateObject().All(each => actual.TryGetProperty(each.Name, out JsonElement value) && Matches(each.Value, value)),
            JsonValueKind.Array => expected.GetArrayLength() == actual.GetArrayLength()
                && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(pair => Matches(pair.First, pair.Second)),
            JsonValueKind.Number => expected.GetDouble().Equals(actual.GetDouble()),
            _ => true,
        };
    }

    /// <summary>Whether a text is the expected one.</summary>
    public bool MatchesText(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        Match wildcard = _wildcard.Match(expected);
        if (!wildcard.Success)
        {
            return false;
        }

        var tokens = new List<string>();
        var pattern = new StringBuilder("^");
        int end = 0;
        for (; wildcard.Success; wildcard = wildcard.NextMatch())
        {
            pattern.Append(Regex.Escape(expected[end..wildcard.Index])).Append(PatternOf(wildcard, tokens));
            end = wildcard.Index + wildcard.Length;
        }

        pattern.Append(Regex.Escape(expected[end..])).Append('$');
        return Bind(pattern.ToString(), tokens, actual);
    }

    /// <summary>The Execution of a context object has a RedriveCount since November 2023, which older recordings do not know.</summary>
    private static int CountAddedSince(JsonElement expected, JsonElement actual) =>
        actual.TryGetProperty("RedriveCount", out _) && !expected.TryGetProperty("RedriveCount", out _) && expected.TryGetProperty("StartTime", out _) ? 1 : 0;

    /// <summary>A token may also stand for a value of another type: a timestamp that was a number, a whole input.</summary>
    private bool MatchesText(string expected, JsonElement actual) =>
        actual.ValueKind == JsonValueKind.String
            ? MatchesText(expected, actual.GetString()!)
            : _wildcard.Match(expected).Length == expected.Length && expected.Length > 0 && MatchesText(expected, actual.GetRawText());

    private static string ReadWord(JsonElement word) => word.ValueKind == JsonValueKind.String && word.GetString() is { Length: > 0 } text
        ? text
        : throw new JsonException("Each of \"wildcard_tokens\" must be a string that is not empty.");

    private string PatternOf(Match wildcard, List<string> tokens)
    {
        if (!wildcard.Groups["token"].Success)
        {
            return ".*";
        }

        // What a mock answers holds the token itself.
        string token = wildcard.Value;
        if (_meanings.TryGetValue(token, out string? meaning))
        {
            return $"(?:{Regex.Escape(meaning)}|{Regex.Escape(token)})";
        }

        int known = tokens.IndexOf(token);
        if (known >= 0)
        {
            return $@"\k<t{known}>";
        }

        tokens.Add(token);
        return $"(?<t{tokens.Count - 1}>.*)";
    }

    private bool Bind(string pattern, List<string> tokens, string actual)
    {
        Match match;
        try
        {
            match = Regex.Match(actual, pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeout: System.TimeSpan.FromSeconds(2));
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }

        for (int i = 0; i < tokens.Count && match.Success; i++)
        {
            string meaning = match.Groups[$"t{i}"].Value;
            if (meaning != tokens[i])
            {
                _meanings[tokens[i]] = meaning;
            }
        }

        return match.Success;
    }
}
