using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using StateMachineGen.Generator.Emit;

namespace StateMachineGen.Generator.SourceMaps;

/// <summary>
/// Writes a source map: a line <c>F path</c> for each file, then for each place the number of its file, its line from 1, and the JSON Pointer of what stands there.
/// </summary>
internal sealed class SourceMapText(ProjectFolder folder)
{
    private readonly Dictionary<SyntaxTree, int> _files = [];
    private readonly StringBuilder _paths = new();
    private readonly StringBuilder _places = new();

    /// <summary>Whether nothing has a place.</summary>
    public bool IsEmpty => _places.Length == 0;

    /// <summary>
    /// Adds a place. Names of states and files may hold what would break the line; they are left out, and readers take what is around them.
    /// </summary>
    public void Add(Location location, string pointer)
    {
        if (location.SourceTree is { } tree && Literals.IsOneLine(pointer) && Literals.IsOneLine(tree.FilePath))
        {
            int line = location.GetLineSpan().StartLinePosition.Line + 1;
            _places.Append('\n').Append(Find(tree)).Append(' ').Append(line).Append(' ').Append(pointer);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _paths.ToString() + _places;

    private int Find(SyntaxTree tree)
    {
        if (!_files.TryGetValue(tree, out int file))
        {
            file = _files.Count;
            _files.Add(tree, file);
            _paths.Append(file == 0 ? "F " : "\nF ").Append(folder.Shorten(tree.FilePath));
        }

        return file;
    }
}
