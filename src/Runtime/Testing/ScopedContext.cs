using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions;

namespace StateMachineGen.Testing;

/// <summary>An <see cref="ExpressionScope"/> as expressions see it.</summary>
internal sealed class ScopedContext : EvaluationScope
{
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, JsonValue> _variables = new(StringComparer.Ordinal);

    public ScopedContext(ExpressionScope scope)
    {
        Input = scope.Input is null ? null : JsonConversion.Parse(scope.Input);
        Data = Input ?? JsonObject.Empty;
        Context = scope.Context is not null && JsonConversion.Parse(scope.Context) is JsonObject context ? context : JsonObject.Empty;
        _variables[StatesName] = MakeStates();
        foreach ((string name, string value) in scope.Variables)
        {
            _variables[name] = JsonConversion.Parse(value);
        }

        Random = new Random(scope.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue));
        _clock = scope.TimeProvider;
    }

    public override JsonObject Context { get; }

    public override Random Random { get; }

    public override DateTimeOffset Now => _clock.GetUtcNow();

    public override JsonValue? FindVariable(string name) => _variables.GetValueOrDefault(name);

    public override string NewId() => RandomUuid.Next(Random);

    public override CauseText Locate(CauseText cause) => cause;

    private JsonObject MakeStates()
    {
        var states = default(JsonObject.Builder);
        states.Set("context", Context);
        if (Input is not null)
        {
            states.Set("input", Input);
        }

        return states.ToObject();
    }
}
