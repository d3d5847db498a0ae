using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Output;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Input;

/// <summary>Reads the files that are named on the command line, and tells why one cannot be read.</summary>
internal static class InputFile
{
    /// <summary>The name of the standard input among files.</summary>
    public const string StandardInput = "-";

    /// <summary>A file that never ends must not fill the memory.</summary>
    public const int MaxBytes = 64 << 20;

    /// <summary>How messages call a file.</summary>
    public static string Shown(string path) => path == StandardInput ? "<stdin>" : path;

    /// <summary>Reads a file of text.</summary>
    /// <param name="path">A path, or <see cref="StandardInput"/>.</param>
    /// <param name="standardInput">What the latter reads.</param>
    /// <param name="cancellationToken">Ends the wait for an input that does not come.</param>
    /// <returns>The text, or null with the reason.</returns>
    public static async Task<(string? Text, Problem? Problem)> ReadTextAsync(string path, Stream standardInput, CancellationToken cancellationToken)
    {
        try
        {
            byte[]? bytes;
            if (path == StandardInput)
            {
                bytes = await ReadAllAsync(standardInput, cancellationToken);
            }
            else
            {
                await using FileStream file = File.OpenRead(path);
                bytes = await ReadAllAsync(file, cancellationToken);
            }

            if (bytes is null)
            {
                return (null, Problem.Of(Shown(path), $"This is larger than {MaxBytes >> 20} MB. Is it the right file?"));
            }

            string? text = TextDecoder.Decode(bytes, Shown(path), out Problem? problem);
            return (text, problem);
        }
        catch (Exception e) when (TextFile.IsAccessFault(e))
        {
            return (null, Explain(path, e));
        }
    }

    /// <summary>Reads a file of JSON.</summary>
    /// <inheritdoc cref="ReadTextAsync"/>
    public static async Task<(string? Text, Problem? Problem)> ReadJsonAsync(string path, Stream standardInput, CancellationToken cancellationToken)
    {
        (string? text, Problem? problem) = await ReadTextAsync(path, standardInput, cancellationToken);
        return text is not null && JsonParser.Parse(text).Error is { } error
            ? (null, Problem.At(Shown(path), text, error.Range.Start, error.Message + "."))
            : (text, problem);
    }

    /// <summary>Why a file cannot be read, by what was thrown.</summary>
    public static Problem Explain(string path, Exception exception) => exception switch
    {
        _ when Directory.Exists(path) => Problem.Of(path, "This is a folder. Name a file."),
        FileNotFoundException or DirectoryNotFoundException => Problem.Of(path, "There is no such file. Check the path."),
        UnauthorizedAccessException => Problem.Of(path, "This file may not be read. Check its permissions."),
        _ => Problem.Of(path, $"This file cannot be read: {exception.Message}"),
    };

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>The bytes, or null when there are too many.</returns>
    public static async Task<byte[]?> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (true)
        {
            // A terminal cannot be interrupted while it is read: the wait for it can.
            int read = await Task.Run(() => stream.Read(buffer), cancellationToken).WaitAsync(cancellationToken);
            if (read == 0)
            {
                return bytes.ToArray();
            }

            if (bytes.Length + read > MaxBytes)
            {
                return null;
            }

            bytes.Write(buffer, 0, read);
        }
    }
}
