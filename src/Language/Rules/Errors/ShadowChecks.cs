using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Finds errors of Retry and Catch that an earlier entry takes. Entries behind one for <c>States.ALL</c> are another rule's.</summary>
internal static class ShadowChecks
{
    public static void Check(State state, List<ErrorEntry> entries, FindingCollector findings)
    {
        if (entries.Count < 2)
        {
            return;
        }

        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (ErrorEntry entry in entries)
        {
            if (entry.Contains(ErrorNames.All))
            {
                return;
            }

            CheckEntry(state, entry, taken, findings);
            for (int i = 0; i < entry.Names.Length; i++)
            {
                taken.Add(entry.Name(i));
            }
        }
    }

    private static void CheckEntry(State state, ErrorEntry entry, HashSet<string> taken, FindingCollector findings)
    {
        List<int> shadowed = [];
        int others = 0;
        bool isByName = true;
        for (int i = 0; i < entry.Names.Length; i++)
        {
            string name = entry.Name(i);
            if (name == ErrorNames.Runtime)
            {
                others++;
            }
            else if (taken.Contains(name))
            {
                shadowed.Add(i);
            }
            else if (IsMatched(state, name, taken))
            {
                shadowed.Add(i);
                isByName = false;
            }
        }

        if (shadowed.Count == 0)
        {
            return;
        }

        if (shadowed.Count + others == entry.Names.Length)
        {
            string why = isByName ? "earlier entries name all of its errors"
                : taken.Contains(ErrorNames.TaskFailed) ? "States.TaskFailed in an earlier entry matches every error of a task but States.Timeout"
                : "States.Timeout in an earlier entry matches a missed heartbeat too";
            findings.Add(ErrorMatchingRules.ShadowedEntry, entry.Part.Syntax, entry.Part.Path, entry.Field, why);
            return;
        }

        foreach (int index in shadowed)
        {
            findings.Add(ErrorMatchingRules.ShadowedError, entry.Names[index], entry.PathOfName(index), entry.Name(index), entry.Field);
        }
    }

    /// <summary>What States.TaskFailed matches is certain for errors of tasks that are not the language's own.</summary>
    private static bool IsMatched(State state, string name, HashSet<string> taken) =>
        (state is TaskState && !ErrorNames.IsReserved(name) && taken.Contains(ErrorNames.TaskFailed))
        || (name == ErrorNames.HeartbeatTimeout && taken.Contains(ErrorNames.Timeout));
}
