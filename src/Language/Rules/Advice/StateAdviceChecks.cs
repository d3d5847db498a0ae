using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Gives advice about states that do less, or more, than they seem to.</summary>
internal static class StateAdviceChecks
{
    public static void Check(State state, ScopeContents contents, FindingCollector findings)
    {
        switch (state)
        {
            case PassState { Next: { } next } when IdleStates.IsIdle(state):
                findings.Add(AdviceRules.PassWithoutEffect, state.Member, state.Path, state.Name, next);
                break;
            case ParallelState { Branches.Length: 1 } when state.Field("Retry") is null && state.Field("Catch") is null:
                findings.Add(AdviceRules.ParallelOfOne, state.Member, state.Path, state.Name);
                break;
            case MapState map when DistributedMaps.IsDistributed(map):
                CheckMap(map, contents, findings);
                break;
        }
    }

    private static void CheckMap(MapState map, ScopeContents contents, FindingCollector findings)
    {
        if (map.ToleratedFailurePercentage is JsonNumberSyntax percentage
            && percentage.TryGetInt64(out long share)
            && share >= 100
            && map.ResultPath is not JsonNullSyntax
            && map.ResultWriter is null)
        {
            findings.Add(AdviceRules.ToleratesEverything, percentage, map.PathOf("ToleratedFailurePercentage"), map.Name);
        }

        bool isUnlimited = map.MaxConcurrency is null ? map.MaxConcurrencyPath is null
            : map.MaxConcurrency is JsonNumberSyntax number && number.TryGetInt64(out long limit) && limit == 0;
        if (isUnlimited && contents.HasTask)
        {
            findings.Add(AdviceRules.UnlimitedMap, map.MaxConcurrency ?? map.Member, map.MaxConcurrency is null ? map.Path : map.PathOf("MaxConcurrency"), map.Name);
        }
    }
}
