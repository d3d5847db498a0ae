using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks numbers against each other.</summary>
internal static class NumberChecks
{
    /// <summary>The day when Step Functions began, the first on which a machine could run. Timestamps are compared as texts; hours and offsets do not matter for a day so long ago.</summary>
    private const string FirstDay = "2016-12-01";

    public static void Check(TaskState task, FindingCollector findings)
    {
        if (task.TimeoutSeconds is JsonNumberSyntax timeout && timeout.TryGetInt64(out long seconds)
            && task.HeartbeatSeconds is JsonNumberSyntax heartbeat && heartbeat.TryGetInt64(out long beat) && beat >= seconds && seconds > 0)
        {
            findings.Add(NumberRules.HeartbeatNotBelowTimeout, heartbeat, task.PathOf("HeartbeatSeconds"), heartbeat.Text, timeout.Text);
        }
    }

    public static void Check(WaitState wait, FindingCollector findings)
    {
        if (wait.Seconds is JsonNumberSyntax node && node.TryGetInt64(out long seconds) && seconds is > Quotas.ExecutionSeconds and <= Quotas.MaxSeconds)
        {
            findings.Add(NumberRules.LongWait, node, wait.PathOf("Seconds"), node.Text);
        }

        if (wait.Timestamp is { } time && TimestampRules.Explain(time) is null && string.CompareOrdinal(time, FirstDay) < 0)
        {
            findings.Add(NumberRules.PastTimestamp, wait.Field("Timestamp")!.Value, wait.PathOf("Timestamp"), time);
        }
    }

    public static void Check(FailState fail, FindingCollector findings)
    {
        CheckLength(fail, "Error", fail.Error, Quotas.ErrorLength, findings);
        CheckLength(fail, "Cause", fail.Cause, Quotas.CauseLength, findings);
    }

    public static void Check(MapState map, FindingCollector findings)
    {
        if (map.ItemProcessor is { } processor && processor.ProcessorConfig?.Find("Mode")?.Value is null or JsonStringSyntax { Value: "INLINE" }
            && map.MaxConcurrency is JsonNumberSyntax node && node.TryGetInt64(out long concurrency) && concurrency > Quotas.InlineConcurrency)
        {
            findings.Add(NumberRules.InlineConcurrency, node, map.PathOf("MaxConcurrency"), node.Text);
        }

        CheckZero(map.ItemReader?.Find("ReaderConfig")?.Value as JsonObjectSyntax, "MaxItems", new PartPlace(map, "/ItemReader/ReaderConfig"), findings);
        CheckZero(map.ItemBatcher, "MaxItemsPerBatch", new PartPlace(map, "/ItemBatcher"), findings);
        CheckZero(map.ItemBatcher, "MaxInputBytesPerBatch", new PartPlace(map, "/ItemBatcher"), findings);
        if (map.Field("Iterator") is { } iterator)
        {
            findings.Add(NumberRules.Deprecated, iterator, map.PathOf("Iterator"), "Iterator", "ItemProcessor");
            findings.Correct("ItemProcessor");
        }

        if (map.Field("Parameters") is { } parameters)
        {
            findings.Add(NumberRules.Deprecated, parameters, map.PathOf("Parameters"), "Parameters of a Map", "ItemSelector");
            findings.Correct("ItemSelector");
        }
    }

    public static void Check(Retrier retrier, FindingCollector findings)
    {
        if (retrier is { MaxDelaySeconds: { } delay and > 0, IntervalSeconds: { } interval } && delay <= interval)
        {
            findings.Add(
                NumberRules.DelayBelowInterval,
                retrier.Field("MaxDelaySeconds")!.Value,
                retrier.PathOf("MaxDelaySeconds"),
                FindingCollector.Show(retrier.Field("MaxDelaySeconds")!.Value),
                FindingCollector.Show(retrier.Field("IntervalSeconds")!.Value));
        }
        else if (retrier is { BackoffRate: 1, MaxDelaySeconds: not null, MaxAttempts: not 0 })
        {
            findings.Add(
                ErrorMatchingRules.IdleRetryField, retrier.Field("MaxDelaySeconds")!, retrier.PathOf("MaxDelaySeconds"), "MaxDelaySeconds", "BackoffRate is 1, so intervals do not grow");
        }

        if (retrier.MaxAttempts == 0)
        {
            CheckIdle(retrier, findings);
        }
    }

    /// <summary>Where nothing is retried, the first field about the times says enough.</summary>
    private static void CheckIdle(Retrier retrier, FindingCollector findings)
    {
        foreach (JsonMemberSyntax member in retrier.Syntax.Members)
        {
            if (member.Name is "IntervalSeconds" or "BackoffRate" or "MaxDelaySeconds" or "JitterStrategy")
            {
                findings.Add(ErrorMatchingRules.IdleRetryField, member, retrier.PathOf(member.Name), member.Name, "MaxAttempts is 0, so nothing is retried");
                return;
            }
        }
    }

    private static void CheckZero(JsonObjectSyntax? part, string field, PartPlace place, FindingCollector findings)
    {
        if (part?.Find(field)?.Value is JsonNumberSyntax node && node.TryGetInt64(out long number) && number == 0)
        {
            findings.Add(
                NumberRules.ZeroLimit, node, place.PathOf(field), field,
                field == "MaxItems" ? "with which AWS reads all items" : "which AWS takes when the machine is created and refuses when it runs");
        }
    }

    private static void CheckLength(FailState fail, string field, string? text, int greatest, FindingCollector findings)
    {
        if (text is not null && text.Length > greatest && !Substitutions.IsIn(text) && JsonataText.Read(text).Kind != JsonataTextKind.Expression)
        {
            findings.Add(
                NumberRules.LongErrorText,
                fail.Field(field)!.Value,
                fail.PathOf(field),
                field,
                text.Length.ToString("N0", CultureInfo.InvariantCulture),
                greatest.ToString("N0", CultureInfo.InvariantCulture));
        }
    }
}
