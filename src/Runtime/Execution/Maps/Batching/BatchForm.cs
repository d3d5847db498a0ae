using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Maps.Batching;

/// <summary>How one map run groups its items.</summary>
internal sealed class BatchForm
{
    private const string ItemsName = "Items";

    private readonly JsonObject _frame;
    private readonly long _maxItems;
    private readonly long _maxBytes;

    /// <param name="input">What each batch gets beside its items, or null.</param>
    /// <param name="maxItems">How many items a batch has at most; 0 for any number.</param>
    /// <param name="maxBytes">How large the input of its execution is at most; 0 for what an execution takes.</param>
    public BatchForm(JsonValue? input, long maxItems, long maxBytes)
    {
        var members = default(JsonObject.Builder);
        if (input is not null)
        {
            members.Set("BatchInput", input);
        }

        members.Set(ItemsName, JsonArray.Empty);
        _frame = members.ToObject();
        _maxItems = maxItems == 0 ? long.MaxValue : maxItems;
        _maxBytes = maxBytes == 0 ? Quotas.PayloadBytes : Math.Min(maxBytes, Quotas.PayloadBytes);
    }

    public Batch Begin() => new(this);

    /// <summary>A group of items.</summary>
    internal sealed class Batch(BatchForm form)
    {
        private readonly List<JsonValue> _items = [];
        private long _size = form._frame.Size;

        public int Count => _items.Count;

        /// <summary>Takes an item, unless the batch would have too many or become too large.</summary>
        public bool TryAdd(JsonValue item)
        {
            long size = _size + item.Size + (_items.Count == 0 ? 0 : 1);
            if (_items.Count >= form._maxItems || size > form._maxBytes)
            {
                return false;
            }

            _items.Add(item);
            _size = size;
            return true;
        }

        public JsonObject ToInput() => form._frame.With(ItemsName, new JsonArray([.. _items]));
    }
}
