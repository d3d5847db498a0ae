using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Unicode;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Input;

/// <summary>Turns the bytes of a file into text. What is no text is an error at its place; nothing is replaced in silence.</summary>
internal static class TextDecoder
{
    /// <summary>Reads UTF-8, with or without a byte order mark, and UTF-16 with one.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name.</param>
    /// <param name="problem">Why the bytes are no text; null when they are.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, string file, out Problem? problem) => bytes switch
    {
        [0xFF, 0xFE, ..] => DecodeUtf16(bytes[2..], file, isBigEndian: false, out problem),
        [0xFE, 0xFF, ..] => DecodeUtf16(bytes[2..], file, isBigEndian: true, out problem),
        [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes[3..], file, markLength: 3, out problem),
        _ => DecodeUtf8(bytes, file, markLength: 0, out problem),
    };

    /// <summary>Whether bytes begin with a byte order mark.</summary>
    public static bool HasMark(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..];

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes, string file, int markLength, out Problem? problem)
    {
        var characters = new char[bytes.Length];
        OperationStatus status = Utf8.ToUtf16(bytes, characters, out int read, out int written, replaceInvalidSequences: false);
        string text = new(characters, 0, written);
        if (status == OperationStatus.Done)
        {
            problem = null;
            return text;
        }

        string offset = (read + markLength).ToString(CultureInfo.InvariantCulture);
        problem = Problem.At(file, text, written, $"The byte 0x{bytes[read]:X2} at offset {offset} is not UTF-8. Save the file as UTF-8.");
        return null;
    }

    private static string? DecodeUtf16(ReadOnlySpan<byte> bytes, string file, bool isBigEndian, out Problem? problem)
    {
        var characters = new char[bytes.Length / 2];
        for (int i = 0; i < characters.Length; i++)
        {
            ReadOnlySpan<byte> unit = bytes.Slice(2 * i, 2);
            characters[i] = (char)(isBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(unit) : BinaryPrimitives.ReadUInt16LittleEndian(unit));
        }

        string text = new(characters);
        int fault = FindLoneSurrogate(text);
        if (fault < 0 && bytes.Length % 2 == 0)
        {
            problem = null;
            return text;
        }

        problem = fault < 0
            ? Problem.At(file, text, text.Length, "The file begins as UTF-16 and ends within a character. Save the file as UTF-8.")
            : Problem.At(file, text, fault, $"Half a character (U+{(int)text[fault]:X4}) is not UTF-16. Save the file as UTF-8.");
        return null;
    }

    private static int FindLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
