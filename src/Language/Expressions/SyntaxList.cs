using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Expressions;

/// <summary>
/// An immutable list that equals another one with equal elements. <see cref="ImmutableArray{T}"/> compares the arrays' identity,
/// which would leave no two trees equal.
/// </summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public readonly struct SyntaxList<T> : IReadOnlyList<T>, IEquatable<SyntaxList<T>>
{
    private readonly ImmutableArray<T> _items;

    /// <summary>Creates a list over the elements of an array.</summary>
    public SyntaxList(ImmutableArray<T> items) => _items = items;

    /// <inheritdoc/>
    public int Count => _items.IsDefault ? 0 : _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <summary>A list over the elements of an array.</summary>
    public static implicit operator SyntaxList<T>(ImmutableArray<T> items) => new(items);

    /// <summary>Whether both lists have equal elements in the same order.</summary>
    public static bool operator ==(SyntaxList<T> left, SyntaxList<T> right) => left.Equals(right);

    /// <summary>Whether the lists differ.</summary>
    public static bool operator !=(SyntaxList<T> left, SyntaxList<T> right) => !left.Equals(right);

    /// <summary>The elements as an array.</summary>
    public ImmutableArray<T> ToImmutableArray() => _items.IsDefault ? ImmutableArray<T>.Empty : _items;

    /// <inheritdoc/>
    public bool Equals(SyntaxList<T> other) => ToImmutableArray().SequenceEqual(other.ToImmutableArray());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SyntaxList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (T item in ToImmutableArray())
        {
            hash = unchecked((hash * 31) + (item?.GetHashCode() ?? 0));
        }

        return hash;
    }

    /// <summary>Enumerates the elements without allocating.</summary>
    public ImmutableArray<T>.Enumerator GetEnumerator() => ToImmutableArray().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)ToImmutableArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)ToImmutableArray()).GetEnumerator();
}
