using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata;

/// <summary>The variables of a block, of a call of a function or of a tuple, by slot.</summary>
/// <param name="run">The evaluation.</param>
/// <param name="parent">The frame around this one.</param>
/// <param name="slots">The slots, all of them empty.</param>
/// <param name="headroom">How many levels the body of the function that is running may still nest.</param>
internal sealed class Frame(Evaluation run, Frame? parent, JsonValue?[] slots, int headroom)
{
    /// <summary>Stands in a slot for a variable that was bound to nothing; an empty slot was not bound at all.</summary>
    private static readonly JsonValue s_nothing = new JsonString("");

    /// <summary>A frame within another one, in the same body.</summary>
    public Frame(Frame parent, int size)
        : this(parent.Run, parent, new JsonValue?[size], parent.Headroom)
    {
    }

    /// <summary>The frame of a call of a function whose only variables are its parameters.</summary>
    /// <param name="run">The evaluation.</param>
    /// <param name="parent">The frame that the function was defined in.</param>
    /// <param name="arguments">An argument for each parameter; the array becomes the frame's own.</param>
    /// <param name="headroom">How many levels the body may nest.</param>
    public static Frame OfArguments(Evaluation run, Frame parent, JsonValue?[] arguments, int headroom)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] ??= s_nothing;
        }

        return new Frame(run, parent, arguments, headroom);
    }

    public Evaluation Run => run;

    public Frame? Parent => parent;

    public int Headroom => headroom;

    private JsonValue?[] Slots => slots;

    public void Bind(int slot, JsonValue? value) => slots[slot] = value ?? s_nothing;

    /// <summary>Finds a variable that is bound, be it to nothing.</summary>
    public bool TryGet(int slot, out JsonValue? value)
    {
        value = slots[slot];
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
    public void CopyFrom(Frame other) => other.Slots.CopyTo(slots, 0);

    /// <summary>Takes over one slot as it is, bound or not.</summary>
    public void CopyFrom(Frame other, int from, int to)
    {
        if (other.Slots[from] is { } value)
        {
            slots[to] = value;
        }
    }
}
