using System.Collections.Generic;
using StateMachineGen.Expressions.Jsonata.Functions;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Compilation;

/// <summary>The names in an expression that it need not bind itself, each with a number.</summary>
internal sealed class ExternalNames
{
    private readonly List<string> _names = [];
    private readonly List<NativeFunction?> _functions = [];

    public int Count => _names.Count;

    public string NameOf(int index) => _names[index];

    /// <summary>The function of the library that has the name, or null.</summary>
    public NativeFunction? FunctionOf(int index) => _functions[index];

    public int NumberOf(string name)
    {
        int index = _names.IndexOf(name);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
            _functions.Add(FunctionLibrary.Find(name));
        }

        return index;
    }
}
