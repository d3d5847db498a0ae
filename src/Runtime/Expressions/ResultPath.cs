using System;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Expressions;

/// <summary>A <c>ResultPath</c>: where a result goes in the state's raw input. Only the objects on the way are copied.</summary>
internal sealed class ResultPath
{
    /// <summary>The result replaces the input (<c>$</c>).</summary>
    public static readonly ResultPath Replace = new(null, isDiscarded: false);

    /// <summary>The result is dropped (null).</summary>
    public static readonly ResultPath Discard = new(null, isDiscarded: true);

    private readonly ReferencePath? _path;
    private readonly bool _isDiscarded;

    private ResultPath(ReferencePath? path, bool isDiscarded)
    {
        _path = path;
        _isDiscarded = isDiscarded;
    }

    public static ResultPath At(ReferencePath path) => path.Steps.Length == 0 ? Replace : new ResultPath(path, isDiscarded: false);

    /// <summary>The input with the result in it, or null with a failure.</summary>
    public JsonValue? Apply(JsonValue input, JsonValue result, out Failure? failure)
    {
        failure = null;
        if (_path is null)
        {
            return _isDiscarded ? input : result;
        }

        JsonValue? combined = Set(input, _path.Steps.AsSpan(), result);
        if (combined is null)
        {
            failure = Failure.ResultPathMatch(_path.Text, input);
        }

        return combined;
    }

    private static JsonValue? Set(JsonValue? target, ReadOnlySpan<PathStep> steps, JsonValue result)
    {
        if (steps.IsEmpty)
        {
            return result;
        }

        PathStep step = steps[0];
        switch (target)
        {
            case null when step.Name is not null:
                return Set(null, steps[1..], result) is { } created ? JsonObject.Empty.With(step.Name, created) : null;
            case JsonObject @object when step.Name is not null:
                return Set(@object[step.Name], steps[1..], result) is { } member ? @object.With(step.Name, member) : null;
            case JsonArray array when step.Name is null && step.Index < array.Items.Length:
                return Set(array.Items[step.Index], steps[1..], result) is { } item ? array.With(step.Index, item) : null;
            default:
                return null;
        }
    }
}
