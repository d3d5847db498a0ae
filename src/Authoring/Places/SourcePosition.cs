using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace StateMachineGen.Authoring;

/// <summary>A place in the source that can be ordered: by file path, then by position.</summary>
internal readonly struct SourcePosition
{
    private readonly string? _path;
    private readonly int _start;

    public SourcePosition(SyntaxReference reference)
    {
        _path = reference.SyntaxTree.FilePath;
        _start = reference.Span.Start;
    }

    public static IComparer<SourcePosition> Comparer { get; } = Comparer<SourcePosition>.Create(static (left, right) =>
        string.CompareOrdinal(left._path, right._path) is not 0 and var byPath ? byPath : left._start.CompareTo(right._start));
}
