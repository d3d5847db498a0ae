using System;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Generator.SourceMaps;

/// <summary>
/// The folder of a project. The compiler runs in it, and knows what its path is mapped to (<c>PathMap</c>), so that a deterministic build shows no path of the machine
/// that it ran on.
/// </summary>
internal sealed class ProjectFolder
{
    private static readonly char[] s_separators = ['/', '\\'];

    private readonly SourceReferenceResolver? _resolver;
    private readonly string[] _segments;

    public ProjectFolder(SourceReferenceResolver? resolver)
    {
        _resolver = resolver;
        // The mapping is one of folders, which end with a separator.
        Path = (resolver as SourceFileResolver)?.BaseDirectory is { } folder ? Map(folder.TrimEnd(s_separators) + "/") : "";
        _segments = Split(Path);
    }

    /// <summary>The folder as the build maps it, with a separator at its end; empty when the compiler does not know it.</summary>
    public string Path { get; }

    /// <summary>
    /// The path of a file, with forward slashes: from the folder on, by way of <c>..</c> when it lies beside; the whole path when the two have no folder in common.
    /// </summary>
    public string Shorten(string file)
    {
        string path = Map(file);
        string[] segments = Split(path);
        int common = 0;
        while (common < _segments.Length && common < segments.Length - 1 && _segments[common] == segments[common])
        {
            common++;
        }

        return Path.Length == 0 || (common == 0 && _segments.Length > 0)
            ? path.Replace('\\', '/')
            : string.Join("/", Enumerable.Repeat("..", _segments.Length - common).Concat(segments.Skip(common)));
    }

    private string Map(string path) => _resolver?.NormalizePath(path, baseFilePath: null) ?? path;

    private static string[] Split(string path) => path.Split(s_separators, StringSplitOptions.RemoveEmptyEntries);
}
