using System;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>The scripts' decimal digits that pictures know, each ten characters in a row.</summary>
internal static class DecimalGroups
{
    private static readonly int[] s_zeros =
    [
        0x30, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0,
        0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900,
        0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
    ];

    /// <summary>The zero of the digits that a character is one of; null for other characters.</summary>
    public static int? ZeroOf(int character)
    {
        int index = Array.BinarySearch(s_zeros, character);
        index = index >= 0 ? index : ~index - 1;
        return index >= 0 && character <= s_zeros[index] + 9 ? s_zeros[index] : null;
    }
}
