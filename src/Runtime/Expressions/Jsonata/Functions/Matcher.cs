using System;
using System.Text.RegularExpressions;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>
/// The matches of a pattern in a string, one after the other. A pattern is a regular expression, or a function of the expression's own that
/// describes matches as objects.
/// </summary>
internal struct Matcher
{
    private readonly string _text;
    private readonly RegexFunction? _regex;
    private readonly Caller _caller;
    private JsonValue? _described;

    public Matcher(FunctionValue pattern, string text, Caller caller)
    {
        _text = text;
        _regex = pattern as RegexFunction;
        _caller = caller;
        if (_regex is null)
        {
            _described = Check(HigherOrderFunctions.Call(pattern, caller, new JsonString(text)));
            ReadDescription();
        }
        else
        {
            Find(0);
        }
    }

    /// <summary>Whether there is a match; the other properties describe it.</summary>
    public bool IsMatch { get; private set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    public string Text { get; private set; } = "";

    public JsonValue[] Groups { get; private set; } = [];

    public void MoveNext()
    {
        if (_regex is not null)
        {
            Find(End);
            return;
        }

        var next = (_described as JsonObject)?["next"] as FunctionValue;
        _described = next is null ? null : Check(HigherOrderFunctions.Call(next, _caller));
        ReadDescription();
    }

    /// <summary>The match as an object, as functions that replace it take it.</summary>
    public readonly JsonObject Describe(string position)
    {
        var members = default(JsonObject.Builder);
        members.Set("match", new JsonString(Text));
        members.Set(position, JsonNumber.Of((double)Start));
        if (position == "start")
        {
            members.Set("end", JsonNumber.Of((double)End));
        }

        members.Set("groups", new JsonArray(Groups));
        return members.ToObject();
    }

    private void Find(int start)
    {
        Match? match = _regex!.Match(_text, start, _caller.Run);
        IsMatch = match is not null;
        if (match is null)
        {
            return;
        }

        Start = match.Index;
        End = match.Index + match.Length;
        Text = match.Value;
        var groups = new JsonValue[match.Groups.Count - 1];
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] = new JsonString(match.Groups[i + 1].Value);
        }

        Groups = groups;
    }

    private void ReadDescription()
    {
        IsMatch = _described is JsonObject;
        if (_described is not JsonObject match)
        {
            return;
        }

        Start = Offset(match["start"]);
        End = Math.Max(Start, Offset(match["end"]));
        Text = (match["match"] as JsonString)?.Value ?? _text[Start..End];
        Groups = match["groups"] is JsonArray groups ? groups.Items.ToArray() : [];
    }

    private readonly int Offset(JsonValue? value) =>
        value is JsonNumber number ? (int)Math.Clamp(number.Value, 0, _text.Length) : 0;

    private static JsonValue? Check(JsonValue? described) => described switch
    {
        null or JsonObject => described is JsonObject match
            && match["start"] is not JsonNumber && match["end"] is not JsonNumber
            && match["groups"] is not JsonArray && match["next"] is not FunctionValue
                ? throw NoDescription()
                : described,
        _ => Truth.Of(described) ? throw NoDescription() : null,
    };

    private static JsonataFailure NoDescription() => new(
        "T1010",
        $"The matcher function argument passed to function \"{JsonataFailure.FunctionName}\" does not return the correct object structure");
}
