using System;
using System.Buffers;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps.Writing;

/// <summary>A file of results while it is made: a JSON array, or a value on each line.</summary>
internal sealed class ResultFile(bool isLines)
{
    private readonly ArrayBufferWriter<byte> _content = new();

    public int Size => _content.WrittenCount;

    public void Add(JsonValue result)
    {
        if (!isLines)
        {
            _content.Write(Size == 0 ? "["u8 : ","u8);
        }

        result.Read(utf8 =>
        {
            _content.Write(utf8.Span);
            return true;
        });
        if (isLines)
        {
            _content.Write("\n"u8);
        }
    }

    /// <summary>Ends the file.</summary>
    public ReadOnlyMemory<byte> End()
    {
        if (!isLines)
        {
            _content.Write("]"u8);
        }

        return _content.WrittenMemory;
    }
}
