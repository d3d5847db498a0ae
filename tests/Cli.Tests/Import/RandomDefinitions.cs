using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Cli.Tests.Import;

/// <summary>Makes definitions that are right in parts and odd everywhere else: hostile names and texts, fields where they do not belong, deep nesting.</summary>
internal sealed class RandomDefinitions(int seed)
{
    private const int MaxDepth = 3;

    private static readonly string[] s_names =
    [
        "A", "B", "Check", "check", "CHECK", "Check stock", "check-stock", "CheckStock", "class", "Task", "Errors", "Variable", "Condition", "Equals", "ToString", "TaskAttribute",
        "OnFailed", "OnEntered", "Rule1", "Condition1", "1st step", "1 2", "12", "🚀", "e\u0301te\u0301", "été", "𝒜bc", "\"quoted\"", "two\nlines", "a\u2028b", "\uD800", "ß", "__x", "_",
        "record", "var", "開始", "नमस्ते", ".", "\\", "{{x}}", "$.a", "@class", "State", "State2", "PassState", "\0", "\uFEFFx", "\u202Erev", "Machine0", "All", "List`1", "a\u200Db",
        "HandleLambdaAsync", "__StateMachineDefinition", "Integrations", "Next", "ǅ", "Ⅷ", "x\u0301", "\u0301", "GET DATA", "IN_PROGRESS",
    ];

    private static readonly string[] s_texts =
    [
        "", "plain", "$.a", "$", "{% $states.input %}", " {% x %}", "{% x %} ", "{%", "{% \"a\" & 'b' %}", "{% (\n  $x := 1;\n\n  $x\n) %}", "{% a\r\n%}", "{% a\u2028b %}", "{% \"\"\" %}",
        "\"", "\"\"\"", "say \"hi\"", "back\\slash", "C:\\x\"", "tab\t", "\r", "\n", "a\r\nb", "\0", "\uD800", "\uDC00\uD800", "\u0085", "\u2029", "\uFFFF", "\uFEFF", "🚀", "${X}", "{{x}}",
        "{0}", "//", "/*", "arn:aws:states:::lambda:invoke", "arn:aws:states:::aws-sdk:s3:listBuckets", "States.ALL", "States.Timeout", "Lambda.Unknown", "FULL", "NONE", "INLINE",
        "DISTRIBUTED", "EXPRESS", "STANDARD", "JSONata", "JSONPath", "CSV", "FIRST_ROW", "2030-01-31T08:00:00Z", "a*",
        "a line that is long enough to be broken off somewhere, if only it had a place\nto break it\n  and \"quotes\"   \n", new string('x', 200),
    ];

    private static readonly string[] s_numbers =
    [
        "0", "1", "-1", "5", "-0", "1.0", "2.5", "0.0", "-0.0", "-2.50", "1e3", "1E400", "1e-400", "123456789012345678901234567890", "2147483648", "-2147483648", "9223372036854775807",
        "9223372036854775808", "-9223372036854775808", "18446744073709551616", "0.1234567890123456789", "100000000000000.5", "0.000001",
    ];

    private static readonly string[] s_payloads = ["Parameters", "Arguments", "Result", "ResultSelector", "Assign", "Output", "Credentials", "Items", "ItemSelector"];

    private static readonly string[] s_unknown = ["X", "x y", "Name", "Json", "Type2", "\"", "Tracing", "class", "\n", "Mode"];

    private readonly Random _random = new(seed);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>A definition.</summary>
    public JsonObjectSyntax Next()
    {
        _used.Clear();
        List<JsonMemberSyntax> members = Scope(depth: 0);
        AddSome(members, ["Comment", "Version", "QueryLanguage", "TimeoutSeconds", "Name", "Type", "Tracing", "Json"], 0.3);
        return Object(members);
    }

    private List<JsonMemberSyntax> Scope(int depth)
    {
        List<string> names = [];
        int count = _random.Next(depth == 0 ? 1 : 0, 5);
        for (int i = 0; i < count; i++)
        {
            string name = Pick(s_names);
            if (_used.Add(name))
            {
                names.Add(name);
            }
        }

        List<JsonMemberSyntax> members = [];
        if (Chance(0.9))
        {
            members.Add(new JsonMemberSyntax("StartAt", Target(names)));
        }

        members.Add(new JsonMemberSyntax("States", Object([.. names.Select(name => new JsonMemberSyntax(name, State(names, depth)))])));
        if (Chance(0.2))
        {
            AddSome(members, ["Comment", "X"], 0.7);
        }

        return members;
    }

    private JsonObjectSyntax State(List<string> names, int depth)
    {
        string type = Pick(["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"]);
        List<JsonMemberSyntax> members = [new("Type", Chance(0.97) ? Text(type) : Value(1))];
        AddSome(members, [.. FieldTable.States.Where(field => field.Name is not ("Type" or "Retry" or "Catch" or "Choices" or "Next" or "Default" or "End" or "Branches" or "ItemProcessor" or "Iterator")
            && !s_payloads.Contains(field.Name) && Enum.Parse<StateTypes>(type) is var set && (field.States & set) != 0).Select(field => field.Name)], 0.3);
        AddSome(members, s_payloads, 0.1);
        AddSome(members, [.. FieldTable.States.Select(field => field.Name).Where(name => name != "Type")], 0.01);
        AddSome(members, s_unknown, 0.02);
        AddMaybe(members, "Retry", 0.3, () => List(() => Entry(["IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"], null)));
        AddMaybe(members, "Catch", 0.3, () => List(() => Entry(["ResultPath", "Assign", "Output", "Comment"], names)));
        AddMaybe(members, "Next", 0.6, () => Target(names));
        AddMaybe(members, "Default", type == "Choice" ? 0.6 : 0.02, () => Target(names));
        AddMaybe(members, "End", 0.4, () => Chance(0.9) ? new JsonBooleanSyntax(true) : Value(1));
        if (type == "Choice")
        {
            AddMaybe(members, "Choices", 0.95, () => List(() => Rule(names)));
        }

        if (depth < MaxDepth && type == "Parallel")
        {
            AddMaybe(members, "Branches", 0.95, () => List(() => Chance(0.97) ? Object(Scope(depth + 1)) : Value(1)));
        }

        if (depth < MaxDepth && type == "Map")
        {
            AddMaybe(members, "ItemProcessor", 0.8, () => Processor(depth));
            AddMaybe(members, "Iterator", 0.2, () => Processor(depth));
            AddMaybe(members, "ItemReader", 0.3, () => Shaped(["Resource", "Parameters", "Arguments", "X"], "ReaderConfig", FieldTable.ReaderConfig));
            AddMaybe(members, "ItemBatcher", 0.3, () => Shaped(FieldTable.ItemBatcher, null, []));
            AddMaybe(members, "ResultWriter", 0.3, () => Shaped(["Resource", "Parameters", "Arguments"], "WriterConfig", FieldTable.WriterConfig));
        }

        return Object(members);
    }

    private JsonObjectSyntax Processor(int depth)
    {
        List<JsonMemberSyntax> members = Scope(depth + 1);
        AddMaybe(members, "ProcessorConfig", 0.5, () => Shaped(FieldTable.ProcessorConfig, null, []));
        return Object(members);
    }

    private JsonObjectSyntax Shaped(ImmutableArray<string> fields, string? config, ImmutableArray<string> configFields)
    {
        List<JsonMemberSyntax> members = [];
        AddSome(members, fields, 0.6);
        if (config is not null)
        {
            AddMaybe(members, config, 0.7, () => Shaped(configFields, null, []));
        }

        return Object(members);
    }

    private JsonObjectSyntax Entry(string[] fields, List<string>? names)
    {
        List<JsonMemberSyntax> members = [];
        AddMaybe(members, "ErrorEquals", 0.98, () => List(() => Chance(0.98) ? Text(Pick(s_texts)) : Value(1)));
        AddSome(members, fields, 0.4);
        if (names is not null)
        {
            members.Add(new JsonMemberSyntax("Next", Target(names)));
        }

        return Object(members);
    }

    private JsonSyntax Rule(List<string> names)
    {
        if (Chance(0.02))
        {
            return Value(1);
        }

        List<JsonMemberSyntax> members = [.. Condition(0).Members];
        AddSome(members, ["Comment", "Assign", "Output"], 0.15);
        AddMaybe(members, "Next", 0.98, () => Target(names));
        return Object(members);
    }

    private JsonObjectSyntax Condition(int depth)
    {
        int kind = _random.Next(depth > 4 ? 6 : 10);
        List<JsonMemberSyntax> members = kind switch
        {
            0 => [new("Condition", Chance(0.8) ? Text(Pick(s_texts)) : Value(1))],
            < 6 => Comparison(),
            6 => [new("And", List(() => Chance(0.97) ? Condition(depth + 1) : Value(1)))],
            7 => [new("Or", List(() => Condition(depth + 1)))],
            8 => [new("Not", Condition(depth + 1))],
            _ => [new("And", new JsonArraySyntax([.. Enumerable.Range(0, _random.Next(60)).Select(_ => (JsonSyntax)Object(Comparison()))]))],
        };
        if (Chance(0.05))
        {
            AddSome(members, ["Comment", "X", "Next"], 0.5);
        }

        return Object(members);
    }

    private List<JsonMemberSyntax> Comparison()
    {
        ComparisonOperator @operator = Pick([.. ComparisonOperators.All.OrderBy(static known => known.Name, StringComparer.Ordinal)]);
        JsonSyntax operand = Chance(0.05) ? Value(1) : @operator.TakesPath ? Text(Pick(s_texts)) : @operator.Family switch
        {
            ComparisonFamily.Numeric => new JsonNumberSyntax(Pick(s_numbers)),
            ComparisonFamily.Boolean or ComparisonFamily.TypeTest => new JsonBooleanSyntax(Chance(0.5)),
            _ => Text(Pick(s_texts)),
        };
        JsonMemberSyntax variable = new("Variable", Chance(0.97) ? Text(Pick(s_texts)) : Value(1));
        JsonMemberSyntax comparison = new(@operator.Name, operand);
        return Chance(0.8) ? [variable, comparison] : [comparison, variable];
    }

    private JsonSyntax Target(List<string> names) => names.Count > 0 && Chance(0.95) ? Text(Pick([.. names])) : Chance(0.5) ? Text(Pick(s_names)) : Value(1);

    private JsonArraySyntax List(Func<JsonSyntax> make) => new([.. Enumerable.Range(0, _random.Next(10) == 0 ? 0 : _random.Next(1, 4)).Select(_ => make())]);

    private JsonSyntax Value(int depth) => _random.Next(depth > 3 ? 4 : 6) switch
    {
        0 => new JsonNullSyntax(),
        1 => new JsonBooleanSyntax(Chance(0.5)),
        2 => new JsonNumberSyntax(Pick(s_numbers)),
        3 => Text(Pick(s_texts)),
        4 => new JsonArraySyntax([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1))]),
        _ => Object([.. Enumerable.Range(0, _random.Next(4)).Select(_ => new JsonMemberSyntax(Pick(Chance(0.5) ? s_names : s_texts), Value(depth + 1)))]),
    };

    private void AddSome(List<JsonMemberSyntax> members, IEnumerable<string> names, double chance)
    {
        foreach (string name in names)
        {
            AddMaybe(members, name, chance, () => Value(0));
        }
    }

    private void AddMaybe(List<JsonMemberSyntax> members, string name, double chance, Func<JsonSyntax> make)
    {
        if (Chance(chance) && !members.Exists(member => member.Name == name))
        {
            members.Add(new JsonMemberSyntax(name, make()));
        }
    }

    private static JsonObjectSyntax Object(List<JsonMemberSyntax> members) => new([.. members]);

    private static JsonStringSyntax Text(string text) => new(text);

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];

    private bool Chance(double probability) => _random.NextDouble() < probability;
}
