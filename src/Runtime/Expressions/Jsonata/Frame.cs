using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>The variables of a block, of a call of a function or of a tuple, by slot.</summary>
/// <param name="run">The evaluation.</param>
/// <param name="parent">The frame around this one.</param>
/// <param name="size">The number of slots.</param>
/// <param name="headroom">How many levels the body of the function that is running may still nest.</param>
internal sealed class Frame(Evaluation run, Frame? parent, int size, int headroom)
{
    /// <summary>Stands in a slot for a variable that was bound to nothing; an empty slot was not bound at all.</summary>
    private static readonly JsonValue s_nothing = new JsonString("");

    private readonly JsonValue?[] _slots = new JsonValue?[size];

    /// <summary>A frame within another one, in the same body.</summary>
    public Frame(Frame parent, int size)
        : this(parent.Run, parent, size, parent.Headroom)
    {
    }

    public Evaluation Run => run;

    public Frame? Parent => parent;

    public int Headroom => headroom;

    public void Bind(int slot, JsonValue? value) => _slots[slot] = value ?? s_nothing;

    /// <summary>Finds a variable that is bound, be it to nothing.</summary>
    public bool TryGet(int slot, out JsonValue? value)
    {
        value = _slots[slot];
        if (value is null)
        {
            return false;
        }

        if (value == s_nothing)
        {
            value = null;
        }

        return true;
    }

    /// <summary>Takes over what is bound in a frame of the same layout.</summary>
    public void CopyFrom(Frame other) => other._slots.CopyTo(_slots, 0);

    /// <summary>Takes over one slot as it is, bound or not.</summary>
    public void CopyFrom(Frame other, int from, int to)
    {
        if (other._slots[from] is { } value)
        {
            _slots[to] = value;
        }
    }
}
