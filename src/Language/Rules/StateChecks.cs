using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what a state does: which errors it handles, what it calls, how it decides.</summary>
internal static class StateChecks
{
    /// <param name="state">A state of a known type.</param>
    /// <param name="surroundings">What the state is in.</param>
    /// <param name="contents">What is in the state's scopes.</param>
    /// <param name="findings">Takes what is found.</param>
    public static void Check(State state, Surroundings surroundings, ScopeContents contents, FindingCollector findings)
    {
        QueryLanguage language = surroundings.LanguageOf(state);
        switch (state)
        {
            case ChoiceState choice:
                ChoiceChecks.Check(choice, language, findings);
                break;
            case FailState fail:
                ErrorNameChecks.Check(fail, findings);
                break;
            case WaitState:
                TaskTimeChecks.CheckExpress(state, "Seconds", surroundings, findings);
                break;
            case TaskState task:
                IntegrationChecks.Check(task, surroundings, findings);
                break;
            case MapState map:
                IntegrationChecks.Check(map, surroundings, findings);
                break;
        }

        StateAdviceChecks.Check(state, contents, findings);
        if ((FieldTable.ToSet(state.Type!.Value) & StateTypes.Handling) == 0)
        {
            return;
        }

        List<ErrorEntry> retries = ErrorEntry.OfRetry(state);
        List<ErrorEntry> catches = ErrorEntry.OfCatch(state);
        ShadowChecks.Check(state, retries, findings);
        ShadowChecks.Check(state, catches, findings);
        ErrorNameChecks.Check(state, retries, language, contents, findings);
        ErrorNameChecks.Check(state, catches, language, contents, findings);
        if (state is TaskState handling)
        {
            ErrorNameChecks.CheckEscapes(handling, catches, findings);
        }

        if (retries.Count > 0)
        {
            RetryTimeChecks.Check(state, surroundings, findings);
        }
    }
}
