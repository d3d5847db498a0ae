using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>
/// A random machine of all that has spans: states of each type, branches and iterations within each other, tasks that fail,
/// are retried and caught. Names are hostile to whoever writes them into JSON or HTML.
/// </summary>
internal sealed class GeneratedMachine
{
    private const int MaxDepth = 3;

    private static readonly string[] s_names =
    [
        "</script><img onerror=alert(1)>", "\u202Eright-to-left \u0627\u0644\u062F\u0641\u0639", "\U0001F4B3\u200D\U0001F469 pay", "a \"quoted\" \\ name", "x'); DROP TABLE--",
        "{% $states.input %}", "e\u0301\u0301\u0301", "Prüfe & <Karte>", "..", "名前", "-", "null",
    ];

    private readonly Random _random;
    private int _count;

    public GeneratedMachine(int seed)
    {
        _random = new Random(seed);
        JsonObject scope = Scope(0);
        scope["QueryLanguage"] = "JSONata";
        Definition = scope.ToJsonString();
    }

    public string Definition { get; }

    /// <summary>The Task states.</summary>
    public List<string> Tasks { get; } = [];

    private JsonObject Scope(int depth)
    {
        string[] names = [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => NewName())];
        var states = new JsonObject();
        for (int i = 0; i < names.Length; i++)
        {
            JsonObject state = State(names[i], depth);
            if (i == names.Length - 1)
            {
                state["End"] = true;
            }
            else
            {
                state["Next"] = names[i + 1];
                if ((string?)state["Type"] is "Task" or "Parallel" or "Map" && _random.Next(2) == 0)
                {
                    state["Catch"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray("States.ALL"), ["Next"] = names[_random.Next(i + 1, names.Length)] });
                }
            }

            states[names[i]] = state;
        }

        return new JsonObject { ["StartAt"] = names[0], ["States"] = states };
    }

    private JsonObject State(string name, int depth)
    {
        switch (_random.Next(depth < MaxDepth ? 8 : 5))
        {
            case 0:
                return new JsonObject { ["Type"] = "Pass" };
            case 1:
                return new JsonObject { ["Type"] = "Wait", ["Seconds"] = _random.Next(0, 90) };
            case 2 or 3 or 4:
                Tasks.Add(name);
                var task = new JsonObject { ["Type"] = "Task", ["Resource"] = $"arn:aws:lambda:us-east-1:123456789012:function:work-{_random.Next(3)}", ["TimeoutSeconds"] = 20 };
                return WithRetry(task);
            case 5 or 6:
                return WithRetry(new JsonObject
                {
                    ["Type"] = "Parallel",
                    ["Branches"] = new JsonArray([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Scope(depth + 1))]),
                });
            default:
                return WithRetry(new JsonObject
                {
                    ["Type"] = "Map",
                    ["Items"] = new JsonArray([.. Enumerable.Range(0, _random.Next(0, 6)).Select(i => JsonValue.Create(i))]),
                    ["MaxConcurrency"] = _random.Next(0, 3),
                    ["ItemProcessor"] = Scope(depth + 1),
                });
        }
    }

    private JsonObject WithRetry(JsonObject state)
    {
        if (_random.Next(2) == 0)
        {
            state["Retry"] = new JsonArray(new JsonObject { ["ErrorEquals"] = new JsonArray("States.ALL"), ["IntervalSeconds"] = 1, ["MaxAttempts"] = 2 });
        }

        return state;
    }

    private string NewName() => string.Create(CultureInfo.InvariantCulture, $"{s_names[_random.Next(s_names.Length)]} {++_count}");
}
