using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Expressions.Jsonata.Values;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

/// <summary>Evaluates expressions and shows what comes of them: JSON, <c>nothing</c>, <c>function</c>, or an error's code.</summary>
internal sealed class JsonataHarness : EvaluationScope
{
    public const string Nothing = "nothing";
    public const string Function = "function";

    public Dictionary<string, JsonValue> Variables { get; } = [];

    public override JsonataLimits Limits => GivenLimits;

    public override JsonObject Context => JsonObject.Empty;

    public JsonataLimits GivenLimits { get; init; } = JsonataLimits.Aws;

    public override Random Random { get; } = new(17);

    public override DateTimeOffset Now { get; } = new(2024, 2, 29, 12, 30, 45, 678, TimeSpan.Zero);

    public static string Evaluate(string expression, string? input = null) => new JsonataHarness().Show(expression, input);

    public static JsonataError Fail(string expression, string? input = null)
    {
        new JsonataHarness().Run(expression, input, out JsonataError? error);
        return error.ShouldNotBeNull();
    }

    public override JsonValue? FindVariable(string name) => Variables.GetValueOrDefault(name);

    public override CauseText Locate(CauseText cause) => cause;

    public override string NewId() => "f81d4fae-7dec-41d0-a765-00a0c91e6bf6";

    public string Show(string expression, string? input = null)
    {
        JsonValue? value = Run(expression, input, out JsonataError? error);
        return error?.Code ?? (value is null ? Nothing : FunctionValue.IsIn(value) ? Function : value.ToString());
    }

    public JsonValue? Run(string expression, string? input, out JsonataError? error) =>
        JsonataProgram.Compile(JsonataParser.Parse(expression).Root.ShouldNotBeNull(expression))
            .Evaluate(input is null ? null : JsonConversion.Parse(input), this, out error);
}
