using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Cli.Import;

/// <summary>An attribute with its arguments, laid out in one line if it fits.</summary>
internal sealed class AttributeSource(string name)
{
    private readonly List<Argument> _arguments = [];

    /// <summary>Whether there are no arguments.</summary>
    public bool IsEmpty => _arguments.Count == 0;

    /// <summary>Adds an argument.</summary>
    public void Add(Argument argument) => _arguments.Add(argument);

    /// <summary>Adds an argument of one line.</summary>
    public void Add(string? argument, string value) => Add(new Argument(argument, value));

    /// <summary>The lines of the attribute, relative to the column at which it stands.</summary>
    public IEnumerable<string> Write(int column)
    {
        if (_arguments.Count == 0)
        {
            return ["[" + name + "]"];
        }

        int width = CodeLayout.WidthAt(column);
        if (_arguments.All(static argument => argument.Line is not null)
            && "[" + name + "(" + string.Join(", ", _arguments.Select(static argument => argument.Prefix + argument.Line)) + ")]" is var line
            && (line.Length <= width || _arguments is [{ Block: null }]))
        {
            return [line];
        }

        string start = "[" + name + "(" + string.Concat(_arguments.SkipLast(1).Select(static argument => argument.Prefix + argument.Line + ", ")) + _arguments[^1].Prefix;
        if (_arguments[^1].Block is { } block && _arguments.SkipLast(1).All(static argument => argument.Line is not null) && start.Length + 3 <= width)
        {
            string[] lines = block(width - CodeLayout.Indent);
            return [start + lines[0], .. lines[1..^1], lines[^1] + ")]"];
        }

        return WriteBroken(width - CodeLayout.Indent);
    }

    /// <summary>An argument a line.</summary>
    private List<string> WriteBroken(int width)
    {
        List<string> lines = ["[" + name + "("];
        string indent = new(' ', CodeLayout.Indent);
        for (int i = 0; i < _arguments.Count; i++)
        {
            Argument argument = _arguments[i];
            string end = i + 1 < _arguments.Count ? "," : ")]";
            if (argument.Line is { } line && (argument.Block is null || argument.Prefix.Length + line.Length + end.Length <= width))
            {
                lines.Add(indent + argument.Prefix + line + end);
                continue;
            }

            string[] block = argument.Block!(width - CodeLayout.Indent);
            lines.Add(indent + argument.Prefix + block[0]);
            lines.AddRange(block[1..^1].Select(text => text.Length == 0 ? "" : indent + text));
            lines.Add(indent + block[^1] + end);
        }

        return lines;
    }
}
