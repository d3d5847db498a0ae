using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using StateMachineGen.CompilerServices;

namespace StateMachineGen.Testing.Coverage;

/// <summary>Knows on which line of the C# source the parts of a definition stand.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, (string File, int Line)> _places;

    private SourceMap(string root, Dictionary<string, (string File, int Line)> places)
    {
        Root = root;
        _places = places;
    }

    /// <summary>The folder of the project, which the files are relative to.</summary>
    public string Root { get; }

    /// <summary>The map of a machine's class; null when it was built without one.</summary>
    public static SourceMap? Of(Type machine) =>
        machine.GetCustomAttribute<StateMachineSourceAttribute>(inherit: false) is { } source ? Parse(source.Root, source.Map) : null;

    /// <summary>Reads a map; null when the text is none. Lines are an extra: for want of them no run fails.</summary>
    public static SourceMap? Parse(string root, string map)
    {
        List<string> files = [];
        Dictionary<string, (string File, int Line)> places = new(StringComparer.Ordinal);
        ReadOnlySpan<char> text = map;
        foreach (Range range in text.Split('\n'))
        {
            ReadOnlySpan<char> line = text[range];
            if (line.StartsWith("F "))
            {
                files.Add(line[2..].ToString());
            }
            else if (!line.IsEmpty && !TryAdd(line))
            {
                return null;
            }
        }

        return new SourceMap(root, places);

        bool TryAdd(ReadOnlySpan<char> line)
        {
            int file = line.IndexOf(' ');
            int number = file < 0 ? -1 : line[(file + 1)..].IndexOf(' ');
            if (number < 0
                || !int.TryParse(line[..file], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                || !int.TryParse(line.Slice(file + 1, number), NumberStyles.None, CultureInfo.InvariantCulture, out int lineNumber)
                || index >= files.Count)
            {
                return false;
            }

            // A payload may have two members of one name; the last one counts, as it does when the definition is read.
            places[line[(file + number + 2)..].ToString()] = (files[index], lineNumber);
            return true;
        }
    }

    /// <summary>Where a part of the definition stands, or the nearest part around it that has a place; null when none has.</summary>
    /// <param name="pointer">The part, as a JSON Pointer.</param>
    public (string File, int Line)? Find(string pointer)
    {
        for (string part = pointer; ; part = part[..part.LastIndexOf('/')])
        {
            if (_places.TryGetValue(part, out (string File, int Line) place))
            {
                return place;
            }

            if (!part.Contains('/', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }
}
