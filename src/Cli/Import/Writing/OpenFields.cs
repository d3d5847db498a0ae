using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>The fields of an object that have not found their form in C# yet. Of a name that occurs twice the last one counts; the other is reported elsewhere.</summary>
internal sealed class OpenFields
{
    private readonly Dictionary<string, JsonSyntax> _values = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public OpenFields(JsonObjectSyntax syntax)
    {
        foreach (JsonMemberSyntax member in syntax.Members)
        {
            if (!_values.ContainsKey(member.Name))
            {
                _names.Add(member.Name);
            }

            _values[member.Name] = member.Value;
        }
    }

    /// <summary>What is left, in the order of the text.</summary>
    public IEnumerable<(string Name, JsonSyntax Value)> Rest => _names.Where(_values.ContainsKey).Select(name => (name, _values[name]));

    /// <summary>Takes a field whatever it is; null when there is none.</summary>
    public JsonSyntax? Take(string name) => _values.Remove(name, out JsonSyntax? value) ? value : null;

    /// <summary>Takes a field if it has a form in C#.</summary>
    /// <param name="name">The field.</param>
    /// <param name="write">Its form, or null when it has none.</param>
    public T? Take<T>(string name, Func<JsonSyntax, T?> write)
        where T : class
    {
        if (!_values.TryGetValue(name, out JsonSyntax? value) || write(value) is not { } written)
        {
            return null;
        }

        _values.Remove(name);
        return written;
    }
}
