using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Cli.Import;

/// <summary>An attribute with its arguments, laid out in one line if it fits.</summary>
internal sealed class AttributeSource(string name)
{
    private readonly List<(string? Name, ValueSource Value)> _arguments = [];

    /// <summary>Whether there are no arguments.</summary>
    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>Adds an argument; one without name comes before those with.</summary>
    public void Add(string? argument, ValueSource value) => _arguments.Add((argument, value));

    /// <summary>Adds an argument if there is a value.</summary>
    public void AddIfAny(string? argument, ValueSource? value)
    {
        if (value is not null)
        {
            Add(argument, value);
        }
    }

    /// <summary>The lines of the attribute, relative to the column at which it stands.</summary>
    public IEnumerable<string> Write(int column)
    {
        if (_arguments.Count == 0)
        {
            return ["[" + name + "]"];
        }

        int width = CodeLayout.WidthAt(column);
        if (_arguments.All(static argument => argument.Value.Line is not null)
            && "[" + name + "(" + string.Join(", ", _arguments.Select(static argument => Prefix(argument.Name) + argument.Value.Line)) + ")]" is var line
            && (line.Length <= width || _arguments is [{ Value.Block: null }]))
        {
            return [line];
        }

        string start = "[" + name + "("
            + string.Concat(_arguments.SkipLast(1).Select(static argument => Prefix(argument.Name) + argument.Value.Line + ", ")) + Prefix(_arguments[^1].Name);
        if (_arguments[^1].Value.Block is { } block && _arguments.SkipLast(1).All(static argument => argument.Value.Line is not null) && start.Length + 3 <= width)
        {
            string[] lines = block(width - CodeLayout.Indent);
            return [start + lines[0], .. lines[1..^1], lines[^1] + ")]"];
        }

        return WriteBroken(width - CodeLayout.Indent);
    }

    /// <summary>The arguments below the name, as many in a line as fit; the first one with a name begins a line, and each payload has lines of its own.</summary>
    private List<string> WriteBroken(int width)
    {
        List<string> lines = ["[" + name + "("];
        string indent = new(' ', CodeLayout.Indent);
        string current = "";
        for (int i = 0; i < _arguments.Count; i++)
        {
            (string? argument, ValueSource value) = _arguments[i];
            string end = i + 1 < _arguments.Count ? "," : ")]";
            bool beginsNames = i > 0 && argument is not null && _arguments[i - 1].Name is null;
            if (value.Line is { } line && (value.Block is null || Prefix(argument).Length + line.Length + end.Length <= width))
            {
                string written = Prefix(argument) + line + end;
                if (beginsNames || value.Block is not null || current.Length + 1 + written.Length > width)
                {
                    Flush();
                }

                current += (current.Length > 0 ? " " : "") + written;
                if (value.Block is not null)
                {
                    Flush();
                }

                continue;
            }

            Flush();
            string[] block = value.Block!(width - CodeLayout.Indent);
            lines.Add(indent + Prefix(argument) + block[0]);
            lines.AddRange(block[1..^1].Select(text => text.Length == 0 ? "" : indent + text));
            lines.Add(indent + block[^1] + end);
        }

        Flush();
        return lines;

        void Flush()
        {
            if (current.Length > 0)
            {
                lines.Add(indent + current);
                current = "";
            }
        }
    }

    private static string Prefix(string? argument) => argument is null ? "" : argument + " = ";
}
