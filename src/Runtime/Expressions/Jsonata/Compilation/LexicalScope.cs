using System;
using System.Collections.Generic;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <summary>The variables of a frame, known when an expression is compiled. A scope without variables has no frame.</summary>
/// <param name="parent">The scope around this one.</param>
/// <param name="isBody">Whether this is the scope of a whole expression or a function, which has a frame in any case.</param>
internal sealed class LexicalScope(LexicalScope? parent, bool isBody = false)
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    public LexicalScope? Parent => parent;

    /// <summary>The number of slots in the scope's frame.</summary>
    public int Count => _slots.Count;

    public bool HasFrame => isBody || Count > 0;

    public IReadOnlyDictionary<string, int> Slots => _slots;

    /// <summary>Gives a name a slot unless it has one.</summary>
    public int Declare(string name)
    {
        if (!_slots.TryGetValue(name, out int slot))
        {
            slot = _slots.Count;
            _slots.Add(name, slot);
        }

        return slot;
    }

    /// <summary>Everywhere that a variable of this name may be bound, from the inside out.</summary>
    public VariablePlace[] FindPlaces(string name)
    {
        List<VariablePlace> places = [];
        int hops = 0;
        for (LexicalScope? scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope._slots.TryGetValue(name, out int slot))
            {
                places.Add(new VariablePlace(hops, slot));
            }

            hops += scope.HasFrame ? 1 : 0;
        }

        return [.. places];
    }
}

/// <summary>A slot in a frame.</summary>
/// <param name="Hops">How many frames to go out from the one at hand.</param>
/// <param name="Slot">The slot.</param>
internal readonly record struct VariablePlace(int Hops, int Slot);
