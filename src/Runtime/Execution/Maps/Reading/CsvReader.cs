using System.Collections.Generic;
using System.IO;
using System.Text;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>
/// Reads the records of a text with delimiters: RFC 4180, with the backslash that AWS adds, which escapes itself, a quotation mark and the
/// delimiter, and vanishes before anything else. Empty lines are no records.
/// </summary>
internal sealed class CsvReader(TextReader text, char delimiter)
{
    private const int End = -1;

    private readonly StringBuilder _field = new();
    private int _line = 1;

    /// <summary>Reads the fields of the next record; false when there is none.</summary>
    public bool Read(List<string> fields)
    {
        fields.Clear();
        while (text.Peek() is '\r' or '\n')
        {
            EndLine(text.Read());
        }

        if (text.Peek() == End)
        {
            return false;
        }

        while (ReadField())
        {
            fields.Add(_field.ToString());
        }

        fields.Add(_field.ToString());
        return true;
    }

    /// <summary>Reads a field, and tells whether another one follows in the record.</summary>
    private bool ReadField()
    {
        _field.Clear();
        if (text.Peek() == '"')
        {
            text.Read();
            return ReadQuoted();
        }

        while (true)
        {
            int c = text.Read();
            if (IsEnd(c, out bool hasNext))
            {
                return hasNext;
            }

            Append((char)c);
        }
    }

    private bool ReadQuoted()
    {
        int opened = _line;
        while (true)
        {
            int c = text.Read();
            if (c == '"' && text.Peek() != '"')
            {
                break;
            }

            switch (c)
            {
                case End:
                    throw new UnreadableItemsException($"The quotation mark in line {opened} of the CSV file is never closed.");
                case '"':
                    _field.Append((char)text.Read());
                    break;
                default:
                    _line += c == '\n' ? 1 : 0;
                    Append((char)c);
                    break;
            }
        }

        return IsEnd(text.Read(), out bool hasNext)
            ? hasNext
            : throw new UnreadableItemsException($"In line {_line} of the CSV file, text follows a closing quotation mark.");
    }

    /// <summary>Whether a character ends a field; if so, whether another field follows.</summary>
    private bool IsEnd(int c, out bool hasNext)
    {
        hasNext = c == delimiter;
        if (c is '\r' or '\n')
        {
            EndLine(c);
        }

        return hasNext || c is '\r' or '\n' or End;
    }

    private void EndLine(int c)
    {
        if (c == '\r' && text.Peek() == '\n')
        {
            text.Read();
        }

        _line++;
    }

    private void Append(char c)
    {
        if (c != '\\')
        {
            _field.Append(c);
        }
        else if (text.Peek() is var next && (next is '\\' or '"' || next == delimiter))
        {
            _field.Append((char)text.Read());
        }
    }
}
