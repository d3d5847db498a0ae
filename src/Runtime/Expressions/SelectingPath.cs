using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Expressions;

/// <summary>An <c>InputPath</c> or <c>OutputPath</c>: everything, a part, or (null) an empty object.</summary>
internal readonly struct SelectingPath
{
    public static readonly SelectingPath Whole;
    public static readonly SelectingPath Nothing = new(null, isNothing: true);

    private readonly ReferencePath? _path;
    private readonly bool _isNothing;

    public SelectingPath(ReferencePath path)
        : this(path.Steps.Length == 0 && path.Root == PathRoot.Data ? null : path, isNothing: false)
    {
    }

    private SelectingPath(ReferencePath? path, bool isNothing)
    {
        _path = path;
        _isNothing = isNothing;
    }

    /// <summary>The selected value, or null with a failure.</summary>
    public JsonValue? Select(JsonValue value, Frame frame, out Failure? failure)
    {
        failure = null;
        if (_path is null)
        {
            return _isNothing ? JsonObject.Empty : value;
        }

        JsonValue? selected = _path.Select(value, frame);
        if (selected is null)
        {
            failure = Failure.Runtime(frame, _path.DescribeMissing(value, frame));
        }

        return selected;
    }
}
