using System;
using System.IO;
using System.Security;
using System.Text;
using System.Threading;

namespace StateMachineGen.Cli.Output;

/// <summary>Writes files: UTF-8 without byte order mark, each all or nothing.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Held while a file is written, so that a program that is interrupted ends after the file and not within it.</summary>
    private static readonly Lock s_writing = new();

    /// <summary>Writes a text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Keeps the file from being begun; what is begun is written to its end.</param>
    /// <returns>Null, or why the file cannot be written.</returns>
    public static Problem? Write(string path, string text, CancellationToken cancellationToken)
    {
        lock (s_writing)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return WriteWhole(path, text);
        }
    }

    /// <summary>Waits for the file that is being written. After a cancellation no other is begun.</summary>
    public static void Settle()
    {
        lock (s_writing)
        {
        }
    }

    private static Problem? WriteWhole(string path, string text)
    {
        try
        {
            // A link stays a link, and what it leads to is written.
            var file = new FileInfo(path);
            string target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (IsDevice(target))
            {
                File.WriteAllText(target, text, s_encoding);
            }
            else
            {
                Replace(target, text);
            }

            return null;
        }
        catch (Exception e) when (IsAccessFault(e))
        {
            return Problem.Of(path, $"This file cannot be written: {e.Message}");
        }
    }

    /// <summary>Whether an exception says that a file cannot be read or written; <see cref="ArgumentException"/> is thrown for impossible paths.</summary>
    public static bool IsAccessFault(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException;

    private static void Replace(string path, string text)
    {
        string temporary = path + "." + Path.GetRandomFileName();
        try
        {
            File.WriteAllText(temporary, text, s_encoding);
            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>What stands there is written to and must not be replaced: /dev/stdout, /dev/null.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));
}
