using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Json;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Eval;

/// <summary>A line of a file of cases: an expression, and what it sees.</summary>
/// <param name="Id">What the result is told apart by, as JSON.</param>
/// <param name="Language">What the expression is written in.</param>
/// <param name="Expression">The expression.</param>
/// <param name="Scope">What it sees.</param>
/// <param name="Fault">Why the line is no case, or null.</param>
internal sealed record EvalCase(string Id, QueryLanguage Language, string Expression, ExpressionScope Scope, string? Fault = null)
{
    /// <summary>Deep enough for the deepest data, and a few levels around it.</summary>
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 1024 };

    private static readonly ExpressionScope s_nothing = new();

    /// <summary>Reads a line. One that cannot be read is a case with a fault, so that the others are not stopped by it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">Its number, which stands in for a missing id.</param>
    /// <param name="usual">The language of lines that do not say theirs.</param>
    public static EvalCase Read(string line, int number, QueryLanguage usual)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        try
        {
            using JsonDocument document = JsonDocument.Parse(line, s_options);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return Faulty(id, "A case is a JSON object.");
            }

            id = Find(root, "id")?.GetRawText() ?? id;
            QueryLanguage? said = (Find(root, "language") ?? Find(root, "lang")) is { } name
                ? name.ValueKind == JsonValueKind.String ? EvalLanguages.Find(name.GetString()!) : null
                : usual;
            if (said is not { } language)
            {
                return Faulty(id, $"\"language\" must be {EvalLanguages.Names}.");
            }

            if ((Find(root, "bindings") ?? Find(root, "variables")) is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            {
                return Faulty(id, "\"bindings\" must be an object, of the variables' values by name.");
            }

            return TextOf(root, "expression", "expr") is { } expression
                ? new EvalCase(id, language, expression, ReadScope(root))
                : Faulty(id, "\"expression\" must be a string.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter is the answer to a string that is no Unicode.
            return Faulty(id, $"The line is no JSON: {Describe(line) ?? e.Message}");
        }
    }

    /// <summary>Evaluates the case and tells the outcome in a line of JSON.</summary>
    public string Run()
    {
        ExpressionResult? result = null;
        string? fault = Fault;
        if (fault is null)
        {
            try
            {
                result = EvalLanguages.Evaluate(Language, Expression, Scope);
            }
            catch (JsonException e)
            {
                fault = e.Message;
            }
            catch (Exception e)
            {
                // A fault of ours in one case must not take the results of the others.
                fault = $"This should not have happened: {e.GetType().Name}: {e.Message}";
            }
        }

        return JsonText.Write(isIndented: false, json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("id");
            json.WriteRawValue(Id, skipInputValidation: true);
            switch (result)
            {
                case { Value: { } value }:
                    json.WritePropertyName("result");
                    json.WriteRawValue(value, skipInputValidation: true);
                    break;
                case { IsUndefined: true }:
                    json.WriteBoolean("undefined", true);
                    break;
                default:
                    json.WriteString("error", result?.Error ?? "InvalidCase");
                    json.WriteString("message", result?.Message ?? fault);
                    break;
            }

            json.WriteEndObject();
        });
    }

    private static string? Describe(string line) => JsonParser.Parse(line).Error is { } error
        ? string.Create(CultureInfo.InvariantCulture, $"{error.Message}, at character {error.Range.Start + 1}.")
        : null;

    private static EvalCase Faulty(string id, string fault) => new(id, default, "", s_nothing, fault);

    private static ExpressionScope ReadScope(JsonElement root) => new()
    {
        Input = (Find(root, "input") ?? Find(root, "data"))?.GetRawText(),
        Context = Find(root, "context") is { } context ? ReadContext(context) : null,
        Variables = ReadVariables(Find(root, "bindings") ?? Find(root, "variables")),
    };

    /// <summary>A context object, or, as recordings have it, only the input of the execution in it.</summary>
    private static string ReadContext(JsonElement context) => context.ValueKind == JsonValueKind.Object && Find(context, "execution_input") is { } input
        ? $$$"""{"Execution":{"Input":{{{input.GetRawText()}}}}}"""
        : context.GetRawText();

    /// <summary>The members of an object as JSON text.</summary>
    public static IReadOnlyDictionary<string, string> ReadVariables(JsonElement? variables)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (variables is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (JsonProperty member in members.EnumerateObject())
            {
                values[member.Name.TrimStart('$')] = member.Value.GetRawText();
            }
        }

        return values;
    }

    private static string? TextOf(JsonElement root, string name, string otherName) =>
        (Find(root, name) ?? Find(root, otherName)) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Find(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value : null;
}
