using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Cli.Test;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Expressions.Jsonata.Values;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Expressions are evaluated as JSONata's own suite says, and as AWS did.</summary>
public class JsonataTests
{
    [Fact]
    public void Jsonatas_own_suite_passes()
    {
        int count = 0;
        List<string> faults = [];
        foreach (JsonElement @case in Corpus.Read("jsonata.jsonl"))
        {
            string id = @case.GetProperty("id").GetString()!;
            if (!JsonataExclusions.Reasons.ContainsKey(id))
            {
                count++;
                if (Check(@case) is { } fault)
                {
                    faults.Add($"{id}: {fault}: {@case.GetProperty("expr")}");
                }
            }
        }

        faults.ShouldBeEmpty($"{faults.Count} of {count}");
        count.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Excluded_cases_do_fail()
    {
        foreach (JsonElement @case in Corpus.Read("jsonata.jsonl"))
        {
            if (JsonataExclusions.Reasons.TryGetValue(@case.GetProperty("id").GetString()!, out string? reason))
            {
                Check(@case).ShouldNotBeNull($"{@case.GetProperty("id")} is excluded: {reason}");
            }
        }
    }

    [Fact]
    public void What_ran_on_aws_gives_the_same_here()
    {
        int count = 0;
        List<string> faults = [];
        foreach (JsonElement @case in Corpus.Read("intrinsics_aws.jsonl"))
        {
            // Variables and the context object are not in the recordings; the executions that they are from test those.
            if (@case.GetProperty("lang").GetString() != "jsonata"
                || @case.GetProperty("flags").GetArrayLength() > 0
                || !@case.TryGetProperty("expected", out JsonElement expected))
            {
                continue;
            }

            count++;
            var states = default(JsonObject.Builder);
            states.Set("input", JsonConversion.Parse(@case.GetProperty("input").GetRawText()));
            var environment = new SuiteEnvironment(JsonataLimits.Aws) { Variables = { ["states"] = states.ToObject() } };
            string expression = @case.GetProperty("expression").GetString()!;
            JsonValue? value = Evaluate(expression, null, environment, out string? code);
            if (value is null || !new Recording(@case).Matches(expected, JsonSerializer.Deserialize<JsonElement>(value.ToString())))
            {
                faults.Add($"{@case.GetProperty("id")}: {code ?? value?.ToString() ?? "nothing"} instead of {expected}: {expression}");
            }
        }

        faults.ShouldBeEmpty();
        count.ShouldBeGreaterThan(15);
    }

    /// <summary>What differs from what a case expects, or null.</summary>
    private static string? Check(JsonElement @case)
    {
        var environment = new SuiteEnvironment(LimitsOf(@case));
        if (@case.TryGetProperty("bindings", out JsonElement bindings))
        {
            foreach (JsonProperty binding in bindings.EnumerateObject())
            {
                environment.Variables.Add(binding.Name, JsonConversion.Parse(binding.Value.GetRawText()));
            }
        }

        JsonValue? input = @case.GetProperty("has_data").GetBoolean() ? JsonConversion.Parse(@case.GetProperty("data").GetRawText()) : null;
        JsonValue? value = Evaluate(@case.GetProperty("expr").GetString()!, input, environment, out string? code);
        if (ExpectedCode(@case) is { } expectedCode)
        {
            return code == expectedCode ? null : $"{code ?? Show(value)} instead of error {expectedCode}";
        }

        if (code is not null)
        {
            return $"error {code}";
        }

        if (!@case.TryGetProperty("result", out JsonElement expected))
        {
            return value is null ? null : $"{Show(value)} instead of nothing";
        }

        bool isUnordered = @case.TryGetProperty("unordered", out JsonElement unordered) && unordered.GetBoolean();
        return value is not null && AreEqual(expected, JsonSerializer.Deserialize<JsonElement>(value.ToString()), isUnordered)
            ? null
            : $"{Show(value)} instead of {expected}";
    }

    private static JsonataLimits LimitsOf(JsonElement @case) =>
        new(@case.TryGetProperty("depth", out JsonElement depth) ? depth.GetInt32() : 1000, 100_000_000, long.MaxValue);

    private static JsonValue? Evaluate(string expression, JsonValue? input, EvaluationScope environment, out string? code)
    {
        ExpressionParseResult<JsonataSyntax> parsed = JsonataParser.Parse(expression);
        if (parsed.Root is null)
        {
            code = parsed.Error!.Code;
            return null;
        }

        JsonValue? value = JsonataProgram.Compile(parsed.Root).Evaluate(input, environment, out JsonataError? error);
        code = error?.Code;
        return value;
    }

    private static string? ExpectedCode(JsonElement @case)
    {
        if (@case.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object)
        {
            return error.GetProperty("code").GetString();
        }

        return @case.TryGetProperty("code", out JsonElement code) ? code.GetString() : null;
    }

    private static bool AreEqual(JsonElement expected, JsonElement actual, bool isUnordered)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            return false;
        }

        switch (expected.ValueKind)
        {
            case JsonValueKind.Number:
                return expected.GetDouble().Equals(actual.GetDouble());
            case JsonValueKind.String:
                return expected.GetString() == actual.GetString();
            case JsonValueKind.Array:
                List<JsonElement> left = [.. expected.EnumerateArray()];
                List<JsonElement> right = [.. actual.EnumerateArray()];
                return left.Count == right.Count && (isUnordered
                    ? left.All(item => right.Any(other => AreEqual(item, other, false)))
                    : left.Zip(right).All(pair => AreEqual(pair.First, pair.Second, false)));
            case JsonValueKind.Object:
                return expected.EnumerateObject().Count() == actual.EnumerateObject().Count()
                    && expected.EnumerateObject().All(each =>
                        actual.TryGetProperty(each.Name, out JsonElement value) && AreEqual(each.Value, value, isUnordered));
            default:
                return true;
        }
    }

    private static string Show(JsonValue? value) => value is null ? "nothing" : FunctionValue.IsIn(value) ? "a function" : value.ToString();

    private sealed class SuiteEnvironment(JsonataLimits limits) : EvaluationScope
    {
        public Dictionary<string, JsonValue> Variables { get; } = [];

        public override JsonataLimits Limits => limits;

        public override JsonObject Context => JsonObject.Empty;

        public override Random Random { get; } = new(1);

        public override DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

        public override JsonValue? FindVariable(string name) => Variables.GetValueOrDefault(name);

        public override CauseText Locate(CauseText cause) => cause;

        public override string NewId() => "00000000-0000-4000-8000-000000000000";
    }
}
