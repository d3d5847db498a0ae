using System;
using System.Collections.Generic;
using System.Globalization;

namespace StateMachineGen.Cli.Import;

/// <summary>Names of which each is given away once.</summary>
internal sealed class NamePool(StringComparer comparer)
{
    private readonly HashSet<string> _taken = new(comparer);
    private readonly Dictionary<string, int> _lastNumbers = new(comparer);

    /// <summary>Takes a name; false when it is gone.</summary>
    public bool TryTake(string name) => _taken.Add(name);

    /// <summary>Takes a name, with a number behind it when it is gone.</summary>
    public string Take(string name, string separator = "")
    {
        if (_taken.Add(name))
        {
            return name;
        }

        if (separator.Length == 0 && char.IsDigit(name[^1]))
        {
            separator = "_";
        }

        int number = _lastNumbers.GetValueOrDefault(name, 1);
        string numbered;
        do
        {
            numbered = name + separator + (++number).ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(numbered));
        _lastNumbers[name] = number;
        return numbered;
    }
}
