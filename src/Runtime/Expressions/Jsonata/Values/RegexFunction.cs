using System.Text.RegularExpressions;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>A regular expression as a function, which gives the first match in a string as an object.</summary>
internal sealed class RegexFunction(RegexPattern pattern) : FunctionValue
{
    public override int Arity => 1;

    public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller) =>
        arguments.Length > 0 && arguments[0] is JsonString { Value: string text } ? Describe(text, 0, caller.Run) : null;

    /// <summary>The next match at an offset or after it; null when there is none.</summary>
    public Match? Match(string text, int start, Evaluation run)
    {
        if (start > text.Length)
        {
            return null;
        }

        run.Spend(1 + ((text.Length - start) >> 4));
        Match? match = pattern.Match(text, start);
        return match is { Length: 0 } ? throw new JsonataFailure("D1004", "Regular expression matches zero length string") : match;
    }

    private JsonObject? Describe(string text, int start, Evaluation run)
    {
        if (Match(text, start, run) is not { } match)
        {
            return null;
        }

        var groups = default(SequenceBuilder);
        for (int i = 1; i < match.Groups.Count; i++)
        {
            groups.Add(new JsonString(match.Groups[i].Value));
        }

        var members = default(JsonObject.Builder);
        members.Set("match", new JsonString(match.Value));
        members.Set("start", JsonNumber.Of((double)match.Index));
        members.Set("end", JsonNumber.Of((double)(match.Index + match.Length)));
        members.Set("groups", new JsonArray(groups.ToArray()));
        members.Set("next", new Next(this, text, match.Index + match.Length));
        return members.ToObject();
    }

    private sealed class Next(RegexFunction regex, string text, int start) : FunctionValue
    {
        public override int Arity => 0;

        public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller) => regex.Describe(text, start, caller.Run);
    }
}
