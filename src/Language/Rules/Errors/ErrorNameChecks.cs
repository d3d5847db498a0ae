using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the error names of Retry, Catch and Fail: whether they exist, and whether they can occur where they stand.</summary>
internal static class ErrorNameChecks
{
    public static void Check(FailState fail, FindingCollector findings)
    {
        if (fail.Error is { } error && ErrorNames.IsReserved(error))
        {
            findings.Add(ErrorMatchingRules.FailWithReservedName, fail.Field("Error")!.Value, fail.PathOf("Error"), error);
        }
    }

    /// <param name="state">The state that the entries are of.</param>
    /// <param name="entries">The entries of its Retry or Catch.</param>
    /// <param name="language">The state's query language.</param>
    /// <param name="contents">What is in the state's scopes.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Check(State state, List<ErrorEntry> entries, QueryLanguage language, ScopeContents contents, FindingCollector findings)
    {
        foreach (ErrorEntry entry in entries)
        {
            CheckRepeated(entry, findings);
            for (int i = 0; i < entry.Names.Length; i++)
            {
                string name = entry.Name(i);
                if (!ErrorNames.IsReserved(name))
                {
                    if (entry.Field == "Retry" && state is not TaskState && !contents.HasTask && contents.FailErrors.Contains(name))
                    {
                        findings.Add(ErrorMatchingRules.RetryOfFail, entry.Names[i], entry.PathOfName(i), name, state.Name);
                    }
                }
                else if (!ErrorNames.IsKnown(name))
                {
                    if (!Substitutions.IsIn(name) && !contents.FailErrors.Contains(name))
                    {
                        string? meant = SpellingSuggestion.Find(
                            name.Substring(ErrorNames.ReservedPrefix.Length),
                            ErrorNames.Catalogue.Select(static known => known.Name.Substring(ErrorNames.ReservedPrefix.Length)));
                        string hint = meant is null ? "; names of your own must not begin with 'States.'" : $"; did you mean '{ErrorNames.ReservedPrefix}{meant}'?";
                        findings.Add(ErrorMatchingRules.UnknownErrorName, entry.Names[i], entry.PathOfName(i), name, hint);
                        findings.Correct(meant is null ? null : ErrorNames.ReservedPrefix + meant);
                    }
                }
                else if (name == ErrorNames.Runtime)
                {
                    findings.Add(ErrorMatchingRules.RuntimeIsNotCaught, entry.Names[i], entry.PathOfName(i), entry.Field);
                }
                else if (FindOtherName(name) is { } other)
                {
                    findings.Add(ErrorMatchingRules.ErrorOfOtherName, entry.Names[i], entry.PathOfName(i), name, other);
                }
                else if (FindObstacle(name, state, language, contents) is { } obstacle)
                {
                    findings.Add(ErrorMatchingRules.ErrorThatCannotOccur, entry.Names[i], entry.PathOfName(i), name, state.Name, obstacle);
                }
            }
        }
    }

    /// <summary>Checks whether a Catch for the failures of a task lets timeouts and large results pass.</summary>
    public static void CheckEscapes(TaskState task, List<ErrorEntry> catches, FindingCollector findings)
    {
        (ErrorEntry Entry, int Index)? taskFailed = null;
        (ErrorEntry Entry, int Index)? all = null;
        bool catchesTimeout = false;
        bool catchesHeartbeat = false;
        bool catchesDataLimit = false;
        foreach (ErrorEntry entry in catches)
        {
            for (int i = 0; i < entry.Names.Length; i++)
            {
                string name = entry.Name(i);
                taskFailed ??= name == ErrorNames.TaskFailed ? (entry, i) : null;
                all ??= name == ErrorNames.All ? (entry, i) : null;
                catchesTimeout |= name is ErrorNames.Timeout or ErrorNames.All;
                catchesHeartbeat |= name == ErrorNames.HeartbeatTimeout;
                catchesDataLimit |= name == ErrorNames.DataLimitExceeded;
            }
        }

        string? limit = HasTimeout(task) ? "a timeout" : HasHeartbeat(task) && !catchesHeartbeat ? "a heartbeat" : null;
        if (taskFailed is { } failed && !catchesTimeout && limit is not null)
        {
            findings.Add(ErrorMatchingRules.TimeoutEscapes, failed.Entry.Names[failed.Index], failed.Entry.PathOfName(failed.Index), task.Name, limit);
        }

        if (all is { } every && !catchesDataLimit)
        {
            findings.Add(ErrorMatchingRules.DataLimitMayEscape, every.Entry.Names[every.Index], every.Entry.PathOfName(every.Index));
        }
    }

    private static bool HasTimeout(TaskState task) => task.Field("TimeoutSeconds") is not null || task.Field("TimeoutSecondsPath") is not null;

    private static bool HasHeartbeat(TaskState task) => task.Field("HeartbeatSeconds") is not null || task.Field("HeartbeatSecondsPath") is not null;

    private static string? FindOtherName(string name) => name switch
    {
        ErrorNames.NoChoiceMatched => "a Choice without a way to go fails with States.Runtime, which nothing can catch",
        ErrorNames.ParameterPathFailure => "a path that selects nothing fails with States.Runtime, which nothing can catch",
        ErrorNames.BranchFailed => "a Parallel state fails with the error of its branch",
        _ => null,
    };

    private static string? FindObstacle(string name, State state, QueryLanguage language, ScopeContents contents)
    {
        switch (name)
        {
            case ErrorNames.HeartbeatTimeout when state is TaskState task && !HasHeartbeat(task):
                return "it has no HeartbeatSeconds";
            case ErrorNames.Timeout when state is TaskState task && !HasTimeout(task) && !HasHeartbeat(task):
                return "it has no TimeoutSeconds";
            case ErrorNames.ItemReaderFailed or ErrorNames.ResultWriterFailed or ErrorNames.ExceedToleratedFailureThreshold:
                return (state is MapState map && DistributedMaps.MayBeDistributed(map)) || contents.MayHaveDistributedMap
                    ? null
                    : "it is an error of Distributed Maps";
            case ErrorNames.QueryEvaluationError when language == QueryLanguage.JSONPath && !contents.HasJsonata:
                return "it is an error of JSONata, and the query language is JSONPath";
            case ErrorNames.IntrinsicFailure when language == QueryLanguage.JSONata && !contents.HasJsonPath:
                return "it is an error of intrinsic functions, and the query language is JSONata";
            default:
                return null;
        }
    }

    private static void CheckRepeated(ErrorEntry entry, FindingCollector findings)
    {
        for (int i = 1; i < entry.Names.Length; i++)
        {
            if (entry.IndexOf(entry.Name(i)) < i)
            {
                findings.Add(ErrorMatchingRules.RepeatedError, entry.Names[i], entry.PathOfName(i), entry.Name(i));
            }
        }
    }
}
