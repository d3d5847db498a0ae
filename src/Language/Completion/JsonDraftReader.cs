using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Completion;

/// <summary>
/// Reads JSON that is being written: whatever is missing is left out or is null, whatever is too much is passed over, and nothing is refused. On the
/// way it finds where the caret is.
/// </summary>
internal sealed class JsonDraftReader
{
    private readonly string _text;
    private readonly int _caretPosition;
    private readonly List<int> _path = [];
    private int _position;

    private JsonDraftReader(string text, int caret)
    {
        _text = text;
        _caretPosition = caret;
    }

    private JsonCaret? Caret { get; set; }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private bool IsAtEnd => _position >= _text.Length;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, any string.</param>
    /// <param name="caret">The caret's position in it.</param>
    /// <returns>What it holds, and where the caret is; no caret where nothing can be written but punctuation.</returns>
    public static (JsonSyntax Root, JsonCaret? Caret) Read(string text, int caret)
    {
        var reader = new JsonDraftReader(text, caret);
        JsonSyntax root = reader.ReadValue();
        return (root, reader.Caret);
    }

    private JsonSyntax ReadValue()
    {
        int gap = _position;
        SkipWhiteSpace();
        int start = _position;
        switch (Current)
        {
            case '{' when _path.Count < JsonParser.MaxDepth:
                return ReadObject();
            case '[' when _path.Count < JsonParser.MaxDepth:
                return ReadArray();
            case '"':
                return new JsonStringSyntax(ReadString(JsonCaretKind.Value), Since(start));
        }

        string word = ReadWord();
        if (word.Length == 0)
        {
            MarkGap(JsonCaretKind.Value, gap);
            return new JsonNullSyntax(new TextRange(start, 0));
        }

        Mark(JsonCaretKind.Value, Since(start), isQuoted: false);
        return word switch
        {
            "true" or "false" => new JsonBooleanSyntax(word == "true", Since(start)),
            "null" => new JsonNullSyntax(Since(start)),
            _ => new JsonNumberSyntax(word, Since(start)),
        };
    }

    private JsonObjectSyntax ReadObject()
    {
        int start = _position++;
        ImmutableArray<JsonMemberSyntax>.Builder members = ImmutableArray.CreateBuilder<JsonMemberSyntax>();
        bool mayBegin = true;
        while (true)
        {
            int gap = _position;
            SkipWhiteSpace();
            if (mayBegin)
            {
                MarkGap(JsonCaretKind.Name, gap);
            }

            switch (Current)
            {
                case '}':
                    _position++;
                    return new JsonObjectSyntax(members.ToImmutable(), Since(start));
                case ',':
                    _position++;
                    mayBegin = true;
                    break;
                case '"':
                    members.Add(ReadMember(members.Count));
                    mayBegin = false;
                    break;
                case '\0' when IsAtEnd:
                case ']':
                    // The bracket belongs to an array around.
                    return new JsonObjectSyntax(members.ToImmutable(), Since(start));
                default:
                    SkipWord(mayBegin ? JsonCaretKind.Name : null);
                    mayBegin = false;
                    break;
            }
        }
    }

    private JsonMemberSyntax ReadMember(int index)
    {
        int start = _position;
        string name = ReadString(JsonCaretKind.Name);
        TextRange range = Since(start);
        SkipWhiteSpace();
        if (Current != ':')
        {
            return new JsonMemberSyntax(name, new JsonNullSyntax(new TextRange(_position, 0)), range);
        }

        _position++;
        _path.Add(index);
        JsonSyntax value = ReadValue();
        _path.RemoveAt(_path.Count - 1);
        return new JsonMemberSyntax(name, value, range);
    }

    private JsonArraySyntax ReadArray()
    {
        int start = _position++;
        ImmutableArray<JsonSyntax>.Builder items = ImmutableArray.CreateBuilder<JsonSyntax>();
        while (true)
        {
            _path.Add(items.Count);
            int before = _position;
            JsonSyntax item = ReadValue();
            _path.RemoveAt(_path.Count - 1);
            // A missing element counts only where the caret is in it, since the way there leads through it.
            if (item.Range.Length > 0 || (Caret is { } caret && caret.Path.Length > _path.Count && before <= _caretPosition && _caretPosition <= _position))
            {
                items.Add(item);
            }

            SkipWhiteSpace();
            switch (Current)
            {
                case ',':
                    _position++;
                    break;
                case ']':
                    _position++;
                    return new JsonArraySyntax(items.ToImmutable(), Since(start));
                case '\0' when IsAtEnd:
                case '}':
                    return new JsonArraySyntax(items.ToImmutable(), Since(start));
                default:
                    _position += _position == before ? 1 : 0;
                    break;
            }
        }
    }

    private string ReadString(JsonCaretKind kind)
    {
        int start = ++_position;
        while (!IsAtEnd && Current is not ('"' or '\n'))
        {
            _position += Current == '\\' && _position + 1 < _text.Length && _text[_position + 1] != '\n' ? 2 : 1;
        }

        TextRange content = Since(start);
        Mark(kind, content, isQuoted: true);
        if (Current == '"')
        {
            _position++;
        }

        return UnescapedText.FromJson(_text, content).Value;
    }

    private string ReadWord()
    {
        int start = _position;
        while (!IsAtEnd && Current is not (',' or ':' or '{' or '}' or '[' or ']' or '"' or ' ' or '\t' or '\r' or '\n'))
        {
            _position++;
        }

        return _text.Substring(start, _position - start);
    }

    /// <summary>Passes over what cannot stand in an object; a word may become a name.</summary>
    private void SkipWord(JsonCaretKind? kind)
    {
        int start = _position;
        if (ReadWord().Length == 0)
        {
            _position++;
        }
        else if (kind is { } known)
        {
            Mark(known, Since(start), isQuoted: false);
        }
    }

    private void MarkGap(JsonCaretKind kind, int gap)
    {
        if (gap <= _caretPosition && _caretPosition <= _position)
        {
            Mark(kind, new TextRange(_caretPosition, 0), isQuoted: false);
        }
    }

    private void Mark(JsonCaretKind kind, TextRange range, bool isQuoted)
    {
        if (range.Start <= _caretPosition && _caretPosition <= range.End)
        {
            Caret = new JsonCaret(kind, [.. _path], range, isQuoted ? UnescapedText.FromJson(_text, range) : null);
        }
    }

    private TextRange Since(int start) => new(start, Math.Min(_position, _text.Length) - start);

    private void SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            _position++;
        }
    }
}
