using System;
using System.Collections.Generic;
using StateMachineGen.CompilerServices;

namespace StateMachineGen.Execution.Tasks;

/// <summary>The functions that the options give, by their names.</summary>
internal sealed class LocalFunctions
{
    private readonly Dictionary<string, StateBinding> _byName = new(StringComparer.Ordinal);

    public bool IsEmpty => _byName.Count == 0;

    public void Add(string function, StateBinding binding) => _byName[FunctionName.Of(function)] = binding;

    /// <summary>The function that a name or ARN means, with or without qualifier, or null.</summary>
    public StateBinding? Find(string function) => _byName.GetValueOrDefault(FunctionName.Of(function));
}
