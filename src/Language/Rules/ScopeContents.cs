using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>What is within a state's scopes, at any depth: what rules of the state around them ask for.</summary>
internal sealed class ScopeContents
{
    public bool HasTask { get; private set; }

    public bool MayHaveDistributedMap { get; private set; }

    public bool HasJsonata { get; private set; }

    public bool HasJsonPath { get; private set; }

    /// <summary>The names of the errors that Fail states report.</summary>
    public HashSet<string> FailErrors { get; } = new(StringComparer.Ordinal);

    public void Add(State state, QueryLanguage language)
    {
        HasTask |= state is TaskState or UnknownState;
        MayHaveDistributedMap |= state is MapState map && DistributedMaps.MayBeDistributed(map);
        HasJsonata |= language == QueryLanguage.JSONata;
        HasJsonPath |= language == QueryLanguage.JSONPath;
        if (state is FailState { Error: { } error })
        {
            FailErrors.Add(error);
        }
    }

    public void Add(ScopeContents nested)
    {
        HasTask |= nested.HasTask;
        MayHaveDistributedMap |= nested.MayHaveDistributedMap;
        HasJsonata |= nested.HasJsonata;
        HasJsonPath |= nested.HasJsonPath;
        FailErrors.UnionWith(nested.FailErrors);
    }
}
