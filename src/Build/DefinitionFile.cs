using System;
using System.IO;
using System.Linq;
using System.Text;

namespace StateMachineGen.Build;

/// <summary>Reads and writes files of text: UTF-8 without byte order mark, each write all or nothing.</summary>
internal static class DefinitionFile
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether an exception says that a file cannot be read or written.</summary>
    /// <remarks><see cref="ArgumentException"/> covers text that is no Unicode and paths that the system refuses.</remarks>
    public static bool IsAccessFault(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>Writes the text unless the file already holds it, byte for byte.</summary>
    /// <returns>Whether the file was written.</returns>
    public static bool WriteIfChanged(string path, string text)
    {
        byte[] bytes = s_encoding.GetBytes(text);
        if (File.Exists(path) && File.ReadAllBytes(path).SequenceEqual(bytes))
            return false;

        Write(path, bytes);
        return true;
    }

    /// <summary>Writes the text whatever the file holds, so that its time says when.</summary>
    public static void Write(string path, string text) => Write(path, s_encoding.GetBytes(text));

    /// <summary>Reads a text with <c>\n</c> newlines: a checkout may have made them <c>\r\n</c>, and an editor may have added a byte order mark.</summary>
    public static string ReadNormalized(string path) => File.ReadAllText(path, Encoding.UTF8).Replace("\r\n", "\n");

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = path + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllBytes(temporary, bytes);
            if (File.Exists(path))
                File.Replace(temporary, path, destinationBackupFileName: null);
            else
                File.Move(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
