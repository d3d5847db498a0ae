using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Expressions that others wrote or ran: all that is valid is read, and what is not is refused for the same reason.</summary>
public class ExpressionTests
{
    [Fact]
    public void Jsonata_is_read_or_refused_as_its_own_suite_says()
    {
        int read = 0;
        int refused = 0;
        List<string> faults = [];
        foreach (JsonElement @case in Corpus.Read("jsonata.jsonl"))
        {
            string id = @case.GetProperty("id").GetString()!;
            string expression = @case.GetProperty("expr").GetString()!;
            if (ErrorCode(@case) is { } code && code.StartsWith('S'))
            {
                refused++;
                ExpressionError? error = JsonataParser.Parse(expression).Error;
                if (error?.Code != code)
                {
                    faults.Add($"{id}: {code} was expected, not {error?.Code ?? "a tree"}: {expression}");
                }
            }
            else
            {
                read++;
                CheckReadBack(faults, id, expression, JsonataParser.Parse);
            }
        }

        faults.ShouldBeEmpty($"of {read} expressions to read and {refused} to refuse");
        read.ShouldBeGreaterThan(900);
        refused.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Expressions_that_ran_on_aws_are_read()
    {
        int intrinsics = 0;
        int jsonata = 0;
        List<string> faults = [];
        foreach (JsonElement @case in Corpus.Read("intrinsics_aws.jsonl"))
        {
            string id = @case.GetProperty("id").GetString()!;
            string expression = @case.GetProperty("expression").GetString()!;
            if (@case.GetProperty("lang").GetString() == "jsonata")
            {
                jsonata++;
                CheckReadBack(faults, id, expression, JsonataParser.Parse);
            }
            else
            {
                intrinsics++;
                CheckReadBack(faults, id, expression, IntrinsicParser.ParseFieldValue);
            }
        }

        faults.ShouldBeEmpty($"of {intrinsics} paths or calls and {jsonata} expressions in JSONata");
        (intrinsics + jsonata).ShouldBe(150);
    }

    [Theory]
    [InlineData("realworld.jsonl", 200, 20)]
    [InlineData("exec_aws.jsonl", 150, 50)]
    public void Expressions_in_definitions_are_read(string file, int leastPaths, int leastJsonata)
    {
        int paths = 0;
        int jsonata = 0;
        List<string> faults = [];
        foreach (JsonElement @case in Corpus.Read(file))
        {
            string id = @case.GetProperty("id").GetString()!;
            JsonElement definition = @case.GetProperty("definition");
            JsonElement root = definition.ValueKind == JsonValueKind.String
                ? JsonSerializer.Deserialize<JsonElement>(definition.GetString()!)
                : definition;
            foreach ((string? field, string value) in Strings(root, null))
            {
                JsonataText text = JsonataText.Read(value);
                if (text.Kind == JsonataTextKind.Expression)
                {
                    jsonata++;
                    CheckReadBack(faults, id, text.Expression, JsonataParser.Parse);
                }
                else if (field is not null && field.EndsWith(".$", StringComparison.Ordinal))
                {
                    paths++;
                    CheckReadBack(faults, id, value, IntrinsicParser.ParseFieldValue);
                }
            }
        }

        faults.ShouldBeEmpty($"of {paths} paths or calls and {jsonata} expressions in JSONata");
        paths.ShouldBeGreaterThan(leastPaths);
        jsonata.ShouldBeGreaterThan(leastJsonata);
    }

    private static void CheckReadBack<T>(List<string> faults, string id, string text, Func<string, ExpressionParseResult<T>> parse)
        where T : ExpressionSyntax
    {
        ExpressionParseResult<T> result = parse(text);
        if (result.Root is not { } root)
        {
            faults.Add($"{id}: {result.Error}: {text}");
            return;
        }

        ExpressionParseResult<T> again = parse(root.ToString());
        if (!root.Equals(again.Root))
        {
            faults.Add($"{id}: printed as {root}, which is read as {again.Root?.ToString() ?? again.Error!.ToString()}: {text}");
        }
    }

    private static string? ErrorCode(JsonElement @case)
    {
        JsonElement holder = @case.TryGetProperty("error", out JsonElement error) && error.ValueKind == JsonValueKind.Object ? error : @case;
        return holder.TryGetProperty("code", out JsonElement code) ? code.GetString() : null;
    }

    /// <summary>All strings that are evaluated somewhere; what a Pass gives as its Result is taken as it is.</summary>
    private static IEnumerable<(string? Field, string Value)> Strings(JsonElement element, string? field) => element.ValueKind switch
    {
        JsonValueKind.String => [(field, element.GetString()!)],
        JsonValueKind.Object => element.EnumerateObject()
            .Where(member => member.Name != "Result")
            .SelectMany(member => Strings(member.Value, member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Strings(item, null)),
        _ => [],
    };
}
