using System;
using System.IO;
using System.Text;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>A JSON value on each line; lines of blanks hold none.</summary>
internal sealed class JsonLinesFormat : ItemFormat
{
    public override void Read(Stream content, string source, ItemCollector items, ObjectReader reader)
    {
        using var text = new StreamReader(content, Encoding.UTF8, leaveOpen: true);
        for (int number = 1; !items.IsFull && text.ReadLine() is { } line; number++)
        {
            reader.Token.ThrowIfCancellationRequested();
            if (!string.IsNullOrWhiteSpace(line))
            {
                items.Add(JsonFormat.Parse(Encoding.UTF8.GetBytes(line), FormattableString.Invariant($"Line {number} of {source}")), source);
            }
        }
    }
}
