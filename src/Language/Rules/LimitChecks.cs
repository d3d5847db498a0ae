using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the ranges of numbers.</summary>
internal static class LimitChecks
{
    public static void Check(StateMachine machine, FindingCollector findings) =>
        CheckInteger(machine, "TimeoutSeconds", 1, Quotas.MaxSeconds, takesExpression: false, findings);

    public static void Check(State state, StateMachine machine, FindingCollector findings)
    {
        bool takesExpression = (state.OwnQueryLanguage ?? machine.QueryLanguage) == QueryLanguage.JSONata;
        if (state is TaskState)
        {
            CheckInteger(state, "TimeoutSeconds", 1, Quotas.MaxSeconds, takesExpression, findings);
            CheckInteger(state, "HeartbeatSeconds", 1, Quotas.MaxSeconds, takesExpression, findings);
        }
        else if (state is WaitState)
        {
            CheckInteger(state, "Seconds", 0, Quotas.MaxSeconds, takesExpression, findings);
        }

        if ((FieldTable.ToSet(state.Type!.Value) & StateTypes.Handling) == 0)
        {
            return;
        }

        foreach (Retrier retrier in state.Retry)
        {
            CheckInteger(retrier, "IntervalSeconds", 1, Quotas.MaxSeconds, takesExpression: false, findings);
            CheckInteger(retrier, "MaxAttempts", 0, Quotas.MaxSeconds, takesExpression: false, findings);
            CheckInteger(retrier, "MaxDelaySeconds", 1, Quotas.MaxDelaySeconds, takesExpression: false, findings);
            CheckBackoffRate(retrier, findings);
        }
    }

    private static void CheckInteger(DocumentPart part, string field, int least, int greatest, bool takesExpression, FindingCollector findings)
    {
        switch (part.Field(field)?.Value)
        {
            case null:
            case JsonStringSyntax text when (takesExpression && IsExpression(text.Value)) || IsPlaceholder(text.Value):
            case JsonNumberSyntax number when number.TryGetInt64(out long value) && value >= least && value <= greatest:
                break;
            case { } other:
                string range = string.Format(CultureInfo.InvariantCulture, "an integer from {0:N0} to {1:N0}", least, greatest);
                findings.Add(LimitRules.NumberOutOfRange, other, part.PathOf(field), field, range, FindingCollector.Show(other));
                break;
        }
    }

    private static void CheckBackoffRate(Retrier retrier, FindingCollector findings)
    {
        if (retrier.Field("BackoffRate")?.Value is { } value && retrier.BackoffRate is not >= 1 && !(value is JsonStringSyntax text && IsPlaceholder(text.Value)))
        {
            findings.Add(
                LimitRules.NumberOutOfRange, value, retrier.PathOf("BackoffRate"), "BackoffRate", "a number of at least 1", FindingCollector.Show(value));
        }
    }

    /// <summary>A substitution that the deployment fills, with what cannot be known here.</summary>
    private static bool IsPlaceholder(string text) =>
        text.StartsWith("${", System.StringComparison.Ordinal) && text.IndexOf('}') == text.Length - 1;

    private static bool IsExpression(string text) =>
        text.StartsWith("{%", System.StringComparison.Ordinal) && text.EndsWith("%}", System.StringComparison.Ordinal);
}
