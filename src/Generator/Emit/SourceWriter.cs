using System;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace StateMachineGen.Generator.Emit;

/// <summary>
/// Writes C# that looks as it is written here: text of one or several lines is put at the current indentation. Newlines
/// are always <c>\n</c>, because some of the text becomes the value of a string literal.
/// </summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines; blank ones stay without indentation.</summary>
    public void Write(string lines)
    {
        int start = 0;
        while (start <= lines.Length)
        {
            int end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            int length = end > start && lines[end - 1] == '\r' ? end - start - 1 : end - start;
            if (length > 0)
            {
                _text.Append(' ', 4 * _depth).Append(lines, start, length);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes a raw literal of a text, and what follows its quotes.</summary>
    public void WriteRaw(string text, string end)
    {
        string quotes = Literals.RawQuotes(text);
        Write(quotes);
        Write(text);
        Write(quotes + end);
    }

    /// <summary>Writes a blank line.</summary>
    public void WriteBlank() => _text.Append('\n');

    /// <summary>Writes a line and opens a block under it.</summary>
    public void Open(string line)
    {
        Write(line);
        Open();
    }

    /// <summary>Opens a block.</summary>
    public void Open()
    {
        Write("{");
        _depth++;
    }

    /// <summary>Closes the innermost block.</summary>
    public void Close()
    {
        _depth--;
        Write("}");
    }

    /// <summary>Indents what follows, until <see cref="Outdent"/>.</summary>
    public void Indent() => _depth++;

    /// <summary>Ends <see cref="Indent"/>.</summary>
    public void Outdent() => _depth--;

    /// <summary>The whole text.</summary>
    /// <exception cref="InvalidOperationException">A block is still open: a mistake of the emitter.</exception>
    public SourceText ToSourceText() => _depth == 0
        ? SourceText.From(_text.ToString(), Encoding.UTF8)
        : throw new InvalidOperationException("The generated source has an open block.");
}
