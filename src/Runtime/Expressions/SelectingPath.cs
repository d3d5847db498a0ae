using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Expressions;

/// <summary>An <c>InputPath</c> or <c>OutputPath</c>: everything, a part, or (null) an empty object.</summary>
internal readonly struct SelectingPath
{
    public static readonly SelectingPath Whole;
    public static readonly SelectingPath Nothing = new(null, isNothing: true);

    private readonly JsonPathQuery? _path;
    private readonly bool _isNothing;

    public SelectingPath(JsonPathQuery path)
        : this(path is { Root: PathRoot.Data, IsRoot: true } ? null : path, isNothing: false)
    {
    }

    private SelectingPath(JsonPathQuery? path, bool isNothing)
    {
        _path = path;
        _isNothing = isNothing;
    }

    /// <summary>What is selected of a value, or null with a failure.</summary>
    public JsonValue? Select(JsonValue value, EvaluationScope scope, out Failure? failure)
    {
        if (_path is null)
        {
            failure = null;
            return _isNothing ? JsonObject.Empty : value;
        }

        scope.Data = value;
        return scope.Require(_path, out failure);
    }
}
