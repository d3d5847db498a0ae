using System.Globalization;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Output;

/// <summary>Something that is wrong with an input or output.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column, from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record Problem(string File, int Line, int Column, string Message)
{
    /// <summary>A problem of a whole file.</summary>
    public static Problem Of(string file, string message) => new(file, 0, 0, message);

    /// <summary>A problem at an offset of a text.</summary>
    public static Problem At(string file, string text, int offset, string message)
    {
        (int line, int column) = new LineMap(text).Locate(offset);
        return new Problem(file, line, column, message);
    }

    /// <summary>The place, as compilers and editors write it.</summary>
    public string Place => Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
