using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Maps.Batching;

/// <summary>How items are grouped, so that one execution handles several (<c>ItemBatcher</c>).</summary>
internal sealed class ItemBatcherPlan
{
    private readonly Expression? _input;
    private readonly NumberField? _maxItems;
    private readonly NumberField? _maxBytes;

    private ItemBatcherPlan(FieldReader fields)
    {
        _input = fields.Template("BatchInput");
        _maxItems = NumberField.Compile(fields, "MaxItemsPerBatch", 0, long.MaxValue);
        _maxBytes = NumberField.Compile(fields, "MaxInputBytesPerBatch", 0, Quotas.PayloadBytes);
    }

    /// <summary>Reads the field of a state; null when there is none.</summary>
    public static ItemBatcherPlan? Compile(FieldReader state)
    {
        if (state.Nested("ItemBatcher") is not { } fields)
        {
            return null;
        }

        var plan = new ItemBatcherPlan(fields);
        fields.Finish();
        return plan;
    }

    /// <summary>Works out how to group, or gives null with a failure.</summary>
    public BatchForm? Prepare(Frame frame, out Failure? failure)
    {
        failure = null;
        JsonValue? input = _input?.Evaluate(frame, out failure);
        double items = failure is not null || _maxItems is null ? 0 : _maxItems.Read(frame, out failure);
        double bytes = failure is not null || _maxBytes is null ? 0 : _maxBytes.Read(frame, out failure);
        return failure is not null ? null : new BatchForm(input, (long)items, (long)bytes);
    }
}
