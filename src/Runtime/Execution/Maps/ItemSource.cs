using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.JsonPath;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Execution.Maps;

/// <summary>Where the items of a Map come from: what it works on, or <c>ItemsPath</c>, or JSONata's <c>Items</c>.</summary>
internal sealed class ItemSource
{
    private readonly JsonPathQuery? _path;
    private readonly Expression? _items;
    private readonly bool _isJsonata;

    private ItemSource(FieldReader fields)
    {
        _isJsonata = fields.IsJsonata;
        _path = _isJsonata ? null : fields.Path("ItemsPath");
        _items = _isJsonata ? fields.Template("Items") : null;
    }

    public static ItemSource Compile(FieldReader fields) => new(fields);

    /// <summary>The items, or null with a failure.</summary>
    public JsonArray? Read(Frame frame, JsonValue data, out Failure? failure)
    {
        failure = null;
        JsonValue? items = data;
        if (_items is not null)
        {
            items = _items.Evaluate(frame, out failure);
        }
        else if (_path is not null)
        {
            items = frame.Require(_path, out failure);
        }

        if (items is JsonArray array)
        {
            if (!_isJsonata)
            {
                frame.Trail?.See(ProcessingStep.AfterItemsPath, array);
            }

            return array;
        }

        failure ??= _items is JsonataExpression expression ? expression.UnexpectedType(frame, items!, "array") : NotIterable(frame, items!);
        return null;
    }

    private Failure NotIterable(Frame frame, JsonValue items) => _path is null
        ? Failure.Query(frame, $"Map state input must be an array but was: {items}", null)
        : Failure.Runtime(frame, $"Reference path \"{(_path.Root == PathRoot.Context ? _path.Text[1..] : _path.Text).Fixed()}\" must point to array.");
}
