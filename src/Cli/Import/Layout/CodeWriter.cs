using System;
using System.Collections.Generic;
using System.Text;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes lines of C# at the current indentation, with <c>\n</c> everywhere.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The column at which lines begin; it moves no farther to the right than anybody could read.</summary>
    public int Column => CodeLayout.Indent * Math.Min(_depth, CodeLayout.MaxDepth);

    /// <summary>Writes a line; an empty one stays without indentation.</summary>
    public void Write(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', Column).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes several lines.</summary>
    public void Write(IEnumerable<string> lines)
    {
        foreach (string line in lines)
        {
            Write(line);
        }
    }

    /// <summary>Writes a line and opens a block under it.</summary>
    public void Open(string line)
    {
        Write(line);
        Write("{");
        _depth++;
    }

    /// <summary>Closes the innermost block.</summary>
    public void Close()
    {
        _depth--;
        Write("}");
    }

    /// <summary>The whole text.</summary>
    /// <exception cref="InvalidOperationException">A block is still open: a mistake of the importer.</exception>
    public override string ToString() => _depth == 0 ? _text.ToString() : throw new InvalidOperationException("The source has an open block.");
}
