using System;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// Sorts by a question of an expression's own, which may fail or answer as it likes. .NET's sorts are not stable, and throw when the
/// answers contradict one another.
/// </summary>
internal static class MergeSort
{
    /// <param name="items">What is sorted in place.</param>
    /// <param name="comesAfter">Whether an item must come after one that now stands to the right of it.</param>
    public static void Sort<T>(T[] items, Func<T, T, bool> comesAfter) =>
        Sort(items.AsSpan(), new T[items.Length].AsSpan(), comesAfter);

    private static void Sort<T>(Span<T> items, Span<T> buffer, Func<T, T, bool> comesAfter)
    {
        if (items.Length < 2)
        {
            return;
        }

        int middle = items.Length / 2;
        Sort(items[..middle], buffer[..middle], comesAfter);
        Sort(items[middle..], buffer[middle..], comesAfter);
        items.CopyTo(buffer);
        int left = 0;
        int right = middle;
        for (int i = 0; i < items.Length; i++)
        {
            bool takesRight = left == middle || (right < items.Length && comesAfter(buffer[left], buffer[right]));
            items[i] = buffer[takesRight ? right++ : left++];
        }
    }
}
