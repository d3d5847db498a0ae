using System.Collections.Immutable;

namespace StateMachineGen.Language.Json;

/// <summary>Turns offsets of a text into lines and columns as editors count them.</summary>
public sealed class LineMap
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>Reads the line ends of a text: <c>\n</c>, <c>\r\n</c> and a lone <c>\r</c>.</summary>
    public LineMap(string text)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        _lineStarts = starts.ToImmutable();
    }

    /// <summary>The line and the column of an offset, both counted from 1; columns in UTF-16 units.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        int index = _lineStarts.BinarySearch(offset);
        int line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }
}
