using System;
using System.CommandLine.Parsing;
using System.IO;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Cli.Graph;

/// <summary>A language that pictures are written in.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Extension">What its files end with.</param>
/// <param name="Write">Writes a picture of a definition, and over it what an execution did, if one is given.</param>
internal sealed record GraphFormat(string Name, string Extension, Func<StateGraph, ExecutionMarks?, string> Write)
{
    public static GraphFormat Mermaid { get; } = new("mermaid", ".mmd", MermaidWriter.Write);

    public static GraphFormat Dot { get; } = new("dot", ".dot", DotWriter.Write);

    public static GraphFormat Svg { get; } = new("svg", ".svg", SvgWriter.Write);

    public static GraphFormat[] All { get; } = [Mermaid, Dot, Svg];

    /// <summary>The format that a file's name tells, or null.</summary>
    public static GraphFormat? OfFile(string? path) => Path.GetExtension(path)?.ToLowerInvariant() switch
    {
        ".svg" => Svg,
        ".dot" or ".gv" => Dot,
        ".mmd" or ".mermaid" => Mermaid,
        _ => null,
    };

    /// <summary>Refuses the name of a file that tells no format.</summary>
    public static void CheckFile(CommandResult result, string? path, string otherwise)
    {
        if (Path.GetExtension(path) is { Length: > 0 } extension && OfFile(path) is null)
        {
            result.AddError($"The ending '{extension}' tells no format. Give {otherwise}a name that ends with .svg, .dot or .mmd.");
        }
    }
}
