using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the entries of Retry and Catch.</summary>
internal static class ErrorHandlingChecks
{
    private const string StatesAllText = "States.ALL must appear alone and at end of list";

    public static void Check(State state, FindingCollector findings)
    {
        if ((FieldTable.ToSet(state.Type!.Value) & StateTypes.Handling) == 0)
        {
            return;
        }

        CheckEntries(state, "Retry", findings);
        CheckEntries(state, "Catch", findings);
    }

    private static void CheckEntries(State state, string field, FindingCollector findings)
    {
        if (state.Field(field)?.Value is not { } value)
        {
            return;
        }

        if (value is not JsonArraySyntax entries)
        {
            findings.Add(ErrorHandlingRules.NoErrors, value, state.PathOf(field), field, "it must be an array of entries with ErrorEquals");
            return;
        }

        string? all = null;
        bool isReported = false;
        for (int i = 0; i < entries.Items.Length; i++)
        {
            string path = state.PathOf(field) + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (all is not null && !isReported)
            {
                findings.Add(ErrorHandlingRules.EntryAfterStatesAll, entries.Items[i], path, field);
                findings.SayAsAws(StatesAllText, all);
                isReported = true;
            }

            if (entries.Items[i] is not JsonObjectSyntax entry)
            {
                findings.Add(ErrorHandlingRules.NoErrors, entries.Items[i], path, "This entry of " + field, "it must be an object with ErrorEquals");
                continue;
            }

            all = CheckErrors(entry, field, path, findings) ?? all;
            if (field == "Catch" && entry.Find("Next") is null)
            {
                findings.Add(ErrorHandlingRules.CatcherWithoutNext, entry, path);
                findings.SayAsAwsMissing(path, "Next");
            }
        }
    }

    /// <returns>Where the entry names <c>States.ALL</c>; null when it does not.</returns>
    private static string? CheckErrors(JsonObjectSyntax entry, string field, string path, FindingCollector findings)
    {
        JsonSyntax? value = entry.Find("ErrorEquals")?.Value;
        string? fault = value switch
        {
            null => "ErrorEquals is missing",
            JsonArraySyntax { Items.Length: 0 } => "ErrorEquals is empty",
            JsonArraySyntax names when names.Items.All(name => name is JsonStringSyntax) => null,
            _ => "ErrorEquals must be an array of strings",
        };
        if (fault is not null)
        {
            findings.Add(ErrorHandlingRules.NoErrors, value ?? entry, value is null ? path : path + "/ErrorEquals", "This entry of " + field, fault);
            return null;
        }

        JsonArraySyntax errors = (JsonArraySyntax)value!;
        for (int i = 0; i < errors.Items.Length; i++)
        {
            if (((JsonStringSyntax)errors.Items[i]).Value != ErrorNames.All)
            {
                continue;
            }

            string place = path + "/ErrorEquals[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            if (errors.Items.Length > 1)
            {
                findings.Add(ErrorHandlingRules.StatesAllNotAlone, errors.Items[i], place, field);
                findings.SayAsAws(StatesAllText, place);
            }

            return place;
        }

        return null;
    }
}
